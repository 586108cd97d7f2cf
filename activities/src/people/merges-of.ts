import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import type { PersonRecord } from '../records/person-record.js';

/** By which names a person was known before; those of the person's own record keep theirs. */
export const mergesOf = ({ personId, records = [] }: Pick<PersonRecord, 'personId' | 'records'>): PersonMerge[] =>
  records.flatMap(({ personId: from, points }) => (from === personId ? [] : [{ from, into: personId, points }]));

/** What a record that is another's now says of itself. */
export const mergeOf = ({ personId: from, merged }: Pick<PersonRecord, 'personId' | 'merged'>): PersonMerge[] =>
  merged ? [{ from, into: merged.into, points: merged.points }] : [];

/** All the names of a person, that of now first. */
export const namesOf = ({ personId, records = [] }: Pick<PersonRecord, 'personId' | 'records'>): string[] => [
  ...new Set([personId, ...records.map((record) => record.personId)]),
];
