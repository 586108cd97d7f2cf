import { join } from 'node:path';
import type { PreviewParts } from '@recourse/activities/take-on/preview-take-on';
import { controlTotals } from '@recourse/activities/take-on/control-totals';
import { daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import { localDay } from '@recourse/domain/calendar/local-time';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { takeOnBook } from '@recourse/infra/mongo/take-on-book';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { loadPolicies, type Policies } from '@recourse/infra/policies/load-policies';
import type { LoanToTakeOn } from '@recourse/infra/take-on/assemble-loans';
import type { BadRow } from '@recourse/infra/take-on/bad-row';
import { readTakeOn } from '@recourse/infra/take-on/read-take-on';
import type { OpenStores } from '../stack/open-stores.js';
import type { LoadDisplay } from '../take-on/load-display.js';
import { loadLoans, toSend } from '../take-on/load-loans.js';
import { onTheWay } from '../take-on/on-the-way.js';
import { prepareTakeOn } from '../take-on/prepare-take-on.js';
import { totalsLines } from '../take-on/totals-lines.js';
import type { Lang } from '../words/lang.js';
import { takeOnWords } from '../words/take-on-words.js';
import { textTable } from '../words/text-table.js';
import { tenantNow } from './tenant-now.js';

export type TakeOnOptions = { dryRun: boolean; skipRejected: boolean; lang: Lang };

/** Where it is told how far the load is, and what breaks it off. */
export type TakeOnTerminal = { say(lines: readonly string[]): void; display: LoadDisplay; signal: AbortSignal };

/**
 * Takes a running portfolio on from a folder of CSV files (docs/data-files.md). Everything is checked first; with a bad row nothing is
 * taken, or with `skipRejected` the loans it speaks of are left out, where that can be told. @throws Mistake when there is no such tenant
 * @returns what is not as it must be, in words
 */
export async function takeOnPortfolio(
  stores: OpenStores,
  folder: string,
  { dryRun, skipRejected, lang }: TakeOnOptions,
  { say, display, signal }: TakeOnTerminal,
): Promise<string | undefined> {
  const words = takeOnWords[lang];
  const now = await tenantNow(stores);
  const { collections } = stores.mongo;
  const policies = loadPolicies(join(repoRoot, 'policies'));
  const tenant = await tenantStore(collections).get(stores.tenant);
  const parts = { now, policies, strategyName: tenant?.strategy ?? '' };
  const book = takeOnBook(collections, stores.tenant);

  const read = readTakeOn(folder, { now, zones: policies.zones, noticeKinds: noticeKinds(policies) });
  const waiting =
    dryRun || read.whole.length === 0 ? new Map<string, Uint8Array>() : await onTheWay(stores.bus.admin());
  const prepared = await prepareTakeOn(book, stores.tenant, read.whole, parts);
  const { loans, bad: unfit, unknownPersons, unknownPoints } = prepared;
  const bad = [...read.bad, ...unfit];
  say(rejectedLines(bad, lang));
  if (read.untied) return words.untied;
  if (read.unreadable) return words.unreadable;
  const refused = bad.length > 0 && !skipRejected;
  if (refused && !dryRun) return words.nothing;

  const before = loans.filter(({ known }) => known).length;
  const unread = loans.length - before - toSend(loans, waiting).length;
  const untold = loans.filter(({ historyKnown }) => !historyKnown).length;
  const leftOut = new Set(bad.flatMap(({ loanId }) => loanId ?? [])).size;
  const old = oldBooks(read.whole, parts);
  say([
    ...(refused ? [words.withoutRejected] : []),
    ...totalsLines(controlTotals(loans.map(({ standing }) => standing)), lang),
    ...(before > 0 ? [words.before(before)] : []),
    ...(unread > 0 ? [words.onTheWay(unread)] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ...(read.empty.length > 0 ? [words.empty(read.empty.join(', '))] : []),
    ...(old[0] === undefined ? [] : [words.oldBooks(old.length, old[0])]),
    ...(read.absent.length > 0 ? [words.absent(read.absent.join(', '))] : []),
    ...(unknownPersons > 0 ? [words.unknownPersons(unknownPersons)] : []),
    ...(unknownPoints > 0 ? [words.unknownPoints(unknownPoints)] : []),
    ...(untold > 0 ? [words.historyUnknown(untold)] : []),
  ]);
  if (refused) return words.wouldTakeNothing;
  if (dryRun) {
    say([words.dryRun]);
    return undefined;
  }

  const load = { loans, waiting, show: display.show, signal, published: 0 };
  const loaded = await loadLoans(stores, book, load, parts)
    .catch((error: unknown) => {
      if (load.published > 0) say([words.broken(load.published)]);
      throw error;
    })
    .finally(() => display.end());
  if (loaded === 'interrupted') {
    say([words.interrupted(load.published)]);
    return undefined;
  }
  const { faults, atIntake } = loaded;
  if (faults.length > 0) return faults.join('\n');
  say([words.done(loans.length - before), words.agree, ...(atIntake > 0 ? [words.waiting(atIntake)] : [])]);
  return undefined;
}

/** After so many days the books have missed what matters. */
const booksAgeDays = 7;

/** The days of books that were closed long ago, oldest first. */
const oldBooks = (
  loans: readonly LoanToTakeOn[],
  { now, policies: { zones } }: Pick<PreviewParts, 'now' | 'policies'>,
): string[] =>
  loans
    .filter(({ told: { asOf, terms } }) => {
      const zone = zones[terms.zone];
      return zone !== undefined && daysBetween(asOf, localDay(now, zone)) > booksAgeDays;
    })
    .map(({ told }) => told.asOf)
    .toSorted();

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
