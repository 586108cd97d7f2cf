import type { Instant } from '@recourse/domain/calendar/instant';
import { gateTrace } from '@recourse/domain/contact/gate-trace';
import type { Purpose } from '@recourse/domain/contact/channel';
import type { NotJoined } from '@recourse/domain/contact/not-joined';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { LoanRecord } from '../records/loan-record.js';
import type { CaseNote } from './case-note.js';
import type { LoanVerdict } from './gate-for-loan.js';
import type { Joining } from './joining-loans.js';

type LeftOut = { joins: false } & Omit<NotJoined, 'planId' | 'actId'>;

/** `purpose`: what the same act is for about that loan; `ask`: the gate, about that loan. */
type AboutLoan = { purpose: (other: Joining) => Purpose; ask: (loan: LoanRecord) => LoanVerdict };

/**
 * Whether a loan whose plan wants the same contact is spoken of in it. What the law of one loan wants told is a demand for money about another
 * whose law does not.
 */
export function judgeJoining(
  other: Joining,
  own: Purpose,
  { purpose, ask }: AboutLoan,
): { joins: true; gate: LoanVerdict } | LeftOut {
  const { plan, loan } = other;
  const leftOut = (because: NotJoined['because']): LeftOut => ({ joins: false, because, rules: [] });
  if (plan.readPosition !== loan.positionVersion) return leftOut('position-changed');
  if (loan.unresolved.length > 0) return leftOut('unresolved-event');
  if (amountsOn(loan.position, 'now', allocationOf(loan.terms)).arrears <= 0) return leftOut('nothing-overdue');
  if (purpose(other) !== own) return leftOut('other-purpose');
  const answer = ask(loan);
  const gate = gateTrace(answer.askedAt, answer.trace);
  const { verdict } = answer;
  switch (verdict) {
    case 'allow':
      return { joins: true, gate: answer };
    case 'defer':
      return { ...leftOut('put-off-by-law'), until: answer.until, rules: answer.rules, gate };
    case 'refuse':
      return { ...leftOut(answer.reason), rules: answer.rules, gate };
    default:
      return verdict satisfies never;
  }
}

/** Its own case is told, once for the contact; its plan stands and is judged in its own turn. */
export function notJoinedNote(
  { kase, plan }: Pick<Joining, 'kase' | 'plan'>,
  actId: string,
  at: Instant,
  { joins: _no, ...why }: LeftOut,
): CaseNote {
  const notJoined: NotJoined = { planId: plan.id, actId, ...why };
  return { caseId: kase.caseId, item: { kind: 'contact-not-joined', itemId: `not-joined/${actId}`, at, notJoined } };
}
