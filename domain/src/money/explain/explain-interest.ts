import { lateChargeStatement, type LateChargeStatement } from '../penalty/late-charge-statement.js';
import type { ExplainRefusal } from './explain-refusal.js';
import type { ExplainInput } from './read-explain-input.js';

/** Places in `LateChargeInput` under their names in the file. */
const inFile = (field: string): string =>
  field.replace(/^terms\b/, 'contract.lateCharges').replace(/^startOn$/, 'contract.startOn');

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
  if ('statement' in said) return said;
  return { refused: said.refused.map((each) => ({ ...each, field: inFile(each.field) })) };
};
