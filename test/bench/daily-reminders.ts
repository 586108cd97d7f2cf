import type { Policies } from '@recourse/activities/turn/policies';
import { hashStrategy } from '@recourse/domain/strategy/hash-strategy';
import { stage, step, strategy } from '../builders/small-strategy.js';

/** A ladder of one stage with a message every day, for as many days; what fails is not tried again. */
export function dailyReminders(policies: Policies, days: number): Policies {
  const steps = Array.from({ length: days }, (_, nth) =>
    step(`sms-${nth + 1}`, { template: 'reminder-first', ladderDay: nth + 4, on: { failed: 'done' } }),
  );
  const daily = strategy([stage('reminder', 1, undefined, steps)], { strategy: 'daily' });
  const hash = hashStrategy(daily);
  return {
    ...policies,
    strategiesByHash: new Map([[hash, daily]]),
    latestByName: new Map([['daily', { strategy: daily, hash }]]),
  };
}
