import type { RuleAnswer } from '@recourse/domain/contact/gate-ask';
import { gateTrace, type GateTrace } from '@recourse/domain/contact/gate-trace';
import { dialRefusal, redeemed, reservedDials, revoked } from '@recourse/domain/contact/permit';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import { dialOpen, oneCall } from '@recourse/domain/contact/one-call';
import { planIdOf } from '@recourse/domain/case/case-id';
import { bearingOf } from '../contact/bearing-of.js';
import { coverOf, sendWithinMs } from '../contact/begun-act.js';
import type { BeginRules } from '../contact/begin-rules.js';
import { openEntry } from '../contact/open-entry.js';
import type { ActRecord } from '../records/act-record.js';
import { dialActId } from './dial-act-id.js';
import { ledgersChanged } from './ledgers-changed.js';
import { gateOfDial, ledgerSender, notNow, type GateOfDial } from './permit-gate.js';
import type { RedeemRead, RedeemRequest, RedeemVerdict } from './permit-store.js';
import { revokedNotes, stoppedByGate, type Stopped } from './withheld-notes.js';

/**
 * Whether one dial of a permit may be made in the next 5 s. What was granted is asked anew, without the permit's own reservations:
 * the law at this minute, and that no payment, hold or anything else has come since. If anything has, the permit is at an end. A dial asked for
 * again under its key is asked all of it again; let go no more, it stays an act that may have been made. Pure.
 */
export function judgeRedeem(
  { n, holderId, key }: RedeemRequest,
  rules: BeginRules,
): (read: RedeemRead) => RedeemVerdict {
  return (asked) => {
    const read = { ...asked, permit: inOneName(asked.permit, asked.merges ?? []) };
    const { permit, now, person, point } = read;
    const no = dialRefusal(permit, { n, holderId, at: now });
    if (no === 'permit-revoked')
      return { go: false, because: no, ...(permit.revoked && { revoked: permit.revoked.because }) };
    if (no && no !== 'already-redeemed') return { go: false, because: no };
    const isOfOther = permit.dials.some((dial) => dial.n !== n && dial.key === key);
    if (key !== undefined && isOfOther) return { go: false, because: 'key-used' };
    const again = no && key !== undefined ? letGoFor(key, n, read) : undefined;
    if (no && !again) return { go: false, because: no };
    const actId = dialActId(permit, n);
    if (!read.ingestIsCurrent) return { go: false, because: 'ingest-behind' };
    const revoke = (why: Stopped): RedeemVerdict => ({
      go: 'revoke',
      permit: revoked(permit, why.because, now),
      revoked: why.because,
      notes: revokedNotes({ ...permit, n }, read, why),
    });
    const changed = hasMoved(read) ? 'position-changed' : notNow(permit, read);
    if (changed) return revoke({ because: changed, rules: [] });

    const own = new Set([actId, ...reservedDials(permit).map((each) => dialActId(permit, each))]);
    const without = ledgersChanged(read, (ledger) => ledger.filter((entry) => !own.has(entry.actId)));
    const gate = gateOfDial(permit, without, rules);
    const stopped = stoppedByGate(gate);
    if (stopped && gate.answer.gate.verdict === 'refuse') return revoke(stopped);
    if (!person || !point) return revoke({ because: person ? 'unknown-point' : 'unknown-person', rules: [] });
    // Another number under the same id has its own ledger, in which nothing is reserved.
    if (point.ofPerson.blindIndex !== permit.blindIndex) return revoke({ because: 'unknown-point', rules: [] });
    // Before what the law puts off: the other call counts as everything until its outcome is known, and that alone revokes nothing.
    const others = read.openCalls.filter((open) => open.actId !== again?.actId);
    const alone = oneCall(others, now, rules.contacts.longestCallMinutes);
    if (alone.verdict !== 'allow') return { go: false, because: dialOpen };
    if (stopped) return revoke(stopped);

    if (again) return { go: 'again', actId: again.actId, notAfter: again.notAfter };
    const act = actOfDial(read, n, gate, alone);
    const sender = ledgerSender(permit.holder);
    const loans = read.loans.map(({ loan }) => loan);
    const { ofPerson } = point;
    const traces = gate.asked.map((each) => each.gate.trace);
    const entry = openEntry({ actId, at: now, contact: permit, person, ofPerson, loans, traces, ...sender });
    return { go: true, act, entry, permit: redeemed(permit, n, key) };
  };
}

const hasMoved = ({ permit, loans }: RedeemRead): boolean =>
  permit.covers.some(({ loanId, readPosition }) => {
    const now = loans.find(({ loan }) => loan.loanId === loanId);
    return now?.loan.positionVersion !== readPosition;
  });

/** The dial as it was let go for the same request, while it may still begin and nobody has told what came of it. */
function letGoFor(
  key: string,
  n: number,
  { permit, openCalls, wall }: RedeemRead,
): RedeemRead['openCalls'][number] | undefined {
  const dial = permit.dials.find((each) => each.n === n);
  if (dial?.key !== key) return undefined;
  return openCalls.find(({ actId, notAfter }) => actId === dialActId(permit, n) && wall < notAfter);
}

/** What the gate was asked about another loan of the dial than the first. */
function traceOf({ asked, answer }: GateOfDial, loanId: string, alone: RuleAnswer): { gate?: GateTrace } {
  const own = asked.find((each) => each.loanId === loanId)?.gate;
  return own && loanId !== answer.loanId ? { gate: gateTrace(own.askedAt, [...own.trace, alone]) } : {};
}

/** The holder has it from now on: accepted, and nobody of ours can be asked what became of it. */
function actOfDial(
  { permit, loans, person, now, wall }: RedeemRead,
  n: number,
  gate: GateOfDial,
  alone: RuleAnswer,
): ActRecord {
  const { tenant, permitId, purpose, channel, personId, pointId, blindIndex, holder } = permit;
  const by = channel === 'call' ? 'desk' : channel;
  return {
    _id: dialActId(permit, n),
    tenant,
    act: { kind: 'place-call', purpose, by, personId, pointId },
    covers: loans.flatMap(({ kase, loan }) =>
      kase
        ? [{ ...coverOf(kase, loan, planIdOf(kase.caseId, 0, permitId, n), now), ...traceOf(gate, loan.loanId, alone) }]
        : [],
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
    gate: gateTrace(gate.answer.gate.askedAt, [...gate.answer.gate.trace, alone]),
    bearing: bearingOf(
      loans.map(({ loan }) => loan),
      person,
    ),
  };
}
