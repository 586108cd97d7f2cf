import { gateTrace } from '@recourse/domain/contact/gate-trace';
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
import { gateOfDial, isPlacedWith, ledgerSender, notNow } from './permit-gate.js';
import type { GrantVerdict, NotGranted, PermitRead, PermitRequest } from './permit-store.js';

/**
 * How many of the dials asked for are allowed. The gate is asked for each in turn as though those before it were on their way, so that
 * what is granted never exceeds a cap, whatever comes of each dial. Pure.
 */
export function judgeGrant(asked: PermitRequest, rules: BeginRules): (read: PermitRead) => GrantVerdict {
  return (read) => {
    const request = inOneName(asked, read.merges ?? []);
    const { tenant, permitId, minutes, dials, holder, placementId } = request;
    const { person, point, now, wall } = read;
    // What is not placed with an agency is none of its business: it learns neither whether there is such a loan nor what of it.
    const isNotTheirs = holder.kind === 'agency' && !isPlacedWith(holder.id, read);
    const because = permitFault(request) ?? (isNotTheirs ? 'placed-elsewhere' : notNow(request, read));
    if (because) return notGranted({ because, rules: [] });
    if (!read.ingestIsCurrent) return notGranted({ because: 'ingest-behind', rules: [] });

    const covers = read.loans.map(({ loan, kase }): PermitCover => ({
      caseId: kase?.caseId ?? '',
      loanId: loan.loanId,
      readPosition: loan.positionVersion,
    }));
    const entries: LedgerEntry[] = [];
    let stoppedBy: NotGranted | undefined;
    while (entries.length < dials && !stoppedBy) {
      const reserved = ledgersChanged(read, (ledger) => [...ledger, ...entries]);
      const gate = gateOfDial(request, reserved, rules);
      if (gate.verdict === 'allow' && person && point) {
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
          trace: gate.trace,
          ...sender,
        });
        entries.push({ ...dial, reservedUntil: minutesLater(now, minutes) });
      } else {
        const trace = gateTrace(gate.askedAt, gate.trace);
        stoppedBy =
          gate.verdict === 'defer'
            ? { because: 'put-off-by-law', until: gate.until, rules: gate.rules, gate: trace }
            : gate.verdict === 'refuse'
              ? { because: gate.reason, rules: gate.rules, gate: trace }
              : { because: person ? 'unknown-point' : 'unknown-person', rules: [] };
      }
    }
    if (entries.length === 0 || !point) return notGranted(stoppedBy ?? { because: 'unknown-point', rules: [] });
    const permit = grantedPermit(request, now, { minutes, dials: entries.length });
    const record = {
      ...permit,
      _id: tenantKey(tenant, permitId),
      tenant,
      blindIndex: point.ofPerson.blindIndex,
      covers,
      ...(placementId !== undefined && { placementId }),
      grantedWallAt: wall,
      version: 1,
    };
    return { granted: record, entries };
  };
}

const notGranted = (not: NotGranted): GrantVerdict => ({ granted: undefined, not });
