/** Keys made before, by step and round: a text put together anew is hashed anew at every look-up, and a turn looks up some fifty. */
const stepKeys = new Map<string, string[]>();
const mostSteps = 1_000;
const mostRounds = 100;

/** How the steps of a case are keyed: `round/step`. */
export const stepKey = (round: number, step: string): string => {
  const known = stepKeys.get(step)?.[round];
  if (known !== undefined) return known;
  const key = `${round}/${step}`;
  if (!Number.isInteger(round) || round < 0 || round > mostRounds) return key;
  if (stepKeys.size >= mostSteps) stepKeys.clear();
  const ofStep = stepKeys.get(step) ?? [];
  ofStep[round] = key;
  stepKeys.set(step, ofStep);
  return key;
};
