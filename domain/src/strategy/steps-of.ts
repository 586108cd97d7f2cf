import type { Step } from './step.js';
import type { Strategy } from './strategy.js';

const listed = new WeakMap<Strategy, readonly Step[]>();

/**
 * Every step of a strategy, those of no stage after those of the stages: of a representative, and after a broken promise. A strategy never
 * changes, and every turn asks for them: they are listed once.
 */
export const stepsOf = (strategy: Strategy): readonly Step[] => {
  const known = listed.get(strategy);
  if (known) return known;
  const { stages, representative, promises } = strategy;
  const steps = [
    ...stages.flatMap((stage) => stage.steps),
    ...(representative?.steps ?? []),
    ...(promises?.whenBroken?.steps ?? []),
  ];
  listed.set(strategy, steps);
  return steps;
};
