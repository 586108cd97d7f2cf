import { asRead } from './as-read.js';
import type { Evidence } from './evidence.js';
import { groupBy } from './group-by.js';
import { givenUp } from './late/given-up.js';
import { newsOfLoans, type ToldOfLoan } from './news-of-loans.js';
import { chargeOf, reckonLate, type FreeDays, type LateReckoned } from './reckon-late.js';
import { termsIn } from './terms-in.js';
import { wallDay } from './wall-time.js';

/** What is due of lateness, told at an instant, by what had been taken by then. `none`: the terms charge for nothing. */
export type LateThen = { asOf: string; reckoned: LateReckoned } | 'none' | 'not-covered';

/** Of which loan and case, and the position version whoever said it had read; `before`: the number of the entry that says it, absent: no entry does. */
export type LateAsked = { loanId: string; caseId: string; readPosition: number; before?: number };

/** Asks what a loan's lateness had cost at an instant: by all taken that `taken` lets in, and the holds that were known then. */
export const lateOfLoans = (
  evidence: Pick<Evidence, 'accepted' | 'incoming' | 'journal' | 'loans' | 'law'>,
): ((of: LateAsked, at: string, taken: (event: ToldOfLoan) => boolean) => LateThen) => {
  const told = newsOfLoans(evidence);
  const journals = groupBy(evidence.journal, ({ caseId }) => caseId);
  const loans = new Map(evidence.loans.map((loan) => [loan.loanId, loan]));
  const insolvent = insolventDays(evidence);
  return ({ loanId, caseId, readPosition, before = Infinity }, at, taken) => {
    const events = told.get(loanId);
    if (!events) return 'not-covered';
    const news = asRead(
      events.filter(taken).flatMap((event) => event.news),
      readPosition,
    );
    const terms = termsIn(news);
    if (!terms || !chargeOf(terms)) return 'none';
    const asOf = wallDay(at, terms.zone);
    if (asOf === undefined) return 'not-covered';
    const free = freeDays(journals.get(caseId) ?? [], loans.get(loanId)?.holds ?? [], {
      at,
      zone: terms.zone,
      insolvent,
    });
    const stated = (journals.get(caseId) ?? []).filter(({ seq, fact }) => seq < before && fact.at <= at);
    const reckoned = reckonLate(news, free, asOf, givenUp(stated, events));
    return reckoned ? { asOf, reckoned } : 'not-covered';
  };
};

type HoldTold = { id: string; stops: string[]; from: string; until?: string; endedAt?: string; interestFrom?: string };

/** The day each event of an insolvency told, by the id of the event, which is its hold's; undefined: it told none. */
const insolventDays = ({ accepted, incoming }: Pick<Evidence, 'accepted' | 'incoming'>): InsolventDays => {
  const there = new Map(incoming.map((record) => [record.place, record]));
  return new Map(
    accepted.flatMap(({ id, place, type }) =>
      type === 'person-insolvent'
        ? (there.get(place)?.news ?? []).flatMap((each) =>
            each.news === 'person' ? [[id, each.insolventOn] as const] : [],
          )
        : [],
    ),
  );
};

type InsolventDays = ReadonlyMap<string, string | undefined>;
type AskedAt = { at: string; zone: string; insolvent: InsolventDays };

/**
 * A day is free when a hold that stops interest is in force as it ends; of an insolvency from its own day on (企业破产法 art. 46), as its event
 * tells, or the hold where that event is on Kafka no more.
 */
const freeDays = (
  journal: Evidence['journal'],
  ofLoan: readonly HoldTold[],
  { at, zone, insolvent }: AskedAt,
): FreeDays[] => {
  const ended = new Map<string, string>();
  const holds = new Map<string, HoldTold>();
  for (const { fact } of journal) {
    if (fact.at > at) continue;
    if (fact.type === 'hold-ended') ended.set(String(fact['holdId']), fact.at);
    const hold = fact['hold'] as HoldTold | undefined;
    if (fact.type === 'hold-placed' && hold) holds.set(hold.id, hold);
  }
  for (const hold of ofLoan) if (hold.from <= at && !holds.has(hold.id)) holds.set(hold.id, hold);
  return [...holds.values()]
    .filter(({ stops }) => stops.includes('interest'))
    .flatMap(({ id, from, until, endedAt, interestFrom }): FreeDays[] => {
      const ends = [until, endedAt !== undefined && endedAt <= at ? endedAt : undefined, ended.get(id)]
        .filter((each) => each !== undefined)
        .toSorted()[0];
      const [first, last] = [wallDay(from, zone), ends === undefined ? undefined : wallDay(ends, zone)];
      const own = insolvent.has(id) ? insolvent.get(id) : interestFrom;
      const since = own !== undefined && first !== undefined && own < first ? own : first;
      return since === undefined ? [] : [{ from: since, ...(last !== undefined && { to: last }) }];
    });
};
