import { onePoint } from '@recourse/activities/people/one-point';
import { pointName } from '@recourse/activities/people/point-names';
import type { PersonRow } from '@recourse/activities/people/person-store';
import type { PersonRecord, PointOfPerson } from '@recourse/activities/records/person-record';
import type { NumberPrefixes } from '@recourse/domain/contact/zones-of-number';
import type { KeyRing } from '../keys/key-ring.js';
import { blindIndexOf, sealPoint } from './seal-point.js';

type Owner = Pick<PersonRecord, 'tenant' | 'personId' | 'wrappedKey'>;
type Known = Pick<PersonRecord, 'points' | 'records'>;

/**
 * The points of a row, sealed for their person, and what each is called now: of a person known by several records a point keeps the name
 * it was given among all of them, unless another record's point has the name and this one has become another number.
 */
export function pointsOfRow(
  keys: KeyRing,
  { wrappedKey, ...owner }: Owner,
  row: Pick<PersonRow, 'personId' | 'points'>,
  known: Known | undefined,
  prefixes: NumberPrefixes,
): { sealed: PointOfPerson[]; names: Record<string, string> } {
  const names: Record<string, string> = {};
  const sealed = row.points.map((told) => {
    const pointId = known?.records ? nameOf(keys, owner.tenant, told, row.personId, known) : told.pointId;
    names[told.pointId] = pointId;
    const point = sealPoint(keys, wrappedKey, owner, { ...told, pointId }, prefixes);
    const stands = known?.records && isOthers(known, row.personId, pointId) && known.points.find(isAt(pointId));
    return stands && stands.blindIndex === point.blindIndex ? onePoint(stands, point) : point;
  });
  return { sealed, names };
}

function nameOf(
  keys: KeyRing,
  tenant: string,
  { pointId, kind, value }: PersonRow['points'][number],
  toldAs: string,
  { points, records = [] }: Known,
): string {
  const blindIndex = blindIndexOf(keys, tenant, kind, value);
  const name = records.find(({ personId }) => personId === toldAs)?.points[pointId];
  if (name !== undefined && points.find(isAt(name))?.blindIndex === blindIndex) return name;
  if (name !== undefined && !isOthers({ records }, toldAs, name)) return name;
  return pointName(points, { pointId, kind, blindIndex });
}

const isAt =
  (name: string) =>
  ({ pointId }: PointOfPerson): boolean =>
    pointId === name;

const isOthers = ({ records = [] }: Pick<Known, 'records'>, toldAs: string, name: string): boolean =>
  records.some(({ personId, points }) => personId !== toldAs && Object.values(points).includes(name));
