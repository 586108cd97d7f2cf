import type { ArrangementAsked } from '@recourse/domain/arrangements/arrangement';
import { arrangementQuestionSchema } from '@recourse/domain/arrangements/arrangement-question-schema';
import type { Authority } from '@recourse/domain/arrangements/arrangement-kind';
import { readExplainInput, type ExplainInput } from '@recourse/domain/money/explain/read-explain-input';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { isIsoCurrency } from '@recourse/infra/events/iso-currencies';
import { Mistake } from '../words/mistake.js';
import { jsonOfFile } from './json-of-file.js';

export type ArrangementQuestion = {
  loan: ExplainInput;
  product: string;
  jurisdiction: string;
  authority: Authority;
  asked: ArrangementAsked;
};

/** @throws Mistake naming every field that is wrong */
export function readArrangementFile(file: string): ArrangementQuestion {
  const wrong = (faults: readonly string[]): Mistake =>
    new Mistake(`${file} cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const read = arrangementQuestionSchema.safeParse(jsonOfFile(file));
  if (!read.success)
    throw wrong(schemaFaults(read.error).map(({ path, reason }) => `${path || 'the whole'}: ${reason}`));
  const { loan, outstanding, product, jurisdiction, authority, asked } = read.data;
  const told = readExplainInput(loan, isIsoCurrency);
  if ('refused' in told)
    throw wrong(told.refused.map(({ field, text, reason }) => `loan${field ? `.${field}` : ''}: ${text} [${reason}]`));
  const { position, asOf } = told.input;
  const owed = outstanding === undefined ? position : { ...position, outstanding, outstandingAsOf: asOf };
  return { loan: { ...told.input, position: owed }, product, jurisdiction, authority, asked };
}
