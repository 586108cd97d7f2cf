import type { Instant } from '@recourse/domain/calendar/instant';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import { partyTogether } from '../contact/collecting-party.js';
import { withHistory } from '../intake/person-history.js';
import type { PersonRecord, PointOfPerson, RecordOfPerson } from '../records/person-record.js';
import { saidByBoth } from './said-by-both.js';
import { boundTo } from './bound-to.js';
import { onePoint } from './one-point.js';
import { toldTogether } from './told-together.js';

type When = { at: Instant; wallAt: Date };

const namesIn = ({ points }: Pick<PersonRecord, 'points'>): Record<string, string> =>
  Object.fromEntries(points.map(({ pointId }) => [pointId, pointId]));

/** A record as it stands, before it is one with any other. */
const recordOf = (
  { personId, points, holds, language, zone, addressZone, standing, relations, said }: PersonRecord,
  when: When,
) =>
  ({
    personId,
    points: namesIn({ points }),
    told: {
      language,
      ...(zone !== undefined && { zone }),
      ...(addressZone !== undefined && { addressZone }),
      ...(standing && { standing }),
      ...(relations && { relations }),
    },
    ...(said && { said }),
    holds: holds.map(({ id }) => id),
    ...when,
  }) satisfies RecordOfPerson;

function pointsTogether(own: readonly PointOfPerson[], brought: readonly PointOfPerson[]): PointOfPerson[] {
  const points = new Map(own.map((point) => [point.pointId, point]));
  for (const point of brought) {
    const known = points.get(point.pointId);
    points.set(point.pointId, known ? onePoint(known, point) : point);
  }
  return [...points.values()];
}

/**
 * Two records of one human made one: ledgers, holds, refusals, wishes, points and loans of both, the strictest of what they say.
 * `names`: what the points of `from` are called in `into`; `resealed`: those points under these names, sealed for `into`. Nothing of
 * either is lost and no contact is counted twice. `handedOver`: the placements of the parties of both, oldest first. Pure.
 */
export function mergeRecords(
  into: PersonRecord,
  from: PersonRecord,
  {
    names,
    resealed,
    handedOver,
    ...when
  }: When & { names: Record<string, string>; resealed: readonly PointOfPerson[]; handedOver: readonly string[] },
): PersonRecord {
  const merge: PersonMerge = { from: from.personId, into: into.personId, points: names };
  const now = (pointId: string): string => names[pointId] ?? pointId;
  const points = pointsTogether(into.points, resealed);
  const brought = (from.records ?? [recordOf(from, when)]).map((record): RecordOfPerson => ({
    ...record,
    ...when,
    points: Object.fromEntries(Object.entries(record.points).map(([told, before]) => [told, now(before)])),
    told: inOneName(record.told, [merge]),
    holds: record.personId === from.personId ? from.holds.map(({ id }) => id) : record.holds,
  }));
  const [own, ...others] = into.records ?? [{ ...recordOf(into, when), holds: [] }];
  const records = [...(own ? [own] : []), ...others, ...brought].map((record) => ({
    ...record,
    told: inOneName(record.told, [merge]),
  }));
  const history = {
    entries: from.ledger.map((entry) => ({ ...entry, pointId: now(entry.pointId) })),
    holds: inOneName(from.holds, [merge]),
    ...(from.ledgerKnownFrom !== undefined && { ledgerKnownFrom: from.ledgerKnownFrom }),
  };
  const said = saidByBoth(
    { said: boundTo(into.said, namesIn(into)), told: into.standing },
    { said: boundTo(from.said, names), told: from.standing },
  );
  const refused = [into.refusedForEverAt, from.refusedForEverAt].filter((at) => at !== undefined).toSorted()[0];
  const party = partyTogether(into.collectingParty, from.collectingParty, handedOver);
  const { zone: _z, addressZone: _a, otherZones: _o, standing: _s, relations: _r, ...rest } = into;
  return withHistory(
    {
      ...rest,
      ...toldTogether(records, points, said),
      points,
      records,
      ...(said && { said }),
      loans: [...new Set([...into.loans, ...from.loans])].toSorted(),
      ...(refused !== undefined && { refusedForEverAt: refused }),
      ...(party && { collectingParty: party }),
    },
    history,
  );
}
