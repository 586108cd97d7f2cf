import type { PersonRow } from '@recourse/activities/people/person-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { plainStanding, type ToldStanding } from '@recourse/domain/contact/standing-of-person';

export type ToldOfPerson = Pick<PersonRecord, 'addressZone' | 'standing' | 'relations'>;

const { grounds: _found, refusedForEver: _happened, ...tellable } = plainStanding;
const fields = Object.keys(tellable) as (keyof ToldStanding)[];

/**
 * What a row says of a person beside name, zone and points. What a row leaves out stays as it was told before: a directory that knows
 * nothing of opt-outs takes none back. An empty list does.
 */
export function toldOf(row: PersonRow, known: ToldOfPerson | undefined): ToldOfPerson {
  const told = fields.flatMap((field) => {
    const value = row[field] ?? known?.standing?.[field];
    return value === undefined ? [] : [[field, value]];
  });
  const addressZone = row.addressZone ?? known?.addressZone;
  const relations = row.relations ?? known?.relations;
  return {
    ...(addressZone !== undefined && { addressZone }),
    ...(told.length > 0 && { standing: Object.fromEntries(told) as ToldStanding }),
    ...(relations && { relations }),
  };
}
