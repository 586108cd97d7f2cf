import { decide } from '@recourse/domain/case/decide';
import { evolve, unopened } from '@recourse/domain/case/evolve';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Input, NewInput } from '@recourse/domain/case/case-inputs';
import type { Carry, CollectionCase } from '@recourse/domain/case/collection-case';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { LoanVerification } from '@recourse/domain/case/loan-verification';
import { isOvertaken, takesClosingBack, type LoanClosed } from '@recourse/domain/case/opens-case';
import type { Seen, SeenPerson, SeenRelated } from '@recourse/domain/case/seen';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import type { Terms } from '@recourse/domain/case/terms';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Hold } from '@recourse/domain/holds/hold';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import type { Position } from '@recourse/domain/money/position';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { fileURLToPath } from 'node:url';

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const strategy = policies.latestByName.get('consumer-cn');
if (!strategy) throw new Error('policies/strategies has no consumer-cn');

/** A copy to change. */
export const shippedStrategy = (): Strategy => structuredClone(strategy.strategy);

export const testTerms: Terms = {
  version: 1,
  product: 'cash-loan',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 3,
  tolerance: 0,
  debtors: [{ personId: 'p1', role: 'borrower' }],
};

const borrower: SeenPerson = {
  personId: 'p1',
  role: 'borrower',
  known: true,
  zone: 'Asia/Shanghai',
  points: [
    { pointId: 'm1', kind: 'mobile', valid: true },
    { pointId: 'e1', kind: 'email', valid: true },
    { pointId: 'a1', kind: 'address', valid: true, verifiedOn: '2025-12-01' },
  ],
  holds: [],
};

/** One loan and its case, driven by hand: what servicing told, the turns taken, every fact stated. */
export type CaseWorld = {
  caseId: string;
  now: Instant;
  position: Position;
  version: number;
  n: number;
  person: SeenPerson;
  /** Debtors beside `person`. */
  others?: SeenPerson[];
  /** Who is related to them. */
  related?: SeenRelated[];
  /** Absent: the newest of policies/strategies. */
  strategy?: Strategy;
  loanHolds?: Hold[];
  /** Ids of parked events that name the loan. */
  unresolved?: string[];
  /** Plans whose act has begun and has no outcome yet. */
  underWay?: string[];
  /** What the episode before has left. */
  carry?: Carry;
  terms: Terms;
  /** Servicing's word that the loan is over. */
  closed?: LoanClosed;
  reversedAt?: Instant;
  /** What servicing answers when a case is verified at intake; absent: no case is. */
  verify?: () => LoanVerification;
  kase?: CollectionCase;
  facts: CaseFact[];
};

export const aWorld = (now: Instant = '2026-01-01T16:00:00.000Z', terms: Partial<Terms> = {}): CaseWorld => ({
  caseId: 'test/loan-1/1',
  now,
  position: emptyPosition('CNY'),
  version: 0,
  n: 0,
  person: borrower,
  terms: { ...testTerms, ...terms },
  facts: [],
});

export const seenBy = (world: CaseWorld): Seen => ({
  position: { ...world.position, version: world.version },
  terms: world.terms,
  people: [world.person, ...(world.others ?? [])],
  ...(world.related && { related: world.related }),
  rules: {
    strategy: world.strategy ?? strategy.strategy,
    strategyHash: strategy.hash,
    law: policies.law,
    contacts: policies.contacts,
    arrangements: policies.arrangements,
    zones: policies.zones,
    verifiesIntake: world.verify !== undefined,
  },
  loanHolds: world.loanHolds ?? [],
  unresolved: world.unresolved ?? [],
  underWay: world.underWay ?? [],
  ...(world.carry && { carry: world.carry }),
});

/** Lets the case take its turn on the given inputs; the world keeps case and facts, folded anew from nothing to compare. */
export const turn = (world: CaseWorld, inputs: NewInput[] = []): CaseFact[] => {
  const numbered = inputs.map((input) => ({ ...input, n: ++world.n }) as Input);
  const { facts, plan } = decide(world.kase, world.caseId, numbered, seenBy(world), world.now);
  world.facts.push(...facts);
  world.kase = facts.reduce(evolve, world.kase ?? unopened);
  if (!('ending' in plan) && 'ending' in world.kase.plan)
    throw new Error('the decision and the case disagree on the plan');
  return facts;
};

/** Servicing tells of something: folded into the position, then taken as an input. A refused event changes nothing. */
export const tell = (world: CaseWorld, event: LoanFact): CaseFact[] => {
  const folded = foldLoanFact(world.position, event);
  if (!('position' in folded)) return [];
  const reopens = folded.position !== world.position && takesClosingBack(world.closed, event);
  if (reopens) delete world.closed;
  if (event.type === 'payment-reversed' && event.occurredAt > (world.reversedAt ?? ''))
    world.reversedAt = event.occurredAt;
  const told = event.type === 'loan-closed' ? { reason: event.reason, at: event.occurredAt } : undefined;
  const overtaken = told !== undefined && isOvertaken(world, told);
  if (told && !overtaken) world.closed = told;
  world.position = folded.position;
  world.version += 1;
  const item = { itemId: event.eventId, at: world.now, kind: 'loan-event' as const, event };
  return turn(world, [{ ...item, ...(reopens && { reopens }), ...(overtaken && { overtaken }) }]);
};

/** Servicing's sums are ours of that day with this instalment; principal of 100,000 each is still to fall due, or `toCome` in all. */
export const missed = (
  world: CaseWorld,
  number: number,
  dueOn: string,
  principal = 100_000,
  toCome = Math.max(0, 200 - number) * 100_000,
): LoanFact => {
  const asOf = addDays(dueOn, 1);
  const instalment = { number, dueOn, due: { principal, interest: 1_000 } };
  const { instalments } = world.position;
  const all = [...instalments.filter((each) => each.number !== number), { ...instalment, state: 'missed' as const }];
  const { arrears } = amountsOn({ ...world.position, instalments: all }, asOf, allocationOf(world.terms));
  const arrearsTotal = Math.max(arrears, principal + 1_000);
  return {
    eventId: `miss-${number}`,
    occurredAt: world.now,
    type: 'instalment-missed',
    terms: world.terms,
    instalment,
    asOf,
    arrearsTotal,
    outstandingTotal: arrearsTotal + toCome,
  };
};

export const paid = (world: CaseWorld, paymentId: string, amount: number, valueDate: string): LoanFact => ({
  eventId: `pay-${paymentId}`,
  occurredAt: world.now,
  type: 'payment-received',
  paymentId,
  amount,
  currency: 'CNY',
  valueDate,
  receivedAt: world.now,
  method: 'transfer',
  payer: 'debtor',
});
