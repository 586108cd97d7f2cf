import { join } from 'node:path';
import { controlTotals } from '@recourse/activities/take-on/control-totals';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { takeOnBook } from '@recourse/infra/mongo/take-on-book';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { loadPolicies, type Policies } from '@recourse/infra/policies/load-policies';
import type { BadRow } from '@recourse/infra/take-on/bad-row';
import { readTakeOn } from '@recourse/infra/take-on/read-take-on';
import type { OpenStores } from '../stack/open-stores.js';
import { loadLoans } from '../take-on/load-loans.js';
import { prepareTakeOn } from '../take-on/prepare-take-on.js';
import { totalsLines } from '../take-on/totals-lines.js';
import type { Lang } from '../words/lang.js';
import { takeOnWords } from '../words/take-on-words.js';
import { textTable } from '../words/text-table.js';
import { tenantNow } from './tenant-now.js';

export type TakeOnOptions = { dryRun: boolean; skipRejected: boolean; lang: Lang };

/** What to say, and when something is not as it must be, in how many words. */
export type TakeOnSaid = { lines: string[]; fault?: string };

/**
 * Takes a running portfolio on from a folder of CSV files (docs/data-files.md). Everything is checked first; with a bad row nothing is
 * taken, or with `skipRejected` the loans it speaks of are left out, where that can be told. @throws Mistake when there is no such tenant
 */
export async function takeOnPortfolio(
  stores: OpenStores,
  folder: string,
  { dryRun, skipRejected, lang }: TakeOnOptions,
): Promise<TakeOnSaid> {
  const words = takeOnWords[lang];
  const now = await tenantNow(stores);
  const { collections } = stores.mongo;
  const policies = loadPolicies(join(repoRoot, 'policies'));
  const tenant = await tenantStore(collections).get(stores.tenant);
  const parts = { now, policies, strategyName: tenant?.strategy ?? '' };
  const book = takeOnBook(collections, stores.tenant);

  const read = readTakeOn(folder, { now, zones: policies.zones, noticeKinds: noticeKinds(policies) });
  const prepared = await prepareTakeOn(book, stores.tenant, read.whole, parts);
  const { loans, bad: unfit, unknownPersons, unknownPoints } = prepared;
  const bad = [...read.bad, ...unfit];
  const lines = rejectedLines(bad, lang);
  if (read.untied) return { lines, fault: words.untied };
  if (read.unreadable || (bad.length > 0 && !skipRejected && !dryRun)) return { lines, fault: words.nothing };

  const before = loans.filter(({ known }) => known).length;
  const untold = loans.filter(({ historyKnown }) => !historyKnown).length;
  const leftOut = new Set(bad.flatMap(({ loanId }) => loanId ?? [])).size;
  lines.push(
    ...totalsLines(controlTotals(loans.map(({ standing }) => standing)), lang),
    ...(before > 0 ? [words.before(before)] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ...(read.absent.length > 0 ? [words.absent(read.absent.join(', '))] : []),
    ...(unknownPersons > 0 ? [words.unknownPersons(unknownPersons)] : []),
    ...(unknownPoints > 0 ? [words.unknownPoints(unknownPoints)] : []),
    ...(untold > 0 ? [words.historyUnknown(untold)] : []),
  );
  if (dryRun) return { lines: [...lines, words.dryRun], ...(bad.length > 0 && { fault: words.rejected(bad.length) }) };

  const { faults, atIntake } = await loadLoans(stores, book, loans, parts);
  if (faults.length > 0) return { lines, fault: faults.join('\n') };
  lines.push(words.done(loans.length - before), words.agree, ...(atIntake > 0 ? [words.waiting(atIntake)] : []));
  return { lines };
}

const noticeKinds = ({ latestByName }: Policies): Set<string> =>
  new Set(
    [...latestByName.values()].flatMap(({ strategy }) =>
      strategy.stages.flatMap(({ steps }) => steps.flatMap(({ notice }) => notice ?? [])),
    ),
  );

function rejectedLines(bad: readonly BadRow[], lang: Lang): string[] {
  if (bad.length === 0) return [];
  const { rejected, rejectedHeads } = takeOnWords[lang];
  const rows = bad.map(({ file, line, field = '', reason }) => [file, line, field, reason]);
  return [rejected(bad.length), ...textTable(rejectedHeads, rows), ''];
}
