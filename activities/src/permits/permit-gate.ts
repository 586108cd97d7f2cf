import type { Permit, PermitRevocation } from '@recourse/domain/contact/permit';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { isCapped } from '@recourse/domain/contact/purpose-scope';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { BeginRules } from '../contact/begin-rules.js';
import { gateForLoan, type LoanVerdict } from '../contact/gate-for-loan.js';
import { callScript, type ContactSender } from '../contact/what-is-said.js';
import type { PermitRead } from './permit-store.js';

type Dialling = Pick<Permit, 'holder' | 'personId' | 'pointId' | 'purpose' | 'channel'>;

/** What stops every dial whatever the law says, in the order `begin` asks. A watermark that is behind is no reason: it passes. */
export function notNow({ holder, purpose, personId }: Dialling, read: PermitRead): PermitRevocation | undefined {
  const { person, loans } = read;
  if (read.contactStopped) return 'contact-stopped';
  if (
    loans.length === 0 ||
    loans.some(({ kase, loan }) => !kase || kase.status === 'closed' || loan.openCase !== kase.caseId)
  )
    return 'case-closed';
  // At intake it waits for grace or verification: nobody is contacted yet.
  if (loans.some(({ kase }) => kase?.status === 'intake')) return 'held';
  if (loans.some(({ loan }) => loan.unresolved.length > 0)) return 'unresolved-event';
  if (loans.some(({ loan }) => amountsOn(loan.position, 'now', allocationOf(loan.terms)).arrears <= 0))
    return 'nothing-overdue';
  // What third parties may be told rests on another person's state, which a permit does not watch.
  const owes = (debtors: readonly { personId: string }[] = []): boolean =>
    debtors.some((each) => each.personId === personId);
  if (!loans.every(({ loan }) => owes(loan.terms?.debtors))) return 'party-not-eligible';
  // A loan that somebody else has is not collected by us from its other debtors either.
  const isElsewhere = person?.collectingParty !== undefined || loans.some(({ kase }) => kase?.handedTo !== undefined);
  if (holder.kind === 'dialler') return isElsewhere && isCapped(purpose) ? 'placed-elsewhere' : undefined;
  return isPlacedWith(holder.id, read) ? undefined : 'placed-elsewhere';
}

/** The person's loans asked about are with this agency now. */
export const isPlacedWith = (
  agencyId: string,
  { person, placementIsLive }: Pick<PermitRead, 'person' | 'placementIsLive'>,
): boolean => {
  const party = person?.collectingParty;
  return party?.kind === 'agency' && party.partnerId === agencyId && placementIsLive;
};

/** What the gate was asked about one loan of a dial. */
export type AskedOfLoan = { loanId: string; gate: LoanVerdict };

/** `answer`: of its loans' answers the first that refuses, else the first that puts off, else the first. `asked`: of each loan, in their order. */
export type GateOfDial = { answer: AskedOfLoan; asked: AskedOfLoan[] };

/** The gate's answer to one dial about all its loans. An agency is bound as one. */
export function gateOfDial(
  { holder, ...contact }: Dialling,
  read: Pick<PermitRead, 'now' | 'person' | 'point' | 'loans'>,
  rules: BeginRules,
): GateOfDial {
  const { channel, purpose, personId, pointId } = contact;
  const sender = senderOfDial(holder, channel);
  const asked = read.loans.map(({ loan }) => ({
    loanId: loan.loanId,
    gate: gateForLoan({ channel, purpose, personId, pointId }, loan, read, rules, sender),
  }));
  const saying = (verdict: LoanVerdict['verdict']) => asked.find(({ gate }) => gate.verdict === verdict);
  const answer = saying('refuse') ?? saying('defer') ?? asked[0];
  if (!answer) throw new Error('a permit without a loan');
  return { answer, asked };
}

/** People talk by their script; what rings by itself says the words of every machine of ours. */
function senderOfDial({ kind, id }: Dialling['holder'], channel: Dialling['channel']): ContactSender {
  if (kind === 'agency') return { actor: 'agency', agencyId: id };
  return { actor: 'first-party', ...(channel !== 'call' && { template: callScript }) };
}

/** A permit's dial as the ledgers name its sender. */
export const ledgerSender = ({
  kind,
  id,
}: Dialling['holder']): Pick<LedgerEntry, 'senderId'> & { sender: 'own' | 'agency' } =>
  kind === 'agency' ? { sender: 'agency', senderId: id } : { sender: 'own' };
