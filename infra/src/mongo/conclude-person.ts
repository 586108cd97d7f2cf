import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import { withWishes } from '@recourse/domain/contact/said-standing';
import type { ToldWishes } from '@recourse/domain/contact/wish';
import type { Hold } from '@recourse/domain/holds/hold';
import type { ConcludeEffects } from '@recourse/activities/contact/contact-store';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PersonRecord, PointRecord } from '@recourse/activities/records/person-record';
import type mongoose from 'mongoose';
import { partyAfter } from './collecting-party-after.js';
import type { Collections } from './collections.js';
import { concludedLedger } from './concluded-ledger.js';
import { mustMatch } from './must-match.js';

type Session = mongoose.mongo.ClientSession;

const withHolds = (holds: readonly Hold[], placed: readonly Hold[]): Hold[] => [
  ...holds,
  ...placed.filter(({ id }) => !holds.some((hold) => hold.id === id)),
];

/** Ledger, holds, point, wishes and collecting party of the person an act concerned. */
export async function concludePerson(
  collections: Collections,
  session: Session,
  from: { act: ActRecord; person: PersonRecord; outcome: ActOutcome; effects: ConcludeEffects; heard?: ToldWishes },
): Promise<void> {
  const { act, person, outcome, effects, heard } = from;
  const party = await partyAfter(collections, session, act, outcome, person);
  const set: Partial<PersonRecord> = {
    ledger: concludedLedger(person.ledger, act._id, effects),
    holds: withHolds(
      person.holds,
      effects.holds.filter(({ scope }) => 'person' in scope && scope.person === person.personId),
    ),
    ...(effects.refusedForEver && { refusedForEverAt: person.refusedForEverAt ?? outcome.at }),
    ...(heard && { said: withWishes(person.said, heard) }),
    ...(effects.pointInvalid && {
      points: person.points.map((point) =>
        point.pointId === act.pointId ? { ...point, invalidSince: outcome.at.slice(0, 10) } : point,
      ),
    }),
    ...(party && { collectingParty: party }),
    version: person.version + 1,
  };
  const update = { $set: set, ...(party ? {} : { $unset: { collectingParty: '' as const } }) };
  mustMatch(
    await collections.persons.updateOne({ _id: person._id, version: person.version }, update, { session }),
    person._id,
  );
}

/** Ledger and holds of the number or address an act used. */
export async function concludePoint(
  { points }: Collections,
  session: Session,
  point: PointRecord,
  act: ActRecord,
  effects: ConcludeEffects,
): Promise<void> {
  const { _id } = point;
  const ledger = concludedLedger(point.ledger, act._id, effects);
  const holds = withHolds(
    point.holds,
    effects.holds.filter(({ scope }) => 'point' in scope),
  );
  mustMatch(
    await points.updateOne(
      { _id, version: point.version },
      { $set: { ledger, holds, version: point.version + 1 } },
      { session },
    ),
    _id,
  );
}
