import { gateTrace } from '@recourse/domain/contact/gate-trace';
import { dialRefusal, redeemed, reservedDials, revoked, type PermitRevocation } from '@recourse/domain/contact/permit';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import { planIdOf } from '@recourse/domain/case/case-id';
import { bearingOf } from '../contact/bearing-of.js';
import { coverOf, sendWithinMs } from '../contact/begun-act.js';
import type { BeginRules } from '../contact/begin-rules.js';
import { openEntry } from '../contact/open-entry.js';
import type { ActRecord } from '../records/act-record.js';
import { dialActId } from './dial-act-id.js';
import { ledgersChanged } from './ledgers-changed.js';
import { gateOfDial, ledgerSender, notNow } from './permit-gate.js';
import type { RedeemRead, RedeemRequest, RedeemVerdict } from './permit-store.js';

/**
 * Whether one dial of a permit may be made in the next 5 s. What was granted is asked anew, without the permit's own reservations:
 * the law at this minute, and that no payment, hold or anything else has come since. If anything has, the permit is at an end. Pure.
 */
export function judgeRedeem({ n, holderId }: RedeemRequest, rules: BeginRules): (read: RedeemRead) => RedeemVerdict {
  return (asked) => {
    const read = { ...asked, permit: inOneName(asked.permit, asked.merges ?? []) };
    const { permit, now, person, point } = read;
    const no = dialRefusal(permit, { n, holderId, at: now });
    if (no) return { go: false, because: no };
    // One telephone is not dialled twice at once; until the outcome is told it counts as everything it may become.
    if (read.openActs.length > 0) return { go: false, because: 'dial-open' };
    if (!read.ingestIsCurrent) return { go: false, because: 'ingest-behind' };
    const revoke = (because: PermitRevocation): RedeemVerdict => ({
      go: false,
      because: 'permit-revoked',
      revoked: because,
      permit: revoked(permit, because, now),
    });
    const stopped = hasMoved(read) ? 'position-changed' : notNow(permit, read);
    if (stopped) return revoke(stopped);

    const reservations = new Set(reservedDials(permit).map((each) => dialActId(permit, each)));
    const without = ledgersChanged(read, (ledger) => ledger.filter(({ actId }) => !reservations.has(actId)));
    const gate = gateOfDial(permit, without, rules);
    if (gate.verdict === 'refuse') return revoke(gate.reason);
    if (gate.verdict === 'defer') return revoke('put-off-by-law');
    if (!person || !point) return revoke(person ? 'unknown-point' : 'unknown-person');

    const act = { ...actOfDial(read, n), gate: gateTrace(gate.askedAt, gate.trace) };
    const sender = ledgerSender(permit.holder);
    const loans = read.loans.map(({ loan }) => loan);
    const { ofPerson } = point;
    const actId = act._id;
    const entry = openEntry({ actId, at: now, contact: permit, person, ofPerson, loans, trace: gate.trace, ...sender });
    return { go: true, act, entry, permit: redeemed(permit, n) };
  };
}

const hasMoved = ({ permit, loans }: RedeemRead): boolean =>
  permit.covers.some(({ loanId, readPosition }) => {
    const now = loans.find(({ loan }) => loan.loanId === loanId);
    return now?.loan.positionVersion !== readPosition;
  });

/** The holder has it from now on: accepted, and nobody of ours can be asked what became of it. */
function actOfDial({ permit, loans, person, now, wall }: RedeemRead, n: number): ActRecord {
  const { tenant, permitId, purpose, channel, personId, pointId, blindIndex, holder } = permit;
  const by = channel === 'call' ? 'desk' : channel;
  return {
    _id: dialActId(permit, n),
    tenant,
    act: { kind: 'place-call', purpose, by, personId, pointId },
    covers: loans.flatMap(({ kase, loan }) =>
      kase ? [coverOf(kase, loan, planIdOf(kase.caseId, 0, permitId, n))] : [],
    ),
    personId,
    pointId,
    blindIndex,
    status: 'accepted',
    begunAt: now,
    acceptedAt: now,
    begunWallAt: wall,
    notAfter: new Date(wall.getTime() + sendWithinMs),
    actor: holder.id,
    permit: { permitId, n },
    bearing: bearingOf(
      loans.map(({ loan }) => loan),
      person,
    ),
  };
}
