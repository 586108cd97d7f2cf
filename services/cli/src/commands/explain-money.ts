import { explainAllocation } from '@recourse/domain/money/explain/explain-allocation';
import { explainDpd } from '@recourse/domain/money/explain/explain-dpd';
import { explainInterest } from '@recourse/domain/money/explain/explain-interest';
import { explainPayoff } from '@recourse/domain/money/explain/explain-payoff';
import { explainPosition } from '@recourse/domain/money/explain/explain-position';
import type { ExplainRefusal } from '@recourse/domain/money/explain/explain-refusal';
import { readExplainInput, type ExplainInput } from '@recourse/domain/money/explain/read-explain-input';
import { isIsoCurrency } from '@recourse/infra/events/iso-currencies';
import { jsonOfFile } from '../files/json-of-file.js';
import { allocationLines } from '../words/allocation-words.js';
import { dpdLines } from '../words/dpd-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { positionLines } from '../words/position-words.js';
import { statementLines } from '../words/statement-words.js';

/** The figures that can be explained. */
export const explainables = ['dpd', 'position', 'interest', 'allocation'] as const;

export type Asked = { what: (typeof explainables)[number]; json: boolean; lang: Lang };
export type ExplainMoney = Asked & { input: string };

/**
 * How a figure comes about, from a file (docs/explain.md); needs no server.
 * @throws Mistake naming every field that is wrong, each with its reason code
 */
export function explainMoney({ input: file, ...asked }: ExplainMoney): string[] {
  const read = readExplainInput(jsonOfFile(file), isIsoCurrency);
  if ('refused' in read) throw refusal(file, read.refused);
  return explained(file, read.input, asked);
}

/**
 * How a figure comes about. `name`: of what, for a refusal.
 * @throws Mistake naming every field by which it cannot be reckoned
 */
export function explained(name: string, input: ExplainInput, { what, json, lang }: Asked): string[] {
  const said = explain(what, input, lang);
  if ('refused' in said) throw refusal(name, said.refused);
  return json ? [JSON.stringify({ v: 1, ...said.figure }, null, 2)] : said.lines;
}

type Explained = { figure: object; lines: string[] } | { refused: ExplainRefusal[] };

function explain(what: Asked['what'], input: ExplainInput, lang: Lang): Explained {
  const { position, asOf, allocation } = input;
  switch (what) {
    case 'dpd': {
      const figure = explainDpd(position, asOf, allocation);
      return { figure, lines: dpdLines(figure, lang) };
    }
    case 'position': {
      const figure = explainPosition(position, asOf, allocation, explainPayoff(input));
      return { figure, lines: positionLines(figure, lang) };
    }
    case 'interest': {
      const said = explainInterest(input);
      return 'refused' in said ? said : { figure: said.statement, lines: statementLines(said.statement, lang) };
    }
    case 'allocation': {
      const figure = explainAllocation(position, asOf, allocation);
      return { figure, lines: allocationLines(figure, lang) };
    }
    default:
      return what satisfies never;
  }
}

const refusal = (file: string, refused: readonly ExplainRefusal[]): Mistake =>
  new Mistake(
    `${file} cannot be explained:\n${refused.map(({ field, text, reason }) => `  ${field || 'the whole'}: ${text} [${reason}]`).join('\n')}`,
  );
