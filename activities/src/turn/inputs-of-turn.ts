import type { Input } from '@recourse/domain/case/case-inputs';
import type { TurnRead } from './turn-store.js';

/**
 * The inbox as the case takes it up, in order. Two things only the turn can know join it:
 * an act that was performed and has told nothing, and work that was offered although another case's task covers it meanwhile.
 */
export function inputsOfTurn(read: TurnRead, tried: string | undefined): Input[] {
  const inbox = read.inbox.map((input) => coveredMeanwhile(input, read));
  if (tried === undefined || !isStillDue(read, tried) || inbox.some((input) => tellsOf(input)?.planId === tried))
    return inbox;
  const begun = read.unconcluded.some(({ planId }) => planId === tried);
  return [
    ...inbox,
    { kind: 'act-unanswered', n: 0, itemId: `${tried}/unanswered`, at: read.now, planId: tried, begun },
  ];
}

/** False once the case has drawn its conclusion: then this is a turn repeated after a lost answer. */
function isStillDue({ kase, now }: TurnRead, planId: string): boolean {
  if (!kase || 'ending' in kase.plan) return false;
  return kase.plan.id === planId && !kase.plan.awaiting && kase.plan.dueAt <= now;
}

const tellsOf = (input: Input): { planId: string } | undefined => {
  if (input.kind === 'loan-verification') return input;
  return input.kind === 'act-outcome' || input.kind === 'task-answer' ? input.outcome : undefined;
};

function coveredMeanwhile(input: Input, { offering }: TurnRead): Input {
  const { coveredBy } = offering ?? {};
  if (coveredBy === undefined || input.kind !== 'act-outcome' || input.outcome.result !== 'offered') return input;
  const { planId, at } = input.outcome;
  return { ...input, outcome: { planId, actId: coveredBy, at, result: 'covered', by: coveredBy } };
}
