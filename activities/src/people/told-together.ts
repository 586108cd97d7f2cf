import { canonicalJson } from '@recourse/domain/audit/canonical-json';
import { candidateZones } from '@recourse/domain/contact/candidate-zones';
import type { SaidStanding } from '@recourse/domain/contact/said-standing';
import type { InconvenientTime, ToldStanding } from '@recourse/domain/contact/standing-of-person';
import { withoutInconvenient } from './without-inconvenient.js';
import type { PersonRecord, PointOfPerson, RecordOfPerson } from '../records/person-record.js';

type Together = Pick<PersonRecord, 'zone' | 'addressZone' | 'otherZones' | 'standing' | 'relations'>;

const onceEach = <T>(all: readonly T[]): T[] => [...new Map(all.map((each) => [canonicalJson(each), each])).values()];

/** The names now of the points of one record. */
const pointsOf = ({ points }: RecordOfPerson): string[] => [...new Set(Object.values(points))];

/** Consent and agreement are for the points they were given for: none of another record comes in by this one's word. */
const consentsOf = (record: RecordOfPerson): NonNullable<ToldStanding['consents']> =>
  (record.told.standing?.consents ?? []).flatMap((consent) => {
    const { pointId } = consent;
    const given = pointId === undefined ? pointsOf(record) : [record.points[pointId] ?? pointId];
    return given.map((now) => ({ ...consent, pointId: now }));
  });

const agreedTimesOf = (record: RecordOfPerson): NonNullable<ToldStanding['agreedTimes']> =>
  (record.told.standing?.agreedTimes ?? []).map((agreed) => ({ ...agreed, points: pointsOf(record) }));

/** Of a point asked not to use, under the name it has now; of a channel or all, for the whole person. */
const optOutsOf = ({ points, told }: RecordOfPerson): NonNullable<ToldStanding['optOuts']> =>
  (told.standing?.optOuts ?? []).map((out) =>
    out.pointId === undefined ? out : { ...out, pointId: points[out.pointId] ?? out.pointId },
  );

/** What was said to be inconvenient, by whatever name, but for what this record itself tells. */
const wishesBeside = (
  record: RecordOfPerson,
  records: readonly RecordOfPerson[],
  said: SaidStanding | undefined,
): InconvenientTime[] => [
  ...records.flatMap((other) => (other === record ? [] : (other.told.standing?.inconvenientTimes ?? []))),
  ...(said?.inconvenientTimes ?? []),
];

const zonesOf = ({ told, points: names }: RecordOfPerson, points: readonly PointOfPerson[]): readonly string[] => {
  const own = new Set(Object.values(names));
  const numbers = points.filter(({ pointId, invalidSince }) => invalidSince === undefined && own.has(pointId));
  return candidateZones({
    ...(told.zone !== undefined && { explicit: told.zone }),
    ...(told.addressZone !== undefined && { address: told.addressZone }),
    numbers: numbers.flatMap(({ zones }) => zones ?? []),
  });
};

/**
 * What several records of one person tell together, the strictest of it: every zone and place, every wish not to be contacted; consents and
 * agreed times for the points of the record that tells of them, and no other. Nobody is related to themself. Pure.
 */
export function toldTogether(
  records: readonly RecordOfPerson[],
  points: readonly PointOfPerson[],
  said: SaidStanding | undefined,
): Together {
  const [own, ...others] = records;
  const names = new Set(records.map(({ personId }) => personId));
  const all = <Field extends keyof ToldStanding>(field: Field) =>
    records.flatMap(({ told }) => [...(told.standing?.[field] ?? [])]);
  const standing: ToldStanding = {
    places: onceEach(all('places')) as string[],
    consents: onceEach(records.flatMap(consentsOf)),
    optOuts: onceEach(records.flatMap(optOutsOf)),
    agreedTimes: onceEach(
      records.flatMap((record) => withoutInconvenient(agreedTimesOf(record), wishesBeside(record, records, said))),
    ),
    inconvenientTimes: onceEach(all('inconvenientTimes')) as NonNullable<ToldStanding['inconvenientTimes']>,
    inconvenientPlaces: onceEach(all('inconvenientPlaces')) as NonNullable<ToldStanding['inconvenientPlaces']>,
  };
  const relations = onceEach(records.flatMap(({ told }) => told.relations ?? [])).filter(({ to }) => !names.has(to));
  const otherZones = onceEach(others.flatMap((record) => zonesOf(record, points)));
  return {
    ...(own?.told.zone !== undefined && { zone: own.told.zone }),
    ...(own?.told.addressZone !== undefined && { addressZone: own.told.addressZone }),
    ...(otherZones.length > 0 && { otherZones }),
    standing,
    ...(relations.length > 0 && { relations }),
  };
}
