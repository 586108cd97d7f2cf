import type { CaseFact } from '../case/case-facts.js';
import { caseIdOf } from '../case/case-id.js';
import type { Input, NewInput } from '../case/case-inputs.js';
import { decide } from '../case/decide.js';
import type { Seen } from '../case/seen.js';
import { personIdOf, type LoanWorld } from './loan-world.js';
import { addOne } from './tally.js';

const seenOf = ({ row, rules, terms, position, points, ledger, keptHolds, carry }: LoanWorld): Seen => ({
  position,
  terms,
  people: [
    {
      personId: personIdOf(row),
      role: 'borrower',
      known: true,
      zone: row.zone,
      candidateZones: [row.zone],
      points,
      holds: [],
      ledger,
    },
  ],
  rules,
  loanHolds: keptHolds,
  underWay: [],
  unresolved: [],
  ...(carry && { carry }),
});

const note = ({ tally }: LoanWorld, fact: CaseFact): void => {
  if (fact.type === 'case-opened') tally.cases.opened += 1;
  if (fact.type === 'stage-entered' && fact.because === 'cured') tally.cases.cured += 1;
  if (fact.type === 'stage-entered' && fact.because === 'relapsed') tally.cases.relapsed += 1;
  if (fact.type === 'case-closed') addOne(tally.cases.closed, fact.ending);
  if (fact.type === 'promise-made') tally.promises.made += 1;
  if (fact.type === 'promise-judged') tally.promises[fact.state] += 1;
  if (fact.type === 'promise-judged' && fact.was) tally.promises[fact.was] -= 1;
  if (fact.type === 'handed-over') tally.handedOver[fact.to.kind] += 1;
};

/** Lets the case of the loan take its turn, the first one included; what a case that closes leaves behind stays with the loan. */
export const letCaseTurn = (world: LoanWorld, inputs: readonly NewInput[] = []): void => {
  const caseId = caseIdOf('simulated', world.row.loan, world.episode);
  const numbered = inputs.map((input) => ({ ...input, n: ++world.n }) as Input);
  const seen = seenOf(world);
  world.watch.onTurn?.(world.kase, caseId, numbered, seen, world.now);
  const { facts, kase } = decide(world.kase, caseId, numbered, seen, world.now);
  world.tally.turns += 1;
  for (const fact of facts) note(world, fact);
  world.kase = kase;
  if (kase.status !== 'closed') return;
  const closed = facts.find((fact) => fact.type === 'case-closed');
  if (closed) world.carry = closed.carry;
  world.keptHolds = kase.holds.filter(({ endedAt }) => endedAt === undefined);
  delete world.kase;
  world.episode += 1;
};
