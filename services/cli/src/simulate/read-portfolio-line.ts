import type { Law } from '@recourse/domain/law/law';
import { placesWithoutLaw } from '@recourse/domain/law/rules-of';
import { pathText } from '@recourse/domain/policy/path-text';
import { readPortfolioRow, type PortfolioRow } from '@recourse/domain/simulation/portfolio-row';
import { readStrictJson } from '@recourse/infra/json/read-strict-json';
import type { BadLine } from '../files/bad-lines.js';

/** How the lines of a portfolio are written: an object each, or values under the names of a first line. */
export type LineFormat = { format: 'ndjson' } | { format: 'csv'; fields: string[] };

/** Values of one line of CSV (RFC 4180, on one line); undefined when a quote is left open. */
export function csvValues(text: string): string[] | undefined {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=,|$)/.exec(text.slice(at));
    const plain = quoted ? undefined : /^[^",]*(?=,|$)/.exec(text.slice(at));
    if (!quoted && !plain) return undefined;
    const [whole, inside] = quoted ?? plain ?? [''];
    values.push((inside ?? whole).replaceAll('""', '"').trim());
    at += whole.length + 1;
    if (at > text.length) return values;
  }
}

/** The format the first line of a file shows. */
export const formatOf = (firstLine: string): LineFormat =>
  firstLine.trimStart().startsWith('{')
    ? { format: 'ndjson' }
    : { format: 'csv', fields: csvValues(firstLine) ?? [firstLine] };

const numbers = new Set(['instalmentsLeft', 'principal', 'interest', 'graceDays', 'tolerance', 'dpd']);
const lists = new Set(['points', 'agreed']);

/** In CSV a list is separated by spaces and an empty cell is a field that is not there. */
const cell = (field: string, text: string): unknown => {
  if (lists.has(field)) return text.split(' ').filter((each) => each !== '');
  if (!numbers.has(field)) return text;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

type Read = { value: unknown } | { faults: Omit<BadLine, 'number'>[] };

const readCsv = (text: string, fields: readonly string[]): Read => {
  const values = csvValues(text);
  if (!values) return { faults: [{ reason: 'is not CSV: a quote is left open' }] };
  if (values.length !== fields.length)
    return { faults: [{ reason: `has ${values.length} values, the first line names ${fields.length} fields` }] };
  const filled = fields.flatMap((field, nth) => {
    const text_ = values[nth] ?? '';
    return text_ === '' && !lists.has(field) ? [] : [[field, cell(field, text_)] as const];
  });
  return { value: Object.fromEntries(filled) };
};

const readJson = (text: string): Read => {
  const read = readStrictJson(text);
  return 'value' in read
    ? read
    : {
        faults: read.faults.map(({ path, reason }) => ({ ...(path.length > 0 && { field: pathText(path) }), reason })),
      };
};

/** What the rows of one portfolio must have in common, and the zones and places there are. */
export type RowsAgree = { asOf: string; currency: string; zones: ReadonlySet<string>; law: Law };

const disagreements = (row: PortfolioRow, { asOf, currency, zones, law }: RowsAgree): Omit<BadLine, 'number'>[] => [
  ...(zones.has(row.zone) ? [] : [{ field: 'zone', reason: 'is no time zone known here' }]),
  ...(placesWithoutLaw(law, [row.jurisdiction]).length === 0
    ? []
    : [{ field: 'jurisdiction', reason: 'has no rule pack: nobody could be contacted' }]),
  ...(row.asOf === asOf ? [] : [{ field: 'asOf', reason: `must be the same in every row: the first says ${asOf}` }]),
  ...(row.currency === currency
    ? []
    : [{ field: 'currency', reason: `must be the same in every row: the first says ${currency}` }]),
];

/** One line of a portfolio, or everything that is wrong with it by field. */
export function readPortfolioLine(
  text: string,
  format: LineFormat,
  agree?: RowsAgree,
): { row: PortfolioRow } | { faults: Omit<BadLine, 'number'>[] } {
  const parsed = format.format === 'csv' ? readCsv(text, format.fields) : readJson(text);
  if ('faults' in parsed) return parsed;
  const read = readPortfolioRow(parsed.value);
  if ('faults' in read)
    return { faults: read.faults.map(({ path, reason }) => ({ ...(path !== '' && { field: path }), reason })) };
  const faults = agree ? disagreements(read.row, agree) : [];
  return faults.length > 0 ? { faults } : read;
}
