import type { PersonRow } from '@recourse/activities/people/person-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { canonicalJson } from '@recourse/domain/audit/canonical-json';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Instant } from '@recourse/domain/calendar/instant';
import { plainStanding, type AgreedTime, type ToldStanding } from '@recourse/domain/contact/standing-of-person';

export type ToldOfPerson = Pick<PersonRecord, 'addressZone' | 'standing' | 'relations'>;

const { grounds: _found, refusedForEver: _happened, ...tellable } = plainStanding;
const fields = Object.keys(tellable) as (keyof ToldStanding)[];

/** What was agreed on, whatever the days it holds for. */
const hoursOf = ({ saidAt: _said, heardAt: _heard, fromDay: _from, untilDay: _until, ...hours }: AgreedTime): string =>
  canonicalJson(hours);

/**
 * A time agreed on, dated by when it was first told; what was kept before dates were stays without. Where a row moves only the last day, the days it
 * named before keep their date, and each run of days told later has its own.
 */
const firstTold = (agreed: AgreedTime, known: readonly AgreedTime[], at: Instant): AgreedTime[] => {
  const same = known.filter((before) => hoursOf(before) === hoursOf(agreed));
  const runs: AgreedTime[] = [];
  let { fromDay } = agreed;
  while (fromDay <= agreed.untilDay) {
    const before = same.find((each) => each.fromDay === fromDay && each.untilDay >= fromDay);
    const { untilDay, saidAt } = before ?? { untilDay: agreed.untilDay, saidAt: at };
    const last = untilDay < agreed.untilDay ? untilDay : agreed.untilDay;
    runs.push({ ...agreed, fromDay, untilDay: last, ...(saidAt !== undefined && { saidAt }) });
    fromDay = addDays(last, 1);
  }
  return runs;
};

/**
 * What a row says of a person beside name, zone and points, told `at`. What a row leaves out stays as it was told before: a directory that
 * knows nothing of opt-outs takes none back. An empty list does.
 */
export function toldOf(row: PersonRow, known: ToldOfPerson | undefined, at: Instant): ToldOfPerson {
  const { agreedTimes } = row;
  const before = known?.standing?.agreedTimes ?? [];
  const dated = agreedTimes?.flatMap((agreed) => firstTold(agreed, before, at));
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
