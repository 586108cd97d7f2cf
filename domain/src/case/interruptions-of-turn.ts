import { localDay } from '../calendar/local-time.js';
import type { Interruption } from '../limitation/interruption.js';
import type { Act } from './act.js';
import type { CaseFact } from './case-facts.js';
import type { Input } from './case-inputs.js';
import type { Course } from './course.js';
import { isBorrower, personOfTry, triedStep } from './step-of-plan.js';

/** Notices whose words ask for the money; that a bureau will be told, or the claim sold, is no demand. */
const demanding: readonly string[] = ['legal', 'outsourcing'];

type Message = Extract<Act, { kind: 'send-reminder' | 'send-notice' }>;

const asksForMoney = (act: Act | undefined): act is Message =>
  act?.kind === 'send-reminder' || (act?.kind === 'send-notice' && demanding.includes(act.notice));

/** A message that asks for the money and arrived at the borrower (法释 诉讼时效 art. 8(2)); a call leaves no proof of what was said. */
const ofFact = (course: Course, fact: CaseFact): Interruption[] => {
  const { kase, seen } = course;
  if (fact.type === 'contact-concluded') {
    const { outcome, act, planId } = fact;
    if (outcome.result !== 'delivered' || !asksForMoney(act)) return [];
    const reached = personOfTry(kase, triedStep(kase, seen, planId), planId) ?? act.personId;
    if (!isBorrower(kase, reached)) return [];
    const on = localDay(outcome.at, kase.zone);
    return [{ ground: 'demand', on, proof: ['arrival-proved'], by: { what: 'act', id: outcome.actId } }];
  }
  if (fact.type === 'history-taken-on')
    return kase.notices
      .filter(({ kind }) => demanding.includes(kind))
      .map(({ kind, provedOn }) => {
        const by = { what: 'document' as const, id: `notice/${kind}/${provedOn}` };
        return { ground: 'demand', on: provedOn, proof: ['arrival-proved'], by };
      });
  if (fact.type === 'promise-made') {
    const { id, madeAt } = fact.promise;
    return [{ ground: 'promise', on: localDay(madeAt, kase.zone), proof: [], by: { what: 'promise', id } }];
  }
  if (fact.type === 'arrangement-accepted') {
    const by = { what: 'arrangement' as const, id: fact.arrangementId };
    return [{ ground: 'agreement', on: fact.on, proof: ['signed'], by }];
  }
  return [];
};

/** The bank's own debit is a demand by law (art. 8(3)); money the debtor sends is agreement (art. 14). Whoever else pays agrees to nothing. */
const ofInput = (input: Input): Interruption[] => {
  if (input.kind !== 'loan-event' || input.event.type !== 'payment-received') return [];
  const { method, payer, valueDate, paymentId } = input.event;
  const by = { what: 'payment' as const, id: paymentId };
  if (method === 'direct-debit') return [{ ground: 'auto-debit', on: valueDate, proof: ['auto-debit'], by }];
  return payer === 'debtor' ? [{ ground: 'part-payment', on: valueDate, proof: [], by }] : [];
};

/** What happened in this turn that may let the limitation begin anew, oldest first. */
export const interruptionsOfTurn = (course: Course, inputs: readonly Input[]): Interruption[] =>
  [...inputs.flatMap(ofInput), ...course.facts.flatMap((fact) => ofFact(course, fact))].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
