import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Told } from './fact-sayings.js';
import { factWords } from './fact-words.js';
import type { Lang } from './lang.js';
import { momentWords } from './moment-words.js';

/** What the words of a case's facts need to know of the case. */
export function toldOfCase(kase: CollectionCase, journal: readonly JournalEntry[]): Told {
  const holds = new Map(
    journal.flatMap(({ fact }) => (fact.type === 'hold-placed' ? [[fact.hold.id, fact.hold.reason] as const] : [])),
  );
  for (const { id, reason } of kase.holds) holds.set(id, reason);
  return { zone: kase.terms.zone, currency: kase.terms.currency, holds };
}

/** A case's whole history, one line a fact, in the loan's own time; the time is printed once for all that happened at it. */
export function timeline(kase: CollectionCase, journal: readonly JournalEntry[], lang: Lang): string[] {
  const told = toldOfCase(kase, journal);
  let last = '';
  return journal.map(({ seq, fact }) => {
    const moment = momentWords(fact.at, told.zone);
    const shown = moment === last ? ' '.repeat(moment.length) : moment;
    last = moment;
    return `${shown}  ${String(seq).padStart(4)}  ${factWords(fact, told, lang)}`;
  });
}
