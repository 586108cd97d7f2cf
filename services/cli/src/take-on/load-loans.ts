import { setTimeout as pause } from 'node:timers/promises';
import type { EventBus } from '@recourse/activities/event-bus';
import { controlTotals, type ControlTotals, type Standing } from '@recourse/activities/take-on/control-totals';
import type { PreviewParts } from '@recourse/activities/take-on/preview-take-on';
import type { TakeOnBook } from '@recourse/infra/mongo/take-on-book';
import { takeOnEventId } from '@recourse/infra/take-on/take-on-record';
import type { LoadDisplay } from './load-display.js';
import { takeOnItemId, type PreparedLoan } from './prepare-take-on.js';

const atOnce = 200;
/** Ingest takes some hundred events a second; a case its first turn within seconds. */
const patienceMs = 60_000;
const perLoanMs = 100;

/** `faults`: what did not come out as announced, in words; none when all totals agree. */
export type Loaded = { faults: string[]; atIntake: number } | 'interrupted';

/** `published` is kept up to date: whoever breaks off or fails in the middle can say how far it came. */
export type Load = {
  loans: readonly PreparedLoan[];
  /** What lies unread on Kafka, by key: it is waited for and not sent again. */
  waiting: ReadonlyMap<string, Uint8Array>;
  show: LoadDisplay['show'];
  signal: AbortSignal;
  published: number;
};

/** Publishes the events, waits until ingest and the cases have taken them, and compares the stores with what was announced. */
export async function loadLoans(
  { bus }: { bus: Pick<EventBus, 'producer'> },
  book: TakeOnBook,
  load: Load,
  { now, policies }: PreviewParts,
): Promise<Loaded> {
  const { loans, waiting, show, signal } = load;
  const producer = bus.producer();
  const records = toSend(loans, waiting).map(({ record }) => record);
  for (let from = 0; from < records.length; from += atOnce) {
    if (signal.aborted) return 'interrupted';
    const sent = records.slice(from, from + atOnce);
    await producer.send(sent);
    load.published += sent.length;
    show('published', load.published, records.length);
  }

  const ids = loans.map(({ loanId }) => loanId);
  const until = Date.now() + patienceMs + ids.length * perLoanMs;
  const standings = new Map<string, Standing>();
  const accepted = new Set<string>();
  let refused: string[] = [];
  for (;;) {
    const unread = ids.filter((id) => !accepted.has(id));
    for (const { loanId } of await book.events(unread.map(takeOnItemId))) accepted.add(loanId);
    refused = await refusals(book, ids);
    const unturned = ids.filter((id) => !standings.has(id));
    for (const each of await book.standings(unturned, now, policies.zones)) standings.set(each.loanId, each);
    show('takenOn', standings.size, ids.length);
    if (standings.size + refused.length >= ids.length || Date.now() > until) break;
    if (signal.aborted) return 'interrupted';
    // Each look asks for every loan that is not there yet: rarer the more they are.
    await pause(Math.max(250, (ids.length - standings.size) / 4), undefined, { signal }).catch(() => undefined);
  }
  const announced = loans.map(({ standing }) => standing);
  // Some were still being verified when they were first seen.
  const first = [...standings.values()].filter(({ stage }) => stage === 'intake').map(({ loanId }) => loanId);
  for (const each of await book.standings(first, now, policies.zones)) standings.set(each.loanId, each);
  const found = [...standings.values()];
  const late = ids.length - accepted.size - refused.length;
  const unturned = accepted.size - found.length;
  const stages = new Map(announced.map(({ loanId, stage }) => [loanId, stage]));
  return {
    faults: [
      ...refused,
      ...(late > 0 ? [`${late} loans are not taken yet: is ingest running?`] : []),
      ...(unturned > 0 ? [`${unturned} cases have not taken their first turn yet: is a worker running?`] : []),
      ...(late > 0 || unturned > 0 || refused.length > 0 ? [] : disagreements(announced, found)),
    ],
    atIntake: found.filter(({ loanId, stage }) => stage === 'intake' && stages.get(loanId) !== 'intake').length,
  };
}

/** Without those taken on before, and those on their way with the same content. Other content is sent, and set aside as a contradiction. */
export const toSend = (loans: readonly PreparedLoan[], waiting: Load['waiting']): PreparedLoan[] =>
  loans.filter(({ known, record }) => {
    const before = waiting.get(record.key);
    return !known && !(before && Buffer.compare(before, record.value) === 0);
  });

async function refusals(book: TakeOnBook, ids: readonly string[]): Promise<string[]> {
  const events = new Set(ids.map(takeOnEventId));
  return (await book.parked(new Set(ids)))
    .filter(({ headers }) => events.has(headers['ce_id'] ?? ''))
    .map(({ loanId, cause }) => `loan ${loanId ?? ''} was set aside: ${cause.code}: ${cause.field} ${cause.reason}`);
}

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
