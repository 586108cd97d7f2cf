import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { PlannedNext } from '@recourse/domain/case/plan';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { holdsOfOutcome } from '@recourse/domain/contact/holds-of-outcome';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { turn, type CaseWorld } from './case-world.js';
import { noLaw } from './no-law.js';

/** What the outside world makes of an act: a code for calls and visits, a receipt for messages. */
export type Answer =
  | OutcomeCode
  | 'delivered'
  | 'failed'
  | 'unknown'
  | 'silence'
  | 'missed'
  | 'deferred'
  | 'superseded'
  | 'provider-unavailable';

const conclude = (world: CaseWorld, plan: PlannedNext, outcome: Record<string, unknown>): void => {
  const itemId = `${plan.id}@${world.now}/${String(outcome['result'])}`;
  const full = { planId: plan.id, actId: plan.id, at: world.now, ...outcome } as ActOutcome;
  const reached = plan.act && 'personId' in plan.act ? { person: plan.act.personId, point: plan.act.pointId } : {};
  const holds =
    full.result === 'answered'
      ? holdsOfOutcome(
          full.code,
          itemId,
          { loans: ['loan-1'], ...reached },
          { law: noLaw, at: world.now, places: [], products: [] },
        )
      : [];
  turn(world, [{ itemId, at: world.now, kind: 'act-outcome', outcome: full, holds }]);
};

const personally = (plan: PlannedNext): boolean =>
  plan.act?.kind === 'arrange-visit' || (plan.act?.kind === 'place-call' && plan.act.by === 'desk');

/** Performs the plan that is due as the activities would, and lets the case take its turns; returns what it did. */
export const perform = (world: CaseWorld, answer: Answer): string => {
  const plan = world.kase?.plan;
  if (!plan || 'ending' in plan) return 'ended';
  if (plan.dueAt > world.now) world.now = plan.dueAt;
  if (!plan.act || plan.awaiting) {
    turn(world);
    return 'review';
  }
  if (plan.act.kind === 'verify-loan') {
    if (!world.verify) throw new Error('a world without servicing planned to ask it');
    const verification = world.verify();
    const itemId = `verified/${plan.id}`;
    turn(world, [{ itemId, at: world.now, kind: 'loan-verification', planId: plan.id, verification }]);
  } else if (answer === 'deferred')
    conclude(world, plan, { result: 'deferred', until: minutesLater(world.now, 600), rules: ['hours'] });
  else if (answer === 'superseded') conclude(world, plan, { result: 'superseded', positionVersion: world.version });
  else if (answer === 'provider-unavailable') conclude(world, plan, { result: 'provider-unavailable' });
  else if (
    plan.act.kind.startsWith('place-with') ||
    plan.act.kind.startsWith('refer') ||
    plan.act.kind.startsWith('recall') ||
    plan.act.kind.startsWith('withdraw')
  )
    conclude(world, plan, { result: answer === 'failed' ? 'failed' : 'done' });
  else if (personally(plan)) {
    conclude(world, plan, { result: 'offered', to: 'call', deadline: minutesLater(world.now, 360) });
    if (answer === 'missed' || answer === 'silence') return plan.act.kind;
    world.now = minutesLater(world.now, 30);
    if (answer === 'delivered' || answer === 'failed' || answer === 'unknown')
      conclude(world, plan, { result: 'answered', code: 'no-answer' });
    else conclude(world, plan, { result: 'answered', code: answer });
  } else {
    turn(world, [
      { itemId: `unanswered-${world.n}`, at: world.now, kind: 'act-unanswered', planId: plan.id, begun: true },
    ]);
    if (answer === 'silence' || answer === 'missed') return plan.act.kind;
    world.now = minutesLater(world.now, 30);
    const receipt = answer === 'delivered' || answer === 'failed' || answer === 'unknown';
    if (plan.act.kind === 'place-call' && !receipt) conclude(world, plan, { result: 'answered', code: answer });
    else conclude(world, plan, { result: receipt ? answer : 'delivered' });
  }
  return plan.act.kind;
};

/** Performs what is due until the day (exclusive), the world answering in turn; returns the acts done with their instants. */
export const playUntil = (
  world: CaseWorld,
  until: string,
  answerOf: (act: string, nth: number) => Answer,
): { at: string; act: string; planId: string }[] => {
  const done: { at: string; act: string; planId: string }[] = [];
  for (let nth = 0; nth < 2_000; nth++) {
    const plan = world.kase?.plan;
    if (!plan || 'ending' in plan || plan.dueAt >= until) return done;
    const at = plan.dueAt > world.now ? plan.dueAt : world.now;
    const kind = plan.act && !plan.awaiting ? plan.act.kind : 'review';
    perform(world, answerOf(kind, nth));
    if (kind !== 'review') done.push({ at, act: kind, planId: plan.id });
  }
  throw new Error(`2000 turns and no end: the case does not move on, its plan is ${JSON.stringify(world.kase?.plan)}`);
};
