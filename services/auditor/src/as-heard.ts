import type { AuditedStanding } from './audited-standing.js';
import type { AuditedPerson, Evidence } from './evidence.js';
import { groupBy } from './group-by.js';

type Stored = Pick<Evidence, 'persons' | 'journal'>;
type Note = { personId: string; at: string; wish: string; channel?: string };
type OptOut = NonNullable<AuditedStanding['optOuts']>[number];

const notedIn = ({ journal }: Stored): Note[] =>
  journal.flatMap(({ fact }) =>
    fact.type === 'wishes-noted'
      ? ((fact['wishes'] ?? []) as Pick<Note, 'wish' | 'channel'>[]).map((wish): Note => ({
          ...wish,
          personId: String(fact['personId']),
          at: fact.at,
        }))
      : [],
  );

const earliest = (instants: string[]): string | undefined => instants.toSorted()[0];

/**
 * What persons said binds from when we heard it, which a journal notes; a word that is told late was not known in between. Where no journal
 * tells, an opt-out binds from its own date and a language is passed over. A later consent to the medium takes an opt-out back.
 */
export function asHeard<S extends Stored>(stored: S): S {
  const notes = groupBy(notedIn(stored), ({ personId }) => personId);
  const nameOf = (person: AuditedPerson): string[] => [
    person.personId,
    ...(person.records ?? []).map(({ personId }) => personId),
  ];
  return {
    ...stored,
    persons: stored.persons.map((person) => {
      const { said, saidLanguage, ...known } = person;
      if (!said) return person;
      const told = [...new Set(nameOf(person))].flatMap((name) => notes.get(name) ?? []);
      const heard = (wish: string, from: string, channel?: string): string | undefined =>
        earliest(
          told.flatMap((note) => (note.wish === wish && note.channel === channel && note.at >= from ? note.at : [])),
        );
      const binding = ({ channel, at, ...rest }: OptOut): OptOut => {
        const consents = (said.consents ?? []).flatMap((one) => (one.channel === channel && one.at > at ? one.at : []));
        const since = channel === undefined ? undefined : heard('consent', at, channel);
        const until = earliest([...consents, ...(since === undefined ? [] : [since])]);
        return {
          ...rest,
          at: heard('opt-out', at, channel) ?? at,
          ...(channel !== undefined && { channel }),
          ...(until !== undefined && { until }),
        };
      };
      const { standing = {} } = person;
      const spoken = saidLanguage && heard('language', saidLanguage.at);
      return {
        ...known,
        said,
        standing: { ...standing, optOuts: [...(standing.optOuts ?? []), ...(said.optOuts ?? []).map(binding)] },
        ...(saidLanguage && spoken !== undefined && { saidLanguage: { ...saidLanguage, at: spoken } }),
      };
    }),
  };
}
