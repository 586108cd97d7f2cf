import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overEverywhere } from '@recourse/activities/credit/furnish-month';
import { laterMonth, monthOf, type Month } from '@recourse/domain/credit-reporting/month';
import { snapshotLine, type ReceiptLine, type SnapshotLine } from '@recourse/infra/credit/credit-file-schema';
import { answerCreditDispute, openCreditDispute } from '../commands/credit-dispute.js';
import { creditReceipt } from '../commands/credit-receipt.js';
import { creditSnapshot } from '../commands/credit-snapshot.js';
import { tenantNow } from '../commands/tenant-now.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';
import type { Lang } from '../words/lang.js';
import { snapshotLines } from '../words/credit-report-words.js';

const actor = 'credit-office/demo';
/** Of so many rows the bureau does not take the first. */
const rowsForRejection = 10;
/** A dispute is answered in so many days; the law gives 20. */
const answersAfterMs = 10 * 86_400_000;
const raised = ['amount', 'paid-already'] as const;

type Row = Extract<SnapshotLine, { record: 'row' }>;
type Disputed = { loanId: string; month: Month; nth: number; openedAt: string; answered?: true };
type Told = { logs: string; lang: Lang; note(line: string): void };

/**
 * The demo's back office for the credit bureau: each month's file as soon as the month is over everywhere, the bureau's answer to it, and two
 * borrowers who dispute what was told of them; the first is right, and the month told wrongly is taken back.
 */
export function creditOffice(stores: OpenStores, { ports: { doorbell } }: OpenClock, told: Told): () => Promise<void> {
  const made = new Set<Month>();
  const disputed: Disputed[] = [];
  let first: Month | undefined;
  return async () => {
    const now = await tenantNow(stores);
    const month = laterMonth(monthOf(now.slice(0, 10)), -1);
    first ??= month;
    // What ended before the demonstration began was nobody's to tell.
    if (month > first && !made.has(month) && overEverywhere(month) <= now) {
      made.add(month);
      await furnish(month, now);
    }
    for (const each of disputed)
      if (!each.answered && Date.parse(now) - Date.parse(each.openedAt) >= answersAfterMs) {
        each.answered = true;
        const upheld = each.nth === 0;
        const answer = { loanId: each.loanId, upheld, wrong: upheld ? [each.month] : [], by: actor };
        await answerCreditDispute(stores, doorbell, answer);
      }
  };

  async function furnish(month: Month, now: string): Promise<void> {
    const out = join(told.logs, `credit-${stores.tenant}-${month}.jsonl`);
    rmSync(out, { force: true });
    const snapshot = await creditSnapshot(stores, doorbell, { month, out });
    const [line] = snapshotLines(out, snapshot, told.lang);
    if (line !== undefined) told.note(line);
    const rows = rowsOf(out);
    const receipt = `${out}.receipt`;
    writeFileSync(receipt, answerOf(stores.tenant, month, snapshot.sha256, rows));
    await creditReceipt(stores, doorbell, receipt);
    for (const { loanId, adverse, kind, month: of } of rows.slice(1)) {
      if (disputed.length >= raised.length) return;
      const reason = raised[disputed.length];
      if (!adverse || kind !== 'first' || of !== month || reason === undefined) continue;
      const nth = disputed.length;
      disputed.push({ loanId, month, nth, openedAt: now });
      await openCreditDispute(stores, doorbell, { loanId, raised: reason, by: actor });
    }
  }
}

const rowsOf = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((text): Row[] => {
      const line = snapshotLine.parse(JSON.parse(text));
      return line.record === 'row' ? [line] : [];
    });

const answerOf = (tenant: string, month: Month, sha256: string, rows: readonly Row[]): string => {
  const header: ReceiptLine = {
    record: 'header',
    format: 'recourse-credit-receipt',
    version: 1,
    tenant,
    month,
    sha256,
  };
  const lines = rows.map(({ row }, index): ReceiptLine =>
    index === 0 && rows.length >= rowsForRejection
      ? { record: 'row', row, taken: false, code: 'SUBJECT-NOT-FOUND' }
      : { record: 'row', row, taken: true },
  );
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
};
