import { isRepresentative } from '@recourse/domain/contact/is-representative';
import type { Party } from '@recourse/domain/contact/party';
import type { PersonRecord, PointOfPerson } from '../records/person-record.js';

/**
 * A person's points without those that are a debtor's too, for who speaks in the debtor's place: whoever answers there may be the debtor, who
 * may not be spoken to. Of everybody else a shared number is theirs.
 */
export function pointsOfTheirOwn(
  { points }: Pick<PersonRecord, 'points'>,
  party: Party,
  debtors: readonly Pick<PersonRecord, 'points'>[],
): PointOfPerson[] {
  if (!isRepresentative(party)) return points;
  const theirs = new Set(debtors.flatMap((debtor) => debtor.points.map(({ blindIndex }) => blindIndex)));
  return points.filter(({ blindIndex }) => !theirs.has(blindIndex));
}
