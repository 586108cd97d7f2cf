import type { Step, Strategy } from './strategy.js';

/** Every step of a strategy, those of no stage after those of the stages: of a representative, and after a broken promise. */
export const stepsOf = ({ stages, representative, promises }: Strategy): Step[] => [
  ...stages.flatMap(({ steps }) => steps),
  ...(representative?.steps ?? []),
  ...(promises?.whenBroken?.steps ?? []),
];
