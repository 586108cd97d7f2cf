import { isDay } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { LoanFact } from '../../case/loan-fact.js';
import { schemaFaults } from '../../policy/schema-faults.js';
import { emptyPosition, foldLoanFact } from '../fold-position.js';
import type { LoanCosts } from '../penalty/charge-cap.js';
import type { ChargeTerms } from '../penalty/charge-terms.js';
import type { StopPeriod } from '../penalty/stop-period.js';
import type { Position } from '../position.js';
import { eventRefusals } from './event-refusals.js';
import { explainInputSchema, type ExplainEvent, type ExplainFile } from './explain-input-schema.js';
import type { ExplainRefusal } from './explain-refusal.js';

/** What there is to explain: the position folded from all events, whatever their order in the file. */
export type ExplainInput = {
  asOf: Day;
  startOn: Day;
  position: Position;
  charges?: ChargeTerms;
  stops: readonly StopPeriod[];
  costs?: LoanCosts;
};

/** What the position makes nothing of stays empty. */
const factOf = (event: ExplainEvent, currency: string, eventId: string): LoanFact => {
  const head = { eventId, occurredAt: '1970-01-01T00:00:00.000Z' };
  switch (event.type) {
    case 'instalment-missed': {
      const loan = { version: 1, product: '', zone: '', jurisdiction: '', graceDays: 0, tolerance: 0, debtors: [] };
      const totals = { asOf: event.instalment.dueOn, arrearsTotal: 0, outstandingTotal: 0 };
      return { ...head, ...event, terms: { ...loan, currency }, ...totals };
    }
    case 'instalment-met':
      return { ...head, ...event, asOf: event.instalment.dueOn };
    case 'payment-received': {
      const told = { receivedAt: `${event.valueDate}T00:00:00.000Z`, method: 'transfer', payer: 'debtor' } as const;
      return { ...head, currency, ...event, ...told };
    }
    case 'payment-reversed':
      return { ...head, ...event, reason: 'returned' };
    default:
      return event satisfies never;
  }
};

const folded = ({ contract, events }: ExplainFile): { position: Position; refused: ExplainRefusal[] } => {
  const refused: ExplainRefusal[] = [];
  let position = emptyPosition(contract.currency);
  events.forEach((event, nth) => {
    const next = foldLoanFact(position, factOf(event, contract.currency, `events[${nth}]`));
    if ('position' in next) position = next.position;
    else refused.push({ reason: next.refused, field: `events[${nth}].${next.field}`, text: next.reason });
  });
  const unknown = new Set(position.earlyReversals?.map(({ paymentId }) => paymentId));
  events.forEach((event, nth) => {
    if (event.type === 'payment-reversed' && unknown.has(event.paymentId))
      refused.push({
        reason: 'payment-unknown',
        field: `events[${nth}].paymentId`,
        text: 'must be a payment of this file',
      });
  });
  return { position, refused };
};

/** All that was billed and paid: no sum of the position is larger. */
const moneyIn = (events: readonly ExplainEvent[]): bigint =>
  events
    .flatMap((event) =>
      'instalment' in event ? Object.values(event.instalment.due) : 'amount' in event ? [event.amount] : [],
    )
    .reduce((sum, amount) => sum + BigInt(amount), 0n);

/**
 * A loan and its events as people write them, or everything that is wrong with them, by field and reason. `isCurrency`: whether that is an
 * active ISO 4217 code. Charges are judged when they are reckoned.
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
  const { asOf, contract, events, stops, costs } = read.data;
  const { startOn, charges, currency } = contract;
  const refused: ExplainRefusal[] = [];
  if (!isCurrency(currency))
    refused.push({
      reason: 'currency-unknown',
      field: 'contract.currency',
      text: 'is not an active ISO 4217 currency',
    });
  for (const [day, field] of [
    [startOn, 'contract.startOn'],
    [asOf, 'asOf'],
  ] as const)
    if (!isDay(day)) refused.push({ reason: 'day-invalid', field, text: 'must be a day that exists, YYYY-MM-DD' });
  if (refused.length === 0 && asOf < startOn)
    refused.push({
      reason: 'before-contract-start',
      field: 'asOf',
      text: `must not be before the contract began (${startOn})`,
    });
  refused.push(...events.flatMap((event, nth) => eventRefusals(event, startOn, `events[${nth}]`)));
  if (refused.length === 0 && !Number.isSafeInteger(Number(moneyIn(events))))
    refused.push({
      reason: 'amount-too-large',
      field: 'events',
      text: 'come to more than a safe integer of minor units',
    });
  if (refused.length > 0) return { refused };
  const { position, refused: contradictions } = folded(read.data);
  if (contradictions.length > 0) return { refused: contradictions };
  return { input: { asOf, startOn, position, ...(charges && { charges }), stops, ...(costs && { costs }) } };
};
