import { parse } from 'csv-parse/sync';
import type { BadRow } from './bad-row.js';

/** One row by column, as text, with its line in the file. */
export type CsvRow = { line: number; fields: Record<string, string> };

/** `unreadable`: header or encoding are wrong, no row of it can be believed. */
export type CsvTable = { rows: CsvRow[]; bad: BadRow[]; unreadable: boolean };

const byteOrderMark = /^\uFEFF/;

/** Reads a CSV file (RFC 4180, UTF-8, a byte order mark is tolerated) whose header must be exactly `columns`. */
export function csvTable(file: string, bytes: Uint8Array, columns: readonly string[]): CsvTable {
  const unreadable = (bad: BadRow[]): CsvTable => ({ rows: [], bad, unreadable: true });
  // UTF-16 of plain letters is UTF-8 with a zero between any two.
  if (isUtf16(bytes)) return unreadable([{ file, line: 1, reason: 'is not UTF-8 but UTF-16: save it as UTF-8' }]);
  const badLines = linesNotUtf8(bytes);
  if (badLines.length > 0) return unreadable(badLines.map((line) => ({ file, line, reason: 'is not UTF-8' })));
  const text = new TextDecoder('utf-8').decode(bytes).replace(byteOrderMark, '');
  if (text.trim() === '')
    return unreadable([{ file, line: 1, reason: `is empty; its header must be ${columns.join(',')}` }]);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    const line = badQuote(text) ?? (error as { lines?: number }).lines ?? 1;
    return unreadable([{ file, line, reason: 'is not CSV: a quote is open or out of place' }]);
  }
  const [header, ...others] = records;
  const bad = badHeader(file, header?.record ?? [], columns);
  if (bad.length > 0) return unreadable(bad);
  const rows: CsvRow[] = [];
  let from = header?.info.lines ?? 1;
  for (const { record, info } of others) {
    // A quoted field may go on over lines: the row is where it begins.
    const line = record.some((value) => value.includes('\n')) ? from + 1 : info.lines;
    from = info.lines;
    if (record.length === columns.length)
      rows.push({ line, fields: Object.fromEntries(columns.map((name, nth) => [name, record[nth]?.trim() ?? ''])) });
    else
      bad.push({
        file,
        line,
        reason: `has ${record.length} fields, not ${columns.length}`,
        shifted: true,
        ...loanOf(record, columns),
      });
  }
  return { rows, bad, unreadable: false };
}

function loanOf(record: readonly string[], columns: readonly string[]): { loanId?: string } {
  const loanId = record[columns.indexOf('loan_id')]?.trim();
  return loanId ? { loanId } : {};
}

function badHeader(file: string, header: readonly string[], columns: readonly string[]): BadRow[] {
  const names = header.map((name) => name.trim());
  if (names.length === columns.length && columns.every((name, nth) => names[nth] === name)) return [];
  const [first = ''] = names;
  const other = names.length === 1 ? [';', '\t', '|'].find((separator) => first.includes(separator)) : undefined;
  if (other) return [{ file, line: 1, reason: `uses ${other === '\t' ? 'tabs' : other} instead of , between fields` }];
  const missing = columns.filter((name) => !names.includes(name));
  const reason = missing.length > 0 ? `the header lacks ${missing.join(', ')}` : 'the header is not in order';
  return [{ file, line: 1, reason: `${reason}; it must be ${columns.join(',')}` }];
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.includes(0);

/** The line on which a quote opens that is never closed, or is closed inside its field; the parser names the one where it noticed. */
function badQuote(text: string): number | undefined {
  let line = 1;
  let opened: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const [before, char, after] = [text[at - 1] ?? '\n', text[at], text[at + 1] ?? '\n'];
    if (char === '\n') line += 1;
    if (char !== '"') continue;
    if (opened === undefined) {
      if (!/[,\r\n]/.test(before)) return line;
      opened = line;
    } else if (after === '"') at += 1;
    else if (/[,\r\n]/.test(after)) opened = undefined;
    else return opened;
  }
  return opened;
}

function linesNotUtf8(bytes: Uint8Array): number[] {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    utf8.decode(bytes);
    return [];
  } catch {
    const lines: number[] = [];
    for (let from = 0, line = 1; from <= bytes.length; line += 1) {
      const end = bytes.indexOf(10, from);
      const to = end < 0 ? bytes.length : end;
      try {
        utf8.decode(bytes.subarray(from, to));
      } catch {
        lines.push(line);
      }
      from = to + 1;
    }
    return lines.length > 0 ? lines : [1];
  }
}
