import type { ArrangementMade } from '@recourse/infra/mongo/arrangements-made';
import type { DeathHeard } from '@recourse/infra/mongo/deaths-heard';
import type { MoneyOnStages } from '@recourse/infra/mongo/money-on-stages';
import type { PortfolioHistory } from '@recourse/infra/mongo/portfolio-history';
import type { Matter } from '@recourse/domain/matters/matter';
import type { DeedSeen } from '../report/deed-lines.js';
import { deedsSeen } from '../report/deeds-seen.js';
import { deathsThatReached } from './deaths-that-reached.js';
import type { DisturbanceName } from './disturbances.js';
import { mattersShown } from './matters-shown.js';
import type { Protections } from './protections.js';

/** What the demonstration must show on our side of the desk, where the world outside sees nothing; `none` is told only. */
export const ourDeedMinimums = {
  'screened-out': 10,
  unreachable: 12,
  'person-merged': 1,
  'withheld-sms-opt-out': 4,
  'withheld-at-work': 4,
  'withheld-for-two-zones': 3,
  'withheld-without-zone': 2,
  'withheld-massachusetts-week': 'none',
  'held-dispute': 16,
  'held-complaint': 6,
  'held-death': 2,
  'death-reached-every-case': 1,
  'held-insolvency': 2,
  'held-vulnerability': 4,
  'held-identity-theft': 1,
  'held-military-service': 1,
  'held-breathing-space': 1,
  'held-incapacity': 1,
  'held-represented': 2,
  'held-self-harm-risk': 1,
  'held-opted-out': 4,
  'held-wrong-number': 4,
  'held-cease-request': 5,
  'held-assigned': 6,
  'held-disaster': 12,
  'matter-answered': 10,
  'matter-late': 'none',
  'complaint-by-regulator': 2,
  'complaint-on-agency': 1,
  'answer-extended': 1,
  'plan-kept': 8,
  'plan-broken': 4,
  'deferral-kept': 4,
  'settlement-kept': 6,
  'arrangement-approved': 10,
  'stage-lowered': 8,
  'back-dated-over-stage': 2,
  'allocation-flipped': 1,
  'task-left-alone': 'none',
  'task-too-late': 'none',
  'task-answered-twice': 'none',
  'worker-killed': 1,
  'regional-flood': 1,
  'two-days-outage': 1,
  'contact-stopped': 1,
} as const satisfies Record<string, number | 'none'>;

const plans: readonly ArrangementMade['kind'][] = ['repayment-plan', 'hardship'];

/** In loans. `flipped`: whose money was laid out principal first, for their age. */
export type MoneyShown = MoneyOnStages & { flipped: number };

type OurDeeds = {
  stages: PortfolioHistory['stages'];
  /** `GET /log/work` of the staff. */
  work: Record<string, number>;
  disturbed: readonly DisturbanceName[];
  protections: Protections;
  arrangements: readonly ArrangementMade[];
  money: MoneyShown;
  matters: readonly Matter[];
  deaths: readonly DeathHeard[];
};

/** The rows that our own records add to the feature table. */
export function ourDeeds({
  stages,
  work,
  disturbed,
  arrangements,
  money,
  matters,
  deaths,
  protections: { persons, holds, unreachable, merged },
}: OurDeeds): DeedSeen[] {
  const times: Record<keyof typeof ourDeedMinimums, number> = {
    'screened-out': stages.find(({ stage }) => stage === 'visit')?.passedOver ?? 0,
    unreachable,
    'person-merged': merged,
    'withheld-sms-opt-out': persons['not-by-sms'],
    'withheld-at-work': persons['not-at-work'],
    'withheld-for-two-zones': persons['both-zones-awaited'],
    'withheld-without-zone': persons['without-zone'],
    'withheld-massachusetts-week': persons['massachusetts-week'],
    'held-dispute': holds.dispute ?? 0,
    'held-complaint': holds.complaint ?? 0,
    'held-death': holds.death ?? 0,
    'death-reached-every-case': deathsThatReached(deaths),
    'held-insolvency': holds.insolvency ?? 0,
    'held-vulnerability': holds.vulnerability ?? 0,
    'held-identity-theft': holds['identity-theft'] ?? 0,
    'held-military-service': holds['military-service'] ?? 0,
    'held-breathing-space': holds['breathing-space'] ?? 0,
    'held-incapacity': holds.incapacity ?? 0,
    'held-represented': holds.represented ?? 0,
    'held-self-harm-risk': holds['self-harm-risk'] ?? 0,
    'held-opted-out': holds['opted-out'] ?? 0,
    'held-wrong-number': holds['wrong-number'] ?? 0,
    'held-cease-request': holds['cease-request'] ?? 0,
    'held-assigned': holds.assigned ?? 0,
    'held-disaster': holds.disaster ?? 0,
    ...mattersShown(matters),
    'plan-kept': arranged('kept', plans),
    'plan-broken': arranged('broken', plans),
    'deferral-kept': arranged('kept', ['deferral']),
    'settlement-kept': arranged('kept', ['settlement']),
    'arrangement-approved': arrangements.filter(({ approved }) => approved).length,
    'stage-lowered': money.lowered,
    'back-dated-over-stage': money.backDatedOver,
    'allocation-flipped': money.flipped,
    'task-left-alone': work['left-alone'] ?? 0,
    'task-too-late': work['came-too-late'] ?? 0,
    'task-answered-twice': work['twice-refused'] ?? 0,
    'worker-killed': count('worker-killed'),
    'regional-flood': count('regional-flood'),
    'two-days-outage': count('two-days-outage'),
    'contact-stopped': count('contact-stopped'),
  };
  function arranged(state: ArrangementMade['state'], kinds: readonly ArrangementMade['kind'][]): number {
    return arrangements.filter((each) => each.state === state && kinds.includes(each.kind)).length;
  }
  function count(name: DisturbanceName): number {
    return disturbed.filter((each) => each === name).length;
  }
  return deedsSeen(ourDeedMinimums, times);
}
