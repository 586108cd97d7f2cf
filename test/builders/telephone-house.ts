import { minutesLater } from '@recourse/domain/calendar/local-time';
import { planIdOf } from '@recourse/domain/case/case-id';
import type { Act } from '@recourse/domain/case/act';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { unendedCalls } from '@recourse/domain/contact/unended-calls';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import type { BeginRead } from '@recourse/activities/contact/contact-store';
import { judgeReport, type AttemptReport } from '@recourse/activities/contact/conclude-attempt';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { stillUnderWay } from '@recourse/activities/records/still-under-way';
import { concludedLedger } from '@recourse/infra/mongo/concluded-ledger';
import { ledgerWith } from '@recourse/infra/mongo/ledger-with';
import type { Rung } from '../law/reference/rung-together.js';
import { aCase, aLoan, aPerson, aTask, beginRules, ten, tenant } from './contact-records.js';
import { lawOf, ruleOf } from './law-of.js';
import { aPermitRequest } from './permit-records.js';

/** A couple with one telephone, of whom one has another at work, and a neighbour. */
export const telephones = [
  { person: 'p1', number: 'of-the-couple' },
  { person: 'p1', number: 'at-work' },
  { person: 'p2', number: 'of-the-couple' },
  { person: 'p3', number: 'next-door' },
] as const;

/** What is told of a call: that nobody answered, that its provider failed, that nobody can say, that nothing went out. */
export type Told = 'no-answer' | 'failed' | 'unknown' | 'never-sent';
/** Somebody wants to ring one of them; something is told of one of the calls that are not over; time passes. */
export type Step =
  | { by: 'desk' | 'voice-bot' | 'permit'; telephone: number }
  | { by: 'told'; nth: number; what: Told }
  | { by: 'minutes'; pass: number };

/** Nothing forbids a call but that another goes on. */
const free = lawOf(
  ruleOf('frequency-cap', { unit: 'attempt', scope: ['point'], limit: 999, days: 1, purposes: ['collect'] }),
);

type Let = { act: ActRecord; entry: LedgerEntry };
type Made = Rung & { actId: string };

/** What the stores hold of these persons, each transaction after the other as the writes on person and number make them. Times in minutes. */
export function houseOf(contacts: { longestCallMinutes: number }) {
  const rules: BeginRules = { ...beginRules, law: free, contacts: { ...beginRules.contacts, ...contacts } };
  const made: Made[] = [];
  const acts = new Map<string, ActRecord>();
  const ledgers = { person: new Map<string, LedgerEntry[]>(), number: new Map<string, LedgerEntry[]>() };
  let minutes = 0;
  let nth = 0;

  const personOf = (personId: string): PersonRecord =>
    aPerson([`L-${personId}`], {
      _id: `${tenant}/${personId}`,
      personId,
      ledger: ledgers.person.get(personId) ?? [],
      points: telephones.flatMap(({ person, number }) => {
        const [mobile] = aPerson([]).points;
        return mobile && person === personId ? [{ ...mobile, pointId: number, blindIndex: number }] : [];
      }),
    });
  const stateOf = (personId: string, number: string) => {
    const person = personOf(personId);
    const ofPerson = person.points.find(({ pointId }) => pointId === number);
    if (!ofPerson) throw new Error(`${personId} has no telephone ${number}`);
    const ledger = ledgers.number.get(number) ?? [];
    const record = { _id: number, tenant, blindIndex: number, ledger, holds: [], version: 1 };
    const now = minutesLater(ten, minutes);
    const unended = unendedCalls([person.ledger, ledger]);
    const openCalls = stillUnderWay(unended.flatMap((actId) => acts.get(actId) ?? []));
    const point = { ofPerson, record };
    const flags = { contactStopped: false, ingestIsCurrent: true };
    return { person, point, now, wall: new Date(now), ...flags, openCalls };
  };

  const began = (by: 'desk' | 'voice-bot', personId: string, number: string): Let | undefined => {
    const act: Act = { kind: 'place-call', purpose: 'collect', by, personId, pointId: number };
    const loanId = `L-${personId}`;
    const { now, ...state } = stateOf(personId, number);
    const planId = planIdOf(`${tenant}/${loanId}/1`, 1, 'call-1', nth);
    const kase = aCase(loanId, act, { id: planId, dueAt: now, ...(by === 'desk' && { awaiting: 'task' as const }) });
    const far = { until: minutesLater(now, 30), deadline: minutesLater(now, 60) };
    const task = { ...aTask(kase, 'ann'), lease: { by: 'ann', until: far.until }, deadline: far.deadline };
    const read: BeginRead = {
      ...state,
      now,
      kase,
      loan: ofThem(loanId, personId),
      siblings: [],
      ...(by === 'desk' && { task }),
    };
    const taskId = by === 'desk' ? { taskId: planId } : {};
    const verdict = judgeBegin({ caseId: kase.caseId, planId, actor: 'ann', ...taskId }, rules)(read);
    if (verdict.go && verdict.entry) return { act: verdict.act, entry: verdict.entry };
    const { withheld } = verdict.go ? {} : verdict;
    if (withheld?.result !== 'deferred' || !withheld.rules.includes('dial-open'))
      throw new Error('held back by others');
    return undefined;
  };

  const redeemed = (personId: string, number: string): Let | undefined => {
    const loanId = `L-${personId}`;
    const loans = [{ loan: ofThem(loanId, personId), kase: aCase(loanId) }];
    const read = { ...stateOf(personId, number), loans, placementIsLive: false };
    const permitId = `permit-${nth}`;
    const request = aPermitRequest({ permitId, personId, pointId: number, loans: [loanId], dials: 1 });
    const { granted } = judgeGrant(request, rules)(read);
    if (!granted) throw new Error('no permit was granted');
    const dial = { tenant, permitId, n: 1, holderId: request.holder.id };
    const verdict = judgeRedeem(dial, rules)({ ...read, permit: granted });
    if (verdict.go === true) return { act: verdict.act, entry: verdict.entry };
    if (verdict.go !== false || verdict.because !== 'dial-open') throw new Error('held back by others');
    return undefined;
  };

  const write = (
    { person, number }: Pick<Rung, 'person' | 'number'>,
    change: (ledger: LedgerEntry[]) => LedgerEntry[],
  ) => {
    ledgers.person.set(person, change(ledgers.person.get(person) ?? []));
    ledgers.number.set(number, change(ledgers.number.get(number) ?? []));
  };
  const tell = (call: Made, what: Told): void => {
    const act = acts.get(call.actId);
    // Nobody of ours can say that a holder's dial never went out.
    if (!act || (what === 'never-sent' && act.permit)) return;
    const at = minutesLater(ten, minutes);
    const report: AttemptReport = what === 'no-answer' ? { code: what, at, law: free } : { status: what, at };
    const conclusion = judgeReport(report, { act, now: at });
    if (conclusion.known) return;
    const { outcome, effects } = conclusion;
    write(call, (ledger) => concludedLedger(ledger, act._id, effects));
    acts.delete(act._id);
    const _id = effects.neverSent ? `${act._id}~1` : act._id;
    acts.set(_id, { ...act, _id, status: 'concluded', outcome, concludedAt: at });
    if (what !== 'unknown') call.over = minutes;
  };

  return {
    /** Of a try to ring: who was to be rung, and whether it was let go. */
    play(step: Step): { call: Rung; rang: boolean } | undefined {
      nth += 1;
      if (step.by === 'minutes') minutes += step.pass;
      if (step.by === 'told') {
        const open = made.filter(({ over }) => over === undefined);
        const told = open[step.nth % Math.max(1, open.length)];
        if (told) tell(told, step.what);
      }
      if (step.by === 'minutes' || step.by === 'told') return undefined;
      const at = telephones[step.telephone % telephones.length] ?? telephones[0];
      const call: Rung = { call: `${step.by}-${nth}`, ...at, from: minutes };
      const went = step.by === 'permit' ? redeemed(at.person, at.number) : began(step.by, at.person, at.number);
      if (went) {
        const { act, entry } = went;
        made.push({ ...call, actId: act._id });
        acts.set(act._id, act);
        write(at, (ledger) => ledgerWith(ledger, [entry]));
      }
      return { call, rang: went !== undefined };
    },
    rung: (): Rung[] => made,
  };
}

const ofThem = (loanId: string, personId: string) => {
  const loan = aLoan(loanId);
  const debtors = [{ personId, role: 'borrower' as const }];
  return { ...loan, ...(loan.terms && { terms: { ...loan.terms, debtors } }) };
};
