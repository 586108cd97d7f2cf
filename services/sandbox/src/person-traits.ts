import type { LoanScript } from './loan-script.js';
import type { Person, PersonTraits } from './person.js';

/** Gives some persons what makes them special, by the behaviour of their first loan: 3 live in Urumqi, 2 abroad, of 2 nobody knows where, 2 share a telephone. */
export function personTraits(): (script: LoanScript, before: readonly Person[]) => PersonTraits {
  const counts = new Map<string, number>();
  let couple: string | undefined;
  return ({ path, shows }, before) => {
    const kind = shows.find((deed) => deed in traits) ?? path;
    const nth = counts.get(kind) ?? 0;
    counts.set(kind, nth + 1);
    if (shows.includes('settled') && nth === 0) couple = `P${String(before.length + 1).padStart(4, '0')}`;
    if (shows.includes('settled') && nth === 1) {
      const mobile = before
        .find(({ personId }) => personId === couple)
        ?.points.find((point) => point.kind === 'mobile')?.value;
      return mobile === undefined ? {} : { mobile };
    }
    return traits[kind]?.[nth] ?? {};
  };
}

const traits: Record<string, readonly PersonTraits[]> = {
  'promise-kept': [{ zone: 'Asia/Urumqi' }, { zone: 'Asia/Urumqi' }, { zone: 'Asia/Urumqi' }],
  'paid-oldest-instalment': [{ zone: 'America/New_York' }, { zone: 'Europe/London' }],
  'closed-uncollectable': [{ zone: 'unknown' }, { zone: 'unknown' }],
  settled: [],
};
