import type { PersonRecord, PointOfPerson, RecordOfPerson } from '../records/person-record.js';
import { toldTogether } from './told-together.js';

type Told = { told: RecordOfPerson['told']; names: Record<string, string>; points: readonly PointOfPerson[] };

/** A person known by several records, one of which has been told anew under its name: what all of them tell together now. */
export function toldUnder(known: PersonRecord, toldAs: string, { told, names, points }: Told): PersonRecord {
  const records = (known.records ?? []).map((record) =>
    record.personId === toldAs ? { ...record, told, points: { ...record.points, ...names } } : record,
  );
  const { zone: _zone, addressZone: _address, otherZones: _others, standing: _wishes, relations: _to, ...rest } = known;
  return { ...rest, ...toldTogether(records, points, known.said), records };
}
