import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { Law } from '@recourse/domain/law/law';
import type { CaseNote } from '../contact/case-note.js';
import type { AttemptReport } from '../contact/conclude-attempt.js';
import { openEntry } from '../contact/open-entry.js';
import { mergesOf } from '../people/merges-of.js';
import type { ActRecord } from '../records/act-record.js';
import type { PermitRecord } from '../records/permit-record.js';
import { isOfDial } from './is-of-dial.js';
import { reportedAct } from './reported-act.js';
import type { ReportedContact, ReportedEvent, ReportedRead, ReportedVerdict } from './reported-contact.js';

/**
 * What a contact is that an agency tells of: what came of a dial that was let go for it, or one that nobody let go. The law counts what was
 * done, not what was allowed: that is an act on its day, to collect (nothing else is placed with an agency), and a breach in every case of
 * the placement. Pure.
 */
export function judgeReported(
  { contact: told, itemId, at }: ReportedEvent,
  law: Law,
): (read: ReportedRead) => ReportedVerdict {
  return ({ placement, person, point, loans, permit, dial, before, wall }) => {
    if (placement?.act.kind !== 'place-with-agency') return { taken: 'not', because: 'unknown-placement' };
    const merges = person ? mergesOf(person) : [];
    const contact = inOneName(told, merges);
    const { code, details, wishes } = contact;
    const report: AttemptReport = { code, at, law, ...(details && { details }), ...(wishes && { wishes }) };

    // First of all: it stays what it was, though the dial it names may have been let go since.
    const known = before ?? (dial?.toldBy === itemId ? dial : undefined);
    if (known) return { taken: 'known', ring: known.covers.map(({ caseId }) => caseId) };
    const isTheirs = permit !== undefined && wasLetGoFor(contact, inOneName(permit, merges));
    if (dial && isTheirs && isOfDial({ code, at }, dial)) return { taken: 'dial', actId: dial._id, report };
    if (!person) return { taken: 'not', because: 'unknown-person' };
    if (!point) return { taken: 'not', because: 'unknown-point' };

    const { ofPerson } = point;
    const act = reportedAct({ contact, itemId, at, wall, placement, loans, person, blindIndex: ofPerson.blindIndex });
    const entry = openEntry({
      actId: act._id,
      at,
      contact: { ...contact, purpose: 'collect' },
      person,
      ofPerson,
      loans,
      traces: [],
      sender: 'agency',
      senderId: act.actor,
    });
    return { taken: 'breach', act, entry, report, notes: breachNotes(act, placement, { itemId, at }) };
  };
}

/** A permit of another placement, for somebody else, for another number or channel, or whose dial was not redeemed let nothing go for it. */
function wasLetGoFor(
  { permit: named, placementId, personId, pointId, channel }: ReportedContact,
  granted: PermitRecord,
): boolean {
  return (
    granted.placementId === placementId &&
    granted.personId === personId &&
    granted.pointId === pointId &&
    granted.channel === channel &&
    granted.dials.some(({ n, state }) => n === named?.n && state === 'redeemed')
  );
}

const breachNotes = (
  { _id: actId }: ActRecord,
  { _id: placementId, covers }: ActRecord,
  { itemId, at }: Pick<ReportedEvent, 'itemId' | 'at'>,
): CaseNote[] =>
  covers.map(({ caseId }) => {
    const breach = { kind: 'contact-without-permit' as const, actId, placementId };
    return { caseId, item: { kind: 'breach-reported', itemId: `breach/${itemId}`, at, breach } };
  });
