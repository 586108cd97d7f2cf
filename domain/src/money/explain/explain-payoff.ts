import { contractOrder, sumOf } from '../components.js';
import { lateBilled } from '../late-billed.js';
import { payoffOn, type Payoff } from '../payoff.js';
import { unbilledLate } from '../unbilled-late.js';
import type { ExplainInput } from './read-explain-input.js';

/**
 * What would pay the loan off as its day ends, with what lateness has cost up to and without that day. Undefined where servicing has told no total, or what
 * lateness costs cannot be reckoned: then nobody knows.
 */
export const explainPayoff = ({ asOf, lateCharges, settled = {}, ...loan }: ExplainInput): Payoff | undefined => {
  const { position, allocation } = loan;
  if (position.outstandingAsOf === undefined) return undefined;
  if (!lateCharges) return payoffOn(position, asOf, allocation, 0);
  const billed = lateBilled(position, asOf, allocation);
  const done = Object.fromEntries(contractOrder.map((each) => [each, Math.max(billed[each] ?? 0, settled[each] ?? 0)]));
  const late = unbilledLate({ terms: lateCharges, ...loan }, asOf, done);
  return late && payoffOn(position, asOf, allocation, sumOf(late));
};
