import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { BadRow } from './bad-row.js';
import { otherFaults, type TakeOnContext } from './check-tables.js';
import { csvTable, type CsvRow } from './csv-table.js';
import { columnsOf, requiredFiles, takeOnFiles, type TakeOnFile, type TakeOnTables } from './take-on-files.js';

/** `unreadable`: a file as a whole cannot be believed. `absent`: files that were left out; `empty`: those with a header and no row. */
export type ReadTables = {
  tables: TakeOnTables;
  bad: BadRow[];
  unreadable: boolean;
  absent: TakeOnFile[];
  empty: TakeOnFile[];
};

const files = Object.keys(takeOnFiles) as TakeOnFile[];

/** Reads the files of a take-on folder, each row by itself. */
export function readTables(folder: string, context: TakeOnContext): ReadTables {
  const tables: TakeOnTables = {
    'loans.csv': [],
    'instalments.csv': [],
    'payments.csv': [],
    'contacts.csv': [],
    'notices.csv': [],
    'refusals.csv': [],
    'holds.csv': [],
  };
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return {
      tables,
      bad: [{ file: folder, line: 0, reason: 'is no folder' }],
      unreadable: true,
      absent: [],
      empty: [],
    };
  // A misspelt name would be a history left out without a word.
  const bad: BadRow[] = readdirSync(folder)
    .filter((name) => /\.csv$/i.test(name) && !files.some((file) => file === name))
    .map((file) => ({ file, line: 0, reason: `is no file of a take-on; those are ${files.join(', ')}` }));
  let unreadable = bad.length > 0;
  const absent: TakeOnFile[] = [];
  const empty: TakeOnFile[] = [];
  for (const file of files) {
    const path = join(folder, file);
    if (!existsSync(path)) {
      absent.push(file);
      if (requiredFiles.includes(file)) bad.push({ file, line: 0, reason: 'is missing' });
      unreadable ||= requiredFiles.includes(file);
      continue;
    }
    const table = csvTable(file, readFileSync(path), columnsOf(file));
    bad.push(...table.bad);
    unreadable ||= table.unreadable;
    if (!table.unreadable && table.rows.length + table.bad.length === 0) empty.push(file);
    for (const row of table.rows) readRow(file, row, { tables, bad }, context);
  }
  return { tables, bad, unreadable, absent, empty };
}

function readRow(
  file: TakeOnFile,
  { line, fields }: CsvRow,
  { tables, bad }: Pick<ReadTables, 'tables' | 'bad'>,
  context: TakeOnContext,
): void {
  const schema: z.ZodType<object> = takeOnFiles[file];
  const read = schema.safeParse(fields);
  // The schema of a file makes the rows of that file.
  if (read.success) return void (tables[file] as object[]).push({ ...read.data, line });
  const faults = read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), reason: message }));
  const others = otherFaults(file, fields, context).filter(
    (other) => !faults.some(({ field }) => field === other.field),
  );
  const loanId = fields['loan_id'];
  bad.push(...[...faults, ...others].map((fault) => ({ file, line, ...fault, ...(loanId && { loanId }) })));
}
