import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { grantedPermit, permitFault } from '@recourse/domain/contact/permit';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { BeginRules } from '../contact/begin-rules.js';
import { openEntry } from '../contact/open-entry.js';
import type { PermitCover } from '../records/permit-record.js';
import { dialActId } from './dial-act-id.js';
import { ledgersChanged } from './ledgers-changed.js';
import { isSameRequest } from './is-same-request.js';
import { gateOfDial, isPlacedWith, ledgerSender, notNow } from './permit-gate.js';
import type { GrantRead, GrantVerdict, NotGranted, PermitRead, PermitRequest } from './permit-store.js';
import { notGrantedNotes, stoppedByGate, type Stopped } from './withheld-notes.js';

/**
 * How many of the dials asked for are allowed. The gate is asked for each in turn as though those before it were on their way, so that
 * what is granted never exceeds a cap, whatever comes of each dial. Pure.
 */
export function judgeGrant(asked: PermitRequest, rules: BeginRules): (read: GrantRead) => GrantVerdict {
  return (read) => {
    const { before } = read;
    if (before) {
      if (isSameRequest(before, asked)) return { granted: before, entries: [], again: true };
      return notGranted({ because: 'permit-id-taken', rules: [] });
    }
    const request = inOneName(asked, read.merges ?? []);
    const { tenant, permitId, minutes, dials, holder, placementId } = request;
    const { person, point, now, wall } = read;
    const fault = permitFault(request) ?? (isTheirs(holder, read) ? undefined : 'placed-elsewhere');
    if (fault) return notGranted({ because: fault, rules: [] });
    const told = (why: Stopped): GrantVerdict => {
      const { gate: _asked, ...not } = why;
      return { granted: undefined, not, notes: notGrantedNotes(request, read, why) };
    };
    const stopped = notNow(request, read);
    if (stopped) return told({ because: stopped, rules: [] });
    if (!read.ingestIsCurrent) return notGranted({ because: 'ingest-behind', rules: [] });

    const covers = read.loans.map(({ loan, kase }): PermitCover => ({
      caseId: kase?.caseId ?? '',
      loanId: loan.loanId,
      readPosition: loan.positionVersion,
    }));
    const entries: LedgerEntry[] = [];
    let stoppedBy: Stopped | undefined;
    while (entries.length < dials && !stoppedBy) {
      const reserved = ledgersChanged(read, (ledger) => [...ledger, ...entries]);
      const gate = gateOfDial(request, reserved, rules);
      const { gate: answer } = gate.answer;
      if (answer.verdict === 'allow' && person && point) {
        const actId = dialActId({ permitId, covers }, entries.length + 1);
        const loans = read.loans.map(({ loan }) => loan);
        const sender = ledgerSender(holder);
        const { ofPerson } = point;
        const dial = openEntry({
          actId,
          at: now,
          contact: request,
          person,
          ofPerson,
          loans,
          traces: gate.asked.map((each) => each.gate.trace),
          ...sender,
        });
        entries.push({ ...dial, reservedUntil: minutesLater(now, minutes) });
      } else {
        stoppedBy = stoppedByGate(gate) ?? { because: person ? 'unknown-point' : 'unknown-person', rules: [] };
      }
    }
    if (entries.length === 0 || !point) return told(stoppedBy ?? { because: 'unknown-point', rules: [] });
    const permit = grantedPermit(request, now, { minutes, dials: entries.length });
    const record = {
      ...permit,
      _id: tenantKey(tenant, permitId),
      tenant,
      blindIndex: point.ofPerson.blindIndex,
      covers,
      ...(placementId !== undefined && { placementId }),
      asked: { personId: asked.personId, pointId: asked.pointId, loans: asked.loans, minutes, dials },
      grantedWallAt: wall,
      version: 1,
    };
    return { granted: record, entries };
  };
}

/** Of what is none of their business nobody is told anything, and no case of theirs: not even whether there is such a loan or person. */
const isTheirs = ({ kind, id }: PermitRequest['holder'], read: PermitRead): boolean =>
  kind === 'agency' ? isPlacedWith(id, read) : read.person !== undefined && read.loans.length > 0;

const notGranted = (not: NotGranted): GrantVerdict => ({ granted: undefined, not, notes: [] });
