import { asRead } from './as-read.js';
import type { Entry, Evidence, Fact } from './evidence.js';
import { groupBy } from './group-by.js';
import { journalsOf } from './journals.js';
import type { ClaimHistory, Restart, Standstill } from './law/end-of-claim.js';
import { moneyGone } from './money-gone.js';
import type { News } from './news.js';
import { newsOfLoans, type ToldOfLoan } from './news-of-loans.js';
import { reckon } from './reckon.js';
import { scheduledOn } from './schedule-news.js';
import { orderIn } from './terms-in.js';
import { wallDay } from './wall-time.js';

/** A claim as its facts have it by some entry of its journal. `unbacked`: what the case says began it anew, and nothing shows. */
export type Claim = {
  zone: string;
  jurisdiction: string;
  product: string;
  history: ClaimHistory;
  unbacked: string[];
};
type Interruption = Restart & { by: { what: string; id: string } };
type Suspension = Standstill & { by: { id: string } };
type Hold = { id: string; reason: string; from: string; until?: string };

/**
 * Asks how a claim stood, by what its case had stated before an entry: due days from the events that it had read, anything that let the limitation
 * begin anew only where payments, acts, promises and agreements show it. Undefined: the loan's events are gone, or it was never opened.
 */
export const claimsOf = (evidence: Evidence): ((caseId: string, stated: readonly Entry[]) => Claim | undefined) => {
  const told = newsOfLoans(evidence);
  const loans = new Map(evidence.loans.map((loan) => [loan.loanId, loan]));
  const ofLoan = groupBy([...journalsOf(evidence).values()].flat(), ({ caseId }) => loanOf(caseId));
  return (caseId, stated) => {
    const loanId = loanOf(caseId);
    const loan = loans.get(loanId);
    const events = told.get(loanId);
    if (!loan || !events) return undefined;
    const { zone, place } = lastTerms(stated);
    const oldest = oldestUnpaid(stated, events);
    if (oldest === undefined) return undefined;
    const at = stated.at(-1)?.fact.at ?? '';
    const news = readBy(stated, events, at);
    const shown = (ofLoan.get(loanId) ?? []).filter(({ fact }) => fact.at <= at);
    const isShown = showing(shown, news, zonesThen(shown));
    const named = interruptionsIn(stated);
    const [restarts, unbacked] = [named.filter(isShown), named.filter((each) => !isShown(each))];
    const gone = moneyGone(news);
    // All that an acceleration makes due at once is due on its day, while it stands.
    const atOnce = scheduledOn(news, wallDay(at, zone) ?? at.slice(0, 10)).standing?.on ?? '';
    const last = news.reduce(
      (so, each) => (each.news === 'instalment' && each.dueOn > so ? each.dueOn : so),
      atOnce > oldest ? atOnce : oldest,
    );
    return {
      zone,
      jurisdiction: place.jurisdiction ?? loan.jurisdiction ?? '',
      product: place.product ?? loan.product ?? '',
      history: { oldest, last, restarts, standstills: standstillsIn(stated, zone) },
      unbacked: unbacked
        .filter(({ by }) => !gone.has(by.id))
        .map(({ ground, by }) => `${ground} by ${by.what} ${by.id}`),
    };
  };
};

const loanOf = (caseId: string): string => caseId.split('/')[1] ?? '';

type Terms = { zone?: string; jurisdiction?: string; product?: string };
/** The zone by which a case reckoned when it stated each of its entries: that of the terms stated before. */
const zonesThen = (entries: readonly Entry[]): ((entry: Entry) => string) => {
  const last = new Map<string, string>();
  const then = new Map<Entry, string>();
  for (const entry of entries) {
    const { zone } = (entry.fact['terms'] ?? {}) as Terms;
    if (zone !== undefined) last.set(entry.caseId, zone);
    then.set(entry, last.get(entry.caseId) ?? 'UTC');
  }
  return (entry) => then.get(entry) ?? 'UTC';
};
const lastTerms = (stated: readonly Entry[]): { zone: string; place: Terms } => {
  const told = stated.flatMap(({ fact }) => (fact['terms'] === undefined ? [] : [fact['terms'] as Terms]));
  const place = told.at(-1) ?? {};
  return { zone: place.zone ?? 'UTC', place };
};

const known = (events: readonly ToldOfLoan[], version: number): News[] =>
  asRead(
    events.filter(({ positionVersion }) => positionVersion <= version).flatMap(({ news }) => news),
    version,
  );

/** What the case had read of its loan; a case that names no version had read all that was there. */
const readBy = (stated: readonly Entry[], events: readonly ToldOfLoan[], at: string): News[] => {
  const noted = stated.findLast(({ fact }) => fact.type === 'position-noted' && fact.at <= at)?.fact;
  return known(events, versionIn(noted));
};
const versionIn = (noted: Fact | undefined): number =>
  noted?.['positionVersion'] === undefined ? Infinity : Number(noted['positionVersion']);

/** Nothing unpaid leaves the day before as it was. Where money is laid out by an order nobody here walks, the case's word is all there is. */
const oldestUnpaid = (stated: readonly Entry[], events: readonly ToldOfLoan[]): string | undefined => {
  const isWalked = orderIn(events.flatMap(({ news }) => news)) !== undefined;
  let oldest: string | undefined;
  for (const { fact } of stated) {
    const said = fact['anchorOn'] as string | undefined;
    const reckoned =
      fact.type === 'position-noted' && isWalked ? reckon(known(events, versionIn(fact))).oldest : undefined;
    oldest = reckoned ?? (!isWalked || oldest === undefined ? (said ?? oldest) : oldest);
  }
  return oldest;
};

/** Those an earlier case of the loan left to this one, and its own. */
const interruptionsIn = (stated: readonly Entry[]): Interruption[] =>
  stated.flatMap(({ fact }) => {
    if (fact.type === 'case-opened') return (fact['interruptions'] ?? []) as Interruption[];
    return fact.type === 'limitation-interrupted' ? [fact as unknown as Interruption] : [];
  });

/** Whether what is said to have begun the claim anew is there to be seen. Documents lie with whoever keeps them, and are believed. */
const showing = (journal: readonly Entry[], news: readonly News[], zoneOf: (entry: Entry) => string) => {
  const gone = moneyGone(news);
  return ({ ground, on, by }: Interruption): boolean => {
    switch (by.what) {
      case 'payment':
        return news.some(
          (each) =>
            each.news === 'payment' &&
            each.paymentId === by.id &&
            each.valueDate === on &&
            !gone.has(by.id) &&
            (ground === 'auto-debit' ? each.method === 'direct-debit' : each.payer === 'debtor'),
        );
      case 'act':
        return journal.some((entry) => {
          const { fact } = entry;
          const {
            actId,
            result,
            at = '',
          } = (fact['outcome'] ?? {}) as { actId?: string; result?: string; at?: string };
          return (
            fact.type === 'contact-concluded' &&
            actId === by.id &&
            result === 'delivered' &&
            wallDay(at, zoneOf(entry)) === on
          );
        });
      case 'promise':
        return journal.some(
          (entry) =>
            entry.fact.type === 'promise-made' &&
            entry.fact['promiseId'] === by.id &&
            wallDay((entry.fact['madeAt'] as string | undefined) ?? entry.fact.at, zoneOf(entry)) === on,
        );
      case 'arrangement':
        return journal.some(
          ({ fact }) => fact.type === 'arrangement-accepted' && fact['arrangementId'] === by.id && fact['on'] === on,
        );
      default:
        return by.what === 'document';
    }
  };
};

/** Obstacles that somebody proved, here or in an earlier case of the loan, each as it was told last, and moratoria as the case's own holds have them (SI 2020/1311 regs 8, 9). */
const standstillsIn = (stated: readonly Entry[], zone: string): Standstill[] => {
  let proved: Suspension[] = [];
  const holds = new Map<string, Hold>();
  const ended = new Map<string, string>();
  for (const { fact } of stated) {
    if (fact.type === 'case-opened') proved = (fact['suspensions'] ?? []) as Suspension[];
    if (fact.type === 'limitation-suspended') {
      const told = fact as unknown as Suspension;
      proved = [...proved.filter(({ by }) => by.id !== told.by.id), told];
    }
    const hold = fact['hold'] as Hold | undefined;
    if (fact.type === 'hold-placed' && hold?.reason === 'breathing-space') holds.set(hold.id, hold);
    if (fact.type === 'hold-ended' && !ended.has(String(fact['holdId']))) ended.set(String(fact['holdId']), fact.at);
  }
  const moratoria = [...holds.values()].map(({ id, from, until }): Standstill => {
    const [end] = [until, ended.get(id)].filter((each) => each !== undefined).toSorted();
    const span = { event: 'breathing-space', on: wallDay(from, zone) ?? '' };
    return { ...span, ...(end !== undefined && { until: wallDay(end, zone) ?? '' }) };
  });
  const obstacles = proved.map(({ event, on, until }) => ({ event, on, ...(until !== undefined && { until }) }));
  return [...obstacles, ...moratoria];
};
