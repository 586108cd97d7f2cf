import type { Step } from '@recourse/domain/strategy/step';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { shippedStrategy } from './case-world.js';

/** A call by the desk to who speaks for a borrower who may not be spoken to. */
export const callRepresentative: Step = {
  step: 'call-representative',
  act: 'place-call',
  by: 'desk',
  to: 'representative',
  at: '11:00',
  tries: 3,
  everyDays: 2,
  validForDays: 14,
  ifLate: 'do',
  taskHours: 6,
};

/** The shipped ladder, and beside it calls to representatives. */
export const representingStrategy = (): Strategy => ({
  ...shippedStrategy(),
  representative: { steps: [callRepresentative] },
});
