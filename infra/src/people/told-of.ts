import type { PersonRow } from '@recourse/activities/people/person-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { canonicalJson } from '@recourse/domain/audit/canonical-json';
import type { Instant } from '@recourse/domain/calendar/instant';
import { plainStanding, type AgreedTime, type ToldStanding } from '@recourse/domain/contact/standing-of-person';

export type ToldOfPerson = Pick<PersonRecord, 'addressZone' | 'standing' | 'relations'>;

const { grounds: _found, refusedForEver: _happened, ...tellable } = plainStanding;
const fields = Object.keys(tellable) as (keyof ToldStanding)[];

const undated = ({ saidAt: _saidAt, ...agreed }: AgreedTime): string => canonicalJson(agreed);

/** Times agreed on, each dated by when it was first told; one that was kept before dates were stays without. */
const firstTold = (agreedTimes: readonly AgreedTime[], known: readonly AgreedTime[], at: Instant): AgreedTime[] =>
  agreedTimes.map((agreed) => known.find((before) => undated(before) === undated(agreed)) ?? { ...agreed, saidAt: at });

/**
 * What a row says of a person beside name, zone and points, told `at`. What a row leaves out stays as it was told before: a directory that
 * knows nothing of opt-outs takes none back. An empty list does.
 */
export function toldOf(row: PersonRow, known: ToldOfPerson | undefined, at: Instant): ToldOfPerson {
  const { agreedTimes } = row;
  const dated = agreedTimes && firstTold(agreedTimes, known?.standing?.agreedTimes ?? [], at);
  const says = { ...row, agreedTimes: dated };
  const told = fields.flatMap((field) => {
    const value = says[field] ?? known?.standing?.[field];
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
