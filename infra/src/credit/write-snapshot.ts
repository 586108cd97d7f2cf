import { createHash } from 'node:crypto';
import { closeSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';
import type { CreditMonthRecord, CreditSnapshotRecord } from '@recourse/activities/records/credit-record';
import { addRow, noTotals, type CreditTotals } from '@recourse/domain/credit-reporting/control-totals';
import { monthEnd } from '@recourse/domain/credit-reporting/month';
import type { SnapshotLine } from './credit-file-schema.js';

/**
 * Writes a snapshot as JSON Lines: header, a row each, trailer with control totals and hash. Row by row, so that a portfolio of any size fits; the
 * file is there whole or not at all. The same records give the same bytes.
 * @throws when the file is there already, or cannot be written
 */
export async function writeSnapshot(
  file: string,
  { tenant, month, at }: Pick<CreditSnapshotRecord, 'tenant' | 'month' | 'at'>,
  months: AsyncIterable<CreditMonthRecord>,
): Promise<{ totals: CreditTotals; sha256: string }> {
  const part = `${file}.part-${process.pid}`;
  const open = openSync(part, 'wx');
  try {
    const totals = noTotals();
    const hash = createHash('sha256');
    const put = (line: SnapshotLine): void => {
      const bytes = `${JSON.stringify(line)}\n`;
      hash.update(bytes);
      writeSync(open, bytes);
    };
    const format = { format: 'recourse-credit-snapshot', version: 1 } as const;
    put({ record: 'header', ...format, tenant, month, asOf: monthEnd(month), madeAt: at });
    for await (const { rows } of months)
      for (const { receipt: _receipt, ...row } of rows) {
        addRow(totals, row);
        put({ record: 'row', ...row });
      }
    const sha256 = hash.digest('hex');
    writeSync(open, `${JSON.stringify({ record: 'trailer', totals, sha256 } satisfies SnapshotLine)}\n`);
    // A link is refused where a file is: nobody's file is written over.
    linkSync(part, file);
    return { totals, sha256 };
  } finally {
    closeSync(open);
    rmSync(part, { force: true });
  }
}
