import type { AuditedStanding } from './audited-standing.js';
import type { AuditedPerson } from './audited-person.js';
import type { Evidence } from './evidence.js';
import { groupBy } from './group-by.js';

type Stored = Pick<Evidence, 'persons' | 'journal' | 'acts'>;
/** `name`: the same in the journal of every case that keeps it. */
type Note = { name: string; personId: string; actId: string; at: string; wish: string; channel?: string };
type OptOut = NonNullable<AuditedStanding['optOuts']>[number];

const notedIn = ({ journal }: Stored): Note[] =>
  journal.flatMap(({ fact }) =>
    fact.type === 'wishes-noted'
      ? ((fact['wishes'] ?? []) as Pick<Note, 'wish' | 'channel'>[]).map((wish, nth): Note => ({
          ...wish,
          name: `${String(fact['actId'])} ${nth}`,
          personId: String(fact['personId']),
          actId: String(fact['actId']),
          at: fact.at,
        }))
      : [],
  );

const earliest = (instants: string[]): string | undefined => instants.toSorted()[0];

/** By opt-out when it was heard: the last said takes the first note after it, each note once however many cases keep it. */
const ownNotes = (outs: OptOut[], told: Note[], begun: Map<string, string>): Map<OptOut, string> => {
  const found = new Map<OptOut, string>();
  const taken = new Set<string>();
  const notes = told.filter(({ wish }) => wish === 'opt-out').toSorted((a, b) => (a.at < b.at ? -1 : 1));
  for (const out of outs.toSorted((a, b) => (a.at < b.at ? 1 : -1))) {
    const note = notes.find(
      (each) =>
        each.channel === out.channel &&
        each.at >= out.at &&
        (begun.get(each.actId) ?? '') <= out.at &&
        !taken.has(each.name),
    );
    if (!note) continue;
    taken.add(note.name);
    found.set(out, note.at);
  }
  return found;
};

/**
 * What persons said binds from when we heard it, which a journal notes; a word that is told late was not known in between. One note is of one
 * opt-out, said no earlier than the act it was said in. Where no note is left, an opt-out binds from its own date and a language is passed over. A later consent to the medium takes an opt-out back.
 */
export function asHeard<S extends Stored>(stored: S): S {
  const notes = groupBy(notedIn(stored), ({ personId }) => personId);
  const begun = new Map(stored.acts.map(({ id, begunAt }) => [id, begunAt]));
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
      const own = ownNotes(said.optOuts ?? [], told, begun);
      const binding = (out: OptOut): OptOut => {
        const { channel, at, ...rest } = out;
        const consents = (said.consents ?? []).flatMap((one) => (one.channel === channel && one.at > at ? one.at : []));
        const since = channel === undefined ? undefined : heard('consent', at, channel);
        const until = earliest([...consents, ...(since === undefined ? [] : [since])]);
        return {
          ...rest,
          at: own.get(out) ?? at,
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
