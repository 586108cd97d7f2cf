import { agreedOfRecord } from './agreed-of-record.js';
import type { AuditedPerson } from './audited-person.js';
import type { Evidence } from './evidence.js';

type Stored = Pick<Evidence, 'persons' | 'acts'>;
type Record = NonNullable<AuditedPerson['records']>[number];

/** The name of a person's own record as it was before any other was merged into it. */
const before = (personId: string): string => `${personId}~before`;

/** What one record said while nobody knew that it was of the same human as others. */
const recordAlone = (person: AuditedPerson, record: Record): AuditedPerson => {
  const { personId: isNow, points = [], holds, records = [], said = {}, language } = person;
  const { personId, told, points: names, said: own = {} } = record;
  const brought = new Set(records.flatMap((each) => each.holds));
  const isOwn = personId === isNow;
  return {
    // Records merged before each kept its own language: what all of them speak now.
    ...(language !== undefined && { language }),
    ...told,
    standing: {
      ...told.standing,
      // Dated, and only ever lets more: under which of the names it was said, records merged before that was kept do not tell.
      consents: [...(told.standing?.consents ?? []), ...(own.consents ?? []), ...(said.consents ?? [])],
      agreedTimes: [
        ...(told.standing?.agreedTimes ?? []),
        ...(own.agreedTimes ?? []),
        ...agreedOfRecord(record, person),
      ],
    },
    personId: isOwn ? before(isNow) : personId,
    isNow,
    points: Object.entries(names).flatMap(([pointId, now]) =>
      points.flatMap((point) => (point.pointId === now ? [{ ...point, pointId }] : [])),
    ),
    holds: holds.filter(({ id }) => (isOwn ? !brought.has(id) : record.holds.includes(id))),
  };
};

/**
 * Records of one human are one person from the moment they were merged, and not before: nobody knew. What was begun earlier is held
 * against the record it was begun under, as that stood; what began later against all of it.
 */
export function asTheyWere<S extends Stored>(stored: S): S {
  const merged = stored.persons.filter(({ records }) => records !== undefined);
  if (merged.length === 0) return stored;
  const since = new Map(
    merged.map(({ personId, records = [] }) => [personId, Math.max(...records.map(({ wallAt }) => wallAt))]),
  );
  return {
    ...stored,
    persons: [
      ...stored.persons.filter(({ isMerged }) => !isMerged),
      ...merged.flatMap((person) => (person.records ?? []).map((record) => recordAlone(person, record))),
    ],
    acts: stored.acts.map((act) => {
      const { personId = '', begunWallAt } = act;
      return begunWallAt < (since.get(personId) ?? 0) ? { ...act, personId: before(personId) } : act;
    }),
  };
}
