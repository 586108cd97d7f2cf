import { createHash } from 'node:crypto';
import { partyOf } from '@recourse/domain/contact/party-of';
import { caseIdOfPlan, planIdOf } from '@recourse/domain/case/case-id';
import type { Act } from '@recourse/domain/case/act';
import type { Instant } from '@recourse/domain/calendar/instant';
import { bearingOf } from '../contact/bearing-of.js';
import { toldCoverOf } from '../contact/begun-act.js';
import type { ActRecord } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord } from '../records/person-record.js';
import type { ReportedContact } from './reported-contact.js';

/** One act for one event, however often it comes. */
export const reportedActId = ({ placementId }: ReportedContact, itemId: string): string =>
  planIdOf(caseIdOfPlan(placementId), 0, reportedStep(itemId), 1);

const reportedStep = (itemId: string): string =>
  `reported-${createHash('sha256').update(itemId).digest('hex').slice(0, 16)}`;

type Told = {
  contact: ReportedContact;
  itemId: string;
  at: Instant;
  wall: Date;
  placement: ActRecord;
  loans: readonly LoanRecord[];
  person: PersonRecord;
  blindIndex: string;
};

/** What an agency did by itself as an act of ours, so that its outcome is judged and audited as any. Its words are not ours to know. */
export function reportedAct({ contact, itemId, at, wall, placement, loans, person, blindIndex }: Told): ActRecord {
  const { placementId, personId, pointId } = contact;
  return {
    _id: reportedActId(contact, itemId),
    tenant: placement.tenant,
    act: actOf(contact),
    covers: placement.covers.flatMap(({ caseId, loanId }) => {
      const loan = loans.find((each) => each.loanId === loanId);
      return loan ? [toldCoverOf(caseId, loan, planIdOf(caseId, 0, reportedStep(itemId), 1))] : [];
    }),
    personId,
    pointId,
    blindIndex,
    status: 'accepted',
    begunAt: at,
    acceptedAt: at,
    begunWallAt: wall,
    notAfter: wall,
    actor: placement.act.kind === 'place-with-agency' ? placement.act.agencyId : 'agency',
    reportedBy: { placementId, itemId },
    bearing: bearingOf(loans, person, true),
    ...aboutOf(person, loans),
  };
}

/** Who is no debtor of any of the loans was spoken to about one; somebody we know nothing of is spoken to about the borrower. */
function aboutOf(person: PersonRecord, loans: readonly LoanRecord[]): Pick<ActRecord, 'about'> {
  const debtors = loans.flatMap(({ terms }) => terms?.debtors ?? []);
  const { party, relation } = partyOf(person.personId, debtors, person.relations);
  const owes = debtors.some(({ personId }) => personId === person.personId);
  const debtor = relation?.to ?? debtors.find(({ role }) => role === 'borrower')?.personId;
  return owes || debtor === undefined ? {} : { about: { personId: debtor, party } };
}

function actOf({ channel, personId, pointId }: ReportedContact): Act {
  switch (channel) {
    case 'call':
      return { kind: 'place-call', purpose: 'collect', by: 'desk', personId, pointId };
    case 'dialler':
    case 'voice-bot':
      return { kind: 'place-call', purpose: 'collect', by: channel, personId, pointId };
    case 'visit':
      return { kind: 'arrange-visit', personId, pointId };
    case 'sms':
    case 'email':
    case 'app':
    case 'im':
    case 'letter':
      return { kind: 'send-reminder', purpose: 'collect', channel, personId, pointId, template: 'words-of-the-agency' };
    default:
      return channel satisfies never;
  }
}
