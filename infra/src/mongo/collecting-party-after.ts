import { tenantKey } from '@recourse/domain/case/case-id';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Session = mongoose.mongo.ClientSession;
type Party = PersonRecord['collectingParty'];

/** Who collects from the person once this act has come to its outcome; undefined: we do. */
export async function partyAfter(
  collections: Collections,
  session: Session,
  act: ActRecord,
  outcome: ActOutcome,
  person: PersonRecord,
): Promise<Party> {
  const ended = endedPlacement(act, outcome);
  return ended === undefined ? person.collectingParty : partyWithout(collections, session, person, ended);
}

/** The party left when one placement ends: another loan of the person may still be with it. */
export async function partyWithout(
  { loans, cases }: Collections,
  session: Session,
  person: PersonRecord,
  placementId: string,
): Promise<Party> {
  const { collectingParty } = person;
  if (collectingParty?.placementId !== placementId) return collectingParty;
  const keys = person.loans.map((loanId) => tenantKey(person.tenant, loanId));
  const open = (await loans.find({ _id: { $in: keys } }, { session, projection: { openCase: 1 } }).toArray()).flatMap(
    ({ openCase }) => openCase ?? [],
  );
  const handed = await cases.find({ _id: { $in: open } }, { session, projection: { handedTo: 1 } }).toArray();
  const other = handed.find(({ handedTo }) => handedTo !== undefined && handedTo.id !== placementId)?.handedTo;
  return other && { kind: other.kind, partnerId: other.partnerId, placementId: other.id };
}

function endedPlacement({ _id, act }: ActRecord, { result }: ActOutcome): string | undefined {
  switch (act.kind) {
    case 'place-with-agency':
    case 'refer-to-legal':
      return result === 'failed' || result === 'provider-unavailable' ? _id : undefined;
    case 'recall-from-agency':
    case 'withdraw-from-legal':
      return result === 'done' ? act.placementId : undefined;
    case 'send-reminder':
    case 'send-notice':
    case 'place-call':
    case 'arrange-visit':
      return undefined;
    default:
      return act satisfies never;
  }
}
