import { arrearsOf, oldestUnpaid } from '../../services/sandbox/src/loan-account.js';
import { addDays, dayOf, daysBetween, instantOf } from '../../services/sandbox/src/local-time.js';
import type { Loan } from '../../services/sandbox/src/loan.js';
import { makePortfolio } from '../../services/sandbox/src/portfolio.js';
import type { PermitClient } from '../../services/sandbox/src/permit-client.js';
import type { OutgoingEvent } from '../../services/sandbox/src/servicing-event.js';
import { makeWorld } from '../../services/sandbox/src/world.js';
import { answerLetters } from './answer-letters.js';

const zone = 'Asia/Shanghai';
export const from = '2025-12-01';
export const days = 181;

/** Leave for whatever an agency asks for. */
const permits = (): PermitClient => ({
  ask: async () => ({ dials: [1, 2] }),
  redeem: async (id, dial) => ({ attempt: `${id}/${dial}` }),
  tell: async () => undefined,
  giveBack: async () => undefined,
});

/** A lender without memory or mercy: what a ladder does by days past due, one person's loans at a time. */
export async function collectFor(seed: string, loans = 240, persons = 200) {
  const sent: OutgoingEvent[] = [];
  const out = {
    put: (event: OutgoingEvent) => void sent.push(event),
    flush: async () => 0,
    close: async () => undefined,
  };
  const world = makeWorld({ tenant: 't', seed, clock: 'test', startsAt: instantOf(from, '00:00', zone), out, permits });
  const portfolio = makePortfolio({ seed, loans, persons, from });
  for (const loan of portfolio.loans) world.addLoan(loan);
  world.directory.add([...portfolio.persons, ...portfolio.contacts]);
  const notAfter = '2999-01-01T00:00:00.000Z';
  const wall = new Date('2026-01-01');
  const placed = new Map<string, string>();
  const handedAs = new Map<string, string>();
  const callBacks = new Map<string, string>();
  const foundAs = new Map<string, string>();
  const callBack = ({ loanId }: Loan, at: string): void => {
    const [id, to] = [handedAs.get(loanId), placed.get(loanId)];
    if (id === undefined) return;
    handedAs.delete(loanId);
    const request = { id: `${id}/recall`, reason: 'cured' };
    if (to === 'agency') world.agency.callBack('agency-1', id, request, at);
    else world.lawFirm.callBack('firm-1', id, request, at);
  };

  let read = 0;
  for (let day = 0; day < days; day += 1) {
    const today = addDays(from, day);
    for (const [time, step] of [
      ['10:00', 'write'],
      ['14:00', 'speak'],
      ['22:30', 'call back'],
      ['23:30', 'rest'],
    ] as const) {
      const at = instantOf(today, time, zone);
      world.play(at);
      for (const errand of world.takeErrands()) await errand();
      read = answerLetters(world, read, at);
      for (const loan of portfolio.loans) {
        if (arrearsOf(loan.account) === 0 || loan.closed) {
          callBack(loan, at);
          continue;
        }
        const person = portfolio.persons.find(({ personId }) => personId === loan.personId);
        const value = (kind: string) => person?.points.find((point) => point.kind === kind)?.value ?? '';
        const dpd = daysBetween(oldestUnpaid(loan.account)?.dueOn ?? today, dayOf(at, loan.terms.zone));
        const id = `t/${loan.loanId}/${today}/${dpd}`;
        const about = {
          id,
          loan: loan.loanId,
          person: loan.personId,
          amount: arrearsOf(loan.account),
          currency: loan.terms.currency,
          notAfter,
        };
        if (step === 'write' && ([4, 5].includes(dpd) || (day === 1 && loan.takenOnOn !== undefined)))
          world.messages.take(
            { id, channel: 'sms', to: value('mobile'), language: 'zh', text: 'CNY 1.00', notAfter },
            at,
            wall,
          );
        if (step === 'write' && dpd >= 70 && !placed.has(loan.loanId)) {
          world.agency.hand('agency-1', about, at, wall);
          placed.set(loan.loanId, 'agency');
          handedAs.set(loan.loanId, id);
        }
        if (step === 'write' && dpd >= 138 && placed.get(loan.loanId) === 'agency') {
          world.lawFirm.hand('firm-1', about, at, wall);
          placed.set(loan.loanId, 'law');
          handedAs.set(loan.loanId, id);
        }
        if (step === 'speak' && dpd === 8)
          world.messages.take(
            { id, channel: 'dialler', to: value('mobile'), language: 'zh', text: '', notAfter },
            at,
            wall,
          );
        if (step === 'speak' && [10, 12, 14, 18, 20, 22, 26, 28].includes(dpd)) {
          const { callBackAt } =
            world.telephone.speak('call', id, foundAs.get(loan.personId) ?? value('mobile'), at).details ?? {};
          if (callBackAt !== undefined) callBacks.set(loan.loanId, callBackAt);
        }
        const related = () =>
          world.directory.all().filter(({ relations = [] }) => relations.some(({ to }) => to === loan.personId));
        if (step === 'speak' && [13, 27, 45, 60].includes(dpd))
          for (const { points } of related())
            world.telephone.speak('call', `${id}/contact`, points[0]?.value ?? '', at);
        if (step === 'write' && [15, 22].includes(dpd) && person) {
          const { point } = world.searches.search(world.directory.person(person.personId) ?? person, today);
          if (point) foundAs.set(person.personId, point.value);
        }
        if (step === 'call back' && (callBacks.get(loan.loanId) ?? '\uffff') <= at) {
          callBacks.delete(loan.loanId);
          world.telephone.speak('call', `${id}/back`, value('mobile'), at);
        }
        if (step === 'speak' && [33, 40].includes(dpd)) world.telephone.speak('visit', id, value('address'), at);
      }
    }
  }
  return { world, sent, portfolio };
}
