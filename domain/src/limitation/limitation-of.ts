import type { Day } from '../calendar/day.js';
import { clocksOfClaim } from '../law/clocks-of-claim.js';
import { legalClock, type ClockEvent } from '../law/kinds/legal-clock.js';
import type { Law } from '../law/law.js';
import { rulesOf } from '../law/rules-of.js';
import type { LegalClock } from '../law/shapes/legal-clock-shape.js';
import { eventsOf, type Interruption, type Suspension } from './interruption.js';

/** What of a loan its limitation hangs on. `lastDueOn`: of the instalments anybody told of; one that nobody told of would only be later. */
export type LimitationHistory = {
  oldestUnpaidDueOn: Day;
  lastDueOn: Day;
  interruptions: readonly Interruption[];
  suspensions: readonly Suspension[];
};

/** Whose law: the contract's place and product. */
export type LimitationLaw = { law: Law; jurisdiction: string; product: string };

/**
 * How a period stands. `beganOn`: the day it last began to run, which is not counted; `by`: what made it begin anew. `endsOn`: its last day;
 * absent while something suspends it.
 */
export type Limitation = {
  rule: string;
  version: string;
  citation: string;
  clock: string;
  state: 'running' | 'suspended' | 'expired' | 'unknown';
  firstBeganOn?: Day;
  beganOn?: Day;
  by?: Interruption;
  endsOn?: Day;
  suspensions: Suspension[];
  barred: LegalClock['afterExpiry'];
};

/** The clocks of a pack's words that we can start; another start is nobody's knowledge, and the clock unknown. */
const startOf = ({ startsOn }: LegalClock, { oldestUnpaidDueOn, lastDueOn }: LimitationHistory): Day | undefined => {
  switch (startsOn) {
    case 'last-instalment-due':
    case 'debt-due':
      return lastDueOn;
    case 'breach':
    case 'cause-of-action':
      return oldestUnpaidDueOn;
    default:
      return undefined;
  }
};

const happenings = ({ interruptions, suspensions }: LimitationHistory): ClockEvent[] => [
  ...interruptions.flatMap(({ ground, on, proof }) => eventsOf(ground).map((event) => ({ event, on, proof }))),
  ...suspensions.map(({ event, on, until }) => ({ event, on, ...(until !== undefined && { until }) })),
];

/** Every period of the claim by the law of the contract's place, and how it stands on `today`; what has yet to come moves none. */
export const limitationsOf = (
  history: LimitationHistory,
  { law, jurisdiction, product }: LimitationLaw,
  today: Day,
  clocks: readonly string[] = clocksOfClaim,
): Limitation[] =>
  rulesOf(law, 'legal-clock', { places: [jurisdiction], actor: 'first-party', product, days: [today] })
    .filter(({ rule }) => clocks.includes(rule.clock))
    .map(({ rule, version }) => {
      const startedOn = startOf(rule, history);
      const ask = { today, events: happenings(history), ...(startedOn !== undefined && { startedOn }) };
      const { state, expiresOn, barred, inputs } = legalClock(rule, ask);
      const start = typeof inputs['start'] === 'string' ? inputs['start'] : undefined;
      const by = start === startedOn ? undefined : history.interruptions.find(({ on }) => on === start);
      return {
        rule: rule.id,
        version,
        citation: rule.citation,
        clock: rule.clock,
        state,
        ...(startedOn !== undefined && { firstBeganOn: startedOn }),
        ...(start !== undefined && { beganOn: start }),
        ...(by && { by }),
        ...(expiresOn !== undefined && { endsOn: expiresOn }),
        suspensions: history.suspensions.filter(({ event, on }) => rule.suspendsOn.includes(event) && on <= today),
        barred,
      };
    });

/** What suspends a claim by the law of the contract's place, as its packs call it. */
export const obstaclesOf = ({ law, jurisdiction, product }: LimitationLaw, today: Day): string[] =>
  rulesOf(law, 'legal-clock', { places: [jurisdiction], actor: 'first-party', product, days: [today] })
    .filter(({ rule }) => clocksOfClaim.includes(rule.clock))
    .flatMap(({ rule }) => rule.suspendsOn);

const order = { expired: 0, unknown: 1, running: 2, suspended: 3 } as const;

const stricter = (a: Limitation, b: Limitation): Limitation => {
  if (a.state !== b.state) return order[a.state] < order[b.state] ? a : b;
  return (a.endsOn ?? '\uffff') <= (b.endsOn ?? '\uffff') ? a : b;
};

/** The period that ends first: what is over by one law is over (requirements D3). Undefined where no law of the place has one. */
export const limitationOf = (history: LimitationHistory, under: LimitationLaw, today: Day): Limitation | undefined =>
  limitationsOf(history, under, today).reduce<Limitation | undefined>(
    (found, each) => (found ? stricter(found, each) : each),
    undefined,
  );
