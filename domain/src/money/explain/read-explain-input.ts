import { isDay } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import { schemaFaults } from '../../policy/schema-faults.js';
import { plainRules, type AllocationRules } from '../allocation-order.js';
import { contractOrder } from '../components.js';
import type { Components } from '../money.js';
import type { LateChargeTerms } from '../penalty/late-charge-terms.js';
import type { LoanCosts } from '../penalty/loan-costs.js';
import type { StopPeriod } from '../penalty/stop-period.js';
import type { Position } from '../position.js';
import { eventRefusals } from './event-refusals.js';
import { explainInputSchema, type ExplainEvent } from './explain-input-schema.js';
import type { ExplainRefusal } from './explain-refusal.js';
import { foldExplainEvents } from './fold-explain-events.js';
import { isTooFar, tooFar } from './too-far.js';

/** What there is to explain: the position folded from all events, whatever their order in the file. */
export type ExplainInput = {
  asOf: Day;
  startOn: Day;
  position: Position;
  /** As the contract says; where it is silent, as `contractOrder` has it. */
  allocation: AllocationRules;
  lateCharges?: LateChargeTerms;
  stops: readonly StopPeriod[];
  costs?: LoanCosts;
  /** Of all that lateness was ever charged, so much was given up or billed by what was kept; absent: nothing was. */
  settled?: Components;
};

/** All that was billed, paid and paid out: no sum of the position is larger. */
const moneyIn = (events: readonly ExplainEvent[]): bigint =>
  events
    .flatMap((event) => {
      if (event.type === 'instalment-missed' || event.type === 'instalment-met')
        return Object.values(event.instalment.due);
      return 'amount' in event ? [event.amount] : [];
    })
    .reduce((sum, amount) => sum + BigInt(amount), 0n);

/**
 * A loan and its events as people write them, or everything that is wrong with them, by field and reason. `isCurrency`: whether that is an
 * active ISO 4217 code. The terms of late charges are judged when those are reckoned.
 */
export const readExplainInput = (
  value: unknown,
  isCurrency: (code: string) => boolean,
): { input: ExplainInput } | { refused: ExplainRefusal[] } => {
  const read = explainInputSchema.safeParse(value);
  if (!read.success)
    return {
      refused: schemaFaults(read.error).map(({ path, reason }) => ({ reason: 'shape', field: path, text: reason })),
    };
  const { asOf, contract, events, outstanding, stops, costs } = read.data;
  const { startOn, currency, lateCharges, allocation = contractOrder } = contract;
  const refused: ExplainRefusal[] = [];
  const refuse = (reason: ExplainRefusal['reason'], field: string, text: string): void => {
    refused.push({ reason, field, text });
  };
  if (!isCurrency(currency)) refuse('currency-unknown', 'contract.currency', 'is not an active ISO 4217 currency');
  const exists = 'must be a day that exists, YYYY-MM-DD';
  if (!isDay(startOn)) refuse('day-invalid', 'contract.startOn', exists);
  if (!isDay(asOf)) refuse('day-invalid', 'asOf', exists);
  else if (isDay(startOn) && asOf < startOn)
    refuse('before-contract-start', 'asOf', `must not be before the contract began (${startOn})`);
  else if (isDay(startOn) && isTooFar(asOf, startOn)) refuse('day-invalid', 'asOf', tooFar);
  if (outstanding !== undefined && !Number.isSafeInteger(outstanding) && Number.isInteger(outstanding))
    refuse('amount-too-large', 'outstanding', 'must be a safe integer of minor units');
  else if (outstanding !== undefined && (!Number.isInteger(outstanding) || outstanding < 0))
    refuse('amount-invalid', 'outstanding', 'must be whole minor units, not negative');
  refused.push(...events.flatMap((event, nth) => eventRefusals(event, startOn, `events[${nth}]`)));
  if (refused.length === 0 && !Number.isSafeInteger(Number(moneyIn(events))))
    refuse('amount-too-large', 'events', 'come to more than a safe integer of minor units');
  if (refused.length > 0) return { refused };
  const { position, refused: contradictions } = foldExplainEvents(events, currency);
  if (contradictions.length > 0) return { refused: contradictions };
  return {
    input: {
      asOf,
      startOn,
      position: outstanding === undefined ? position : { ...position, outstanding, outstandingAsOf: asOf },
      allocation: 'rows' in allocation ? allocation : plainRules(allocation),
      ...(lateCharges && { lateCharges }),
      stops,
      ...(costs && { costs }),
    },
  };
};
