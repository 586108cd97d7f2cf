import type { StageRules, Step, Strategy } from '../strategy/strategy.js';

/** The step a number that was found is called by, and the stage it is of. */
export const callOfFound = ({ locate, stages }: Strategy): { stage: StageRules; step: Step } | undefined => {
  if (!locate) return undefined;
  for (const stage of stages) {
    const step = stage.steps.find((each) => each.step === locate.call);
    if (step) return { stage, step };
  }
  return undefined;
};
