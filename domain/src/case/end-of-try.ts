import type { StepState } from './collection-case.js';

/** A step when one of its tries is over: nothing is awaited, put off or agreed any more. */
export const endOfTry = ({
  awaiting: _awaiting,
  awaitingUntil: _until,
  deferredUntil: _deferred,
  calledInAt: _called,
  ...step
}: StepState): StepState => step;

/** A step that is over for its round. */
export const endOfStep = ({ alternativeSince: _since, ...step }: StepState, state: 'done' | 'lapsed'): StepState => ({
  ...endOfTry(step),
  state,
});
