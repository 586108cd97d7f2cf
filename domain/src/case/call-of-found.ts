import type { Step } from '../strategy/step.js';
import type { StageRules, Strategy } from '../strategy/strategy.js';

/** The step a number that was found is called by, and the stage it is of. */
export const callOfFound = (strategy: Strategy): CallOfFound | undefined => {
  if (!strategy.locate) return undefined;
  const known = found.get(strategy);
  if (known) return known.call;
  const call = lookFor(strategy);
  found.set(strategy, { call });
  return call;
};

type CallOfFound = { stage: StageRules; step: Step };

/** A strategy never changes, and every turn asks. */
const found = new WeakMap<Strategy, { call: CallOfFound | undefined }>();

const lookFor = ({ locate, stages }: Strategy): CallOfFound | undefined => {
  for (const stage of stages) {
    const step = stage.steps.find((each) => each.step === locate?.call);
    if (step) return { stage, step };
  }
  return undefined;
};
