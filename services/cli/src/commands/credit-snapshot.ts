import { join } from 'node:path';
import {
  furnishMonth,
  openSnapshot,
  overEverywhere,
  type FurnishedLoans,
} from '@recourse/activities/credit/furnish-month';
import type { SnapshotRefusal } from '@recourse/activities/credit/credit-store';
import type { Doorbell } from '@recourse/activities/doorbell';
import type { CreditTotals } from '@recourse/domain/credit-reporting/control-totals';
import type { Month } from '@recourse/domain/credit-reporting/month';
import { writeSnapshot } from '@recourse/infra/credit/write-snapshot';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { mongoCreditStore } from '@recourse/infra/mongo/credit-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { operatorName } from '../operator/operator-name.js';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { tenantNow } from './tenant-now.js';

export type Snapshot = { furnished: FurnishedLoans; totals: CreditTotals; sha256: string };

const refused: Record<SnapshotRefusal, (month: Month) => string> = {
  'month-not-over': (month) => `${month} is over everywhere only at ${overEverywhere(month)} [month-not-over]`,
  'month-before-the-last': (month) => `a later month than ${month} was told already [month-before-the-last]`,
  'unfinished-before': () => 'the snapshot before is not finished: make it first [unfinished-before]',
};

/**
 * Judges every loan for a month, and writes the file that goes to the bureau. Made again, it is the same file; broken off, it goes on where it was.
 * @throws Mistake when the month cannot be told yet or any more, or the file cannot be written
 */
export async function creditSnapshot(
  stores: OpenStores,
  doorbell: Doorbell,
  { month, out }: { month: Month; out: string },
  onLoan?: (loans: number) => void,
): Promise<Snapshot> {
  const { tenant } = stores;
  const credit = mongoCreditStore(stores.mongo);
  const { law, zones } = loadPolicies(join(repoRoot, 'policies'));
  const now = await tenantNow(stores);
  const snapshot = await openSnapshot({ credit }, { tenant, month, now, by: operatorName() });
  if (typeof snapshot === 'string') throw new Mistake(refused[snapshot](month));
  const furnished =
    snapshot.finishedAt === undefined
      ? await furnishMonth({ credit, doorbell }, { tenant, month }, { law, zones }, onLoan)
      : { loans: 0, rows: 0, withheld: {} };
  const written = await writeSnapshot(out, snapshot, credit.months(tenant, month)).catch((error: unknown) => {
    throw new Mistake(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (snapshot.finishedAt === undefined) await credit.finish(snapshot._id, { at: now, ...written });
  return { furnished, ...written };
}
