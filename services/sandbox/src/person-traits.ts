import type { LoanScript } from './loan-script.js';
import type { Person, PersonTraits } from './person.js';

/** Gives some persons what makes them special, by the behaviour of their first loan: 3 live in Urumqi, 2 abroad, of 2 nobody knows where, 2 share a telephone. */
export function personTraits(): (script: LoanScript, before: readonly Person[]) => PersonTraits {
  const counts = new Map<string, number>();
  /** Index of the first of the couple. */
  let partner: number | undefined;
  return ({ path, shows }, before) => {
    const kind = shows.find((deed) => deed in traits) ?? path;
    const nth = counts.get(kind) ?? 0;
    counts.set(kind, nth + 1);
    if (kind === coupleKind && nth === 0) partner = before.length;
    if (kind === coupleKind && nth === 1) {
      const mobile = before[partner ?? -1]?.points.find((point) => point.kind === 'mobile')?.value;
      return mobile === undefined ? {} : { mobile };
    }
    return traits[kind]?.[nth] ?? {};
  };
}

/** They are written to by short message: the notice before they are placed. */
const coupleKind = 'returned-by-agency';

const traits: Record<string, readonly PersonTraits[]> = {
  'promise-kept': [{ zone: 'Asia/Urumqi' }, { zone: 'Asia/Urumqi' }, { zone: 'Asia/Urumqi' }],
  'paid-oldest-instalment': [
    { zone: 'America/New_York', places: ['US-OH'] },
    { zone: 'Europe/London', places: ['GB'] },
  ],
  'closed-uncollectable': [{ zone: 'unknown' }, { zone: 'unknown' }],
  [coupleKind]: [],
};
