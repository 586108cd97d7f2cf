import { setTimeout as pause } from 'node:timers/promises';
import { controlTotals, type ControlTotals, type Standing } from '@recourse/activities/take-on/control-totals';
import type { PreviewParts } from '@recourse/activities/take-on/preview-take-on';
import type { TakeOnBook } from '@recourse/infra/mongo/take-on-book';
import { takeOnEventId } from '@recourse/infra/take-on/take-on-record';
import type { OpenStores } from '../stack/open-stores.js';
import { takeOnItemId, type PreparedLoan } from './prepare-take-on.js';

const atOnce = 200;
/** Ingest takes some hundred events a second; a case its first turn within seconds. */
const patienceMs = 60_000;
const perLoanMs = 100;

/** `faults`: what did not come out as announced, in words; none when all totals agree. */
export type Loaded = { faults: string[]; atIntake: number };

/** Publishes the events, waits until ingest and the cases have taken them, and compares the stores with what was announced. */
export async function loadLoans(
  { bus }: Pick<OpenStores, 'bus'>,
  book: TakeOnBook,
  loans: readonly PreparedLoan[],
  { now, policies }: PreviewParts,
): Promise<Loaded> {
  const producer = bus.producer();
  const records = loans.filter(({ known }) => !known).map(({ record }) => record);
  for (let from = 0; from < records.length; from += atOnce) await producer.send(records.slice(from, from + atOnce));

  const ids = loans.map(({ loanId }) => loanId);
  const until = Date.now() + patienceMs + records.length * perLoanMs;
  let accepted = 0;
  let standings: Standing[] = [];
  let refused: string[] = [];
  for (;;) {
    accepted = (await book.events(ids.map(takeOnItemId))).length;
    refused = await refusals(book, ids);
    standings = await book.standings(ids, now, policies.zones);
    if (standings.length === ids.length || standings.length + refused.length >= ids.length) break;
    if (Date.now() > until) break;
    await pause(250);
  }
  const announced = loans.map(({ standing }) => standing);
  const late = ids.length - accepted - refused.length;
  const unturned = accepted - standings.length;
  return {
    faults: [
      ...refused,
      ...(late > 0 ? [`${late} loans are not taken yet: is ingest running?`] : []),
      ...(unturned > 0 ? [`${unturned} cases have not taken their first turn yet: is a worker running?`] : []),
      ...(late > 0 || unturned > 0 || refused.length > 0 ? [] : disagreements(announced, standings)),
    ],
    atIntake: standings.filter(({ loanId, stage }) => stage === 'intake' && stageOf(announced, loanId) !== 'intake')
      .length,
  };
}

async function refusals(book: TakeOnBook, ids: readonly string[]): Promise<string[]> {
  const events = new Set(ids.map(takeOnEventId));
  return (await book.parked(new Set(ids)))
    .filter(({ headers }) => events.has(headers['ce_id'] ?? ''))
    .map(({ loanId, cause }) => `loan ${loanId ?? ''} was set aside: ${cause.code}: ${cause.field} ${cause.reason}`);
}

const stageOf = (standings: readonly Standing[], loanId: string): Standing['stage'] | undefined =>
  standings.find((each) => each.loanId === loanId)?.stage;

/** A case that waits at intake has no stage yet: it is compared when it has one. */
function disagreements(announced: readonly Standing[], found: readonly Standing[]): string[] {
  const stages = new Map(announced.map(({ loanId, stage }) => [loanId, stage]));
  const settled = found.map((each) =>
    each.stage === 'intake' ? { ...each, stage: stages.get(each.loanId) ?? each.stage } : each,
  );
  const [files, stores] = [flat(controlTotals(announced)), flat(controlTotals(settled))];
  const names = [...new Set([...files.keys(), ...stores.keys()])];
  return names
    .filter((name) => files.get(name) !== stores.get(name))
    .map((name) => `${name}: ${files.get(name) ?? 0} in the files, ${stores.get(name) ?? 0} in the stores`);
}

function flat({ loans, persons, arrears, buckets, stages }: ControlTotals): Map<string, number> {
  return new Map([
    ['loans', loans],
    ['persons', persons],
    ...Object.entries(arrears).map(([currency, amount]): [string, number] => [`overdue ${currency}`, amount]),
    ...Object.entries(buckets).flatMap(([bucket, each]): [string, number][] => [
      [`loans ${bucket}`, each.loans],
      [`overdue ${bucket}`, each.arrears],
    ]),
    ...Object.entries(stages).map(([stage, count]): [string, number] => [`stage ${stage}`, count]),
  ]);
}
