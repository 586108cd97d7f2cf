import { explainDpd } from '@recourse/domain/money/explain/explain-dpd';
import { explainInterest } from '@recourse/domain/money/explain/explain-interest';
import type { ExplainRefusal } from '@recourse/domain/money/explain/explain-refusal';
import { readExplainInput, type ExplainInput } from '@recourse/domain/money/explain/read-explain-input';
import { isIsoCurrency } from '@recourse/infra/events/iso-currencies';
import { jsonOfFile } from '../files/json-of-file.js';
import { dpdLines } from '../words/dpd-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { statementLines } from '../words/statement-words.js';

/** The figures that can be explained from a file. */
export const explainables = ['dpd', 'interest'] as const;

export type ExplainMoney = { what: (typeof explainables)[number]; input: string; json: boolean; lang: Lang };

/**
 * How a figure comes about, from a file (docs/explain.md); needs no server.
 * @throws Mistake naming every field that is wrong, each with its reason code
 */
export function explainMoney({ what, input: file, json, lang }: ExplainMoney): string[] {
  const read = readExplainInput(jsonOfFile(file), isIsoCurrency);
  if ('refused' in read) throw refusal(file, read.refused);
  return json
    ? [JSON.stringify({ v: 1, ...figure(file, what, read.input) }, null, 2)]
    : said(file, what, read.input, lang);
}

function said(file: string, what: ExplainMoney['what'], input: ExplainInput, lang: Lang): string[] {
  switch (what) {
    case 'dpd':
      return dpdLines(explainDpd(input.position, input.asOf, input.allocation), lang);
    case 'interest':
      return statementLines(interest(file, input), lang);
    default:
      return what satisfies never;
  }
}

function figure(file: string, what: ExplainMoney['what'], input: ExplainInput): object {
  return what === 'dpd' ? explainDpd(input.position, input.asOf, input.allocation) : interest(file, input);
}

function interest(file: string, input: ExplainInput) {
  const explained = explainInterest(input);
  if ('refused' in explained) throw refusal(file, explained.refused);
  return explained.statement;
}

const refusal = (file: string, refused: readonly ExplainRefusal[]): Mistake =>
  new Mistake(
    `${file} cannot be explained:\n${refused.map(({ field, text, reason }) => `  ${field || 'the whole'}: ${text} [${reason}]`).join('\n')}`,
  );
