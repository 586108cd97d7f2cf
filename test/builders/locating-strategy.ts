import type { Step } from '@recourse/domain/strategy/step';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { shippedStrategy } from './case-world.js';

const contact: Step = {
  step: 'contact-1',
  act: 'place-call',
  by: 'desk',
  to: 'emergency-contact',
  purpose: 'locate',
  ladderDay: 16,
  at: '15:00',
  tries: 3,
  everyDays: 1,
  validForDays: 5,
  ifLate: 'lapse',
  taskHours: 6,
  when: [{ fact: 'debtor-unreachable' }],
};

/** The shipped ladder, in whose call stage contact persons are asked on ladder day 16 where an unreachable borrower is, and nobody else looks. */
export const locatingStrategy = (): Strategy => {
  const { locate: _nobody, ...strategy } = shippedStrategy();
  const stages = strategy.stages.map((stage) =>
    stage.stage === 'call' ? { ...stage, steps: [...stage.steps, contact] } : stage,
  );
  return { ...strategy, stages };
};
