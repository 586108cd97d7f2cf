import { namesOf } from '@recourse/activities/people/merges-of';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { Collections } from './collections.js';

/** Everybody of a tenant: by which ids known, and what each has ever called the points. Reads every person once; an operator's command may. */
export async function knownPoints(
  { persons }: Pick<Collections, 'persons'>,
  tenant: string,
): Promise<{ names: string[]; points: string[] }[]> {
  const found = persons
    .find({ tenant, merged: { $exists: false } })
    .project<Pick<PersonRecord, 'personId' | 'records' | 'points'>>({
      personId: 1,
      'points.pointId': 1,
      'records.personId': 1,
      'records.points': 1,
    });
  const all: { names: string[]; points: string[] }[] = [];
  for await (const person of found) {
    const told = (person.records ?? []).flatMap(({ points }) => Object.keys(points));
    all.push({
      names: namesOf(person),
      points: [...new Set([...person.points.map(({ pointId }) => pointId), ...told])],
    });
  }
  return all;
}
