import type { Day } from '../../calendar/day.js';
import { lateChargeStatement, type LateChargeStatement } from '../penalty/late-charge-statement.js';
import type { LateChargeTerms } from '../penalty/late-charge-terms.js';
import type { LoanCosts } from '../penalty/loan-costs.js';
import type { ExplainRefusal } from './explain-refusal.js';
import type { ExplainInput } from './read-explain-input.js';

/** Places in `LateChargeInput` under their names in the file. */
const inFile = (field: string): string =>
  field.replace(/^terms\b/, 'contract.lateCharges').replace(/^startOn$/, 'contract.startOn');

/** A cap by yearly cost allows nothing for days of which nobody tells the principal: it would cut all to zero without a word. */
const costsTooLate = (
  { lines }: LateChargeStatement,
  { caps }: LateChargeTerms,
  costs: LoanCosts | undefined,
): { refused: ExplainRefusal[] } | undefined => {
  const begins = costs?.principal[0]?.from;
  const isCapped = caps.some(({ max }) => max === 'yearly' || max === 'lpr');
  const firstCharged = lines
    .filter(({ amount }) => amount > 0)
    .reduce<Day | undefined>((first, { from }) => (first === undefined || from < first ? from : first), undefined);
  if (!isCapped || begins === undefined || firstCharged === undefined || begins <= firstCharged) return undefined;
  const text = `must not begin after the first day that is charged (${firstCharged}): a cap by yearly cost is reckoned on it`;
  return { refused: [{ reason: 'costs-missing', field: 'costs.principal[0].from', text }] };
};

/** What lateness has cost up to and without `asOf`, line by line. */
export const explainInterest = ({
  asOf,
  lateCharges,
  ...input
}: ExplainInput): { statement: LateChargeStatement } | { refused: ExplainRefusal[] } => {
  if (!lateCharges)
    return {
      refused: [{ reason: 'late-charges-missing', field: 'contract.lateCharges', text: 'must be told to reckon them' }],
    };
  const said = lateChargeStatement({ terms: lateCharges, ...input }, asOf);
  if ('statement' in said) return costsTooLate(said.statement, lateCharges, input.costs) ?? said;
  return { refused: said.refused.map((each) => ({ ...each, field: inFile(each.field) })) };
};
