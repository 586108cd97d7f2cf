import { chargeStatement, type ChargeStatement } from '../penalty/charge-statement.js';
import type { ExplainRefusal } from './explain-refusal.js';
import type { ExplainInput } from './read-explain-input.js';

/** Places in `ChargeInput` under their names in the file. */
const inFile = (field: string): string =>
  field.replace(/^terms\b/, 'contract.charges').replace(/^startOn$/, 'contract.startOn');

/** What lateness has cost up to and without `asOf`, line by line. */
export const explainInterest = ({
  asOf,
  charges,
  ...input
}: ExplainInput): { statement: ChargeStatement } | { refused: ExplainRefusal[] } => {
  if (!charges)
    return { refused: [{ reason: 'charges-missing', field: 'contract.charges', text: 'must be told to reckon them' }] };
  const said = chargeStatement({ terms: charges, ...input }, asOf);
  if ('statement' in said) return said;
  return { refused: said.refused.map((each) => ({ ...each, field: inFile(each.field) })) };
};
