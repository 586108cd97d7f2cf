import type { Step, Strategy } from './strategy.js';

/** Every step of a strategy, those of no stage after those of the stages. */
export const stepsOf = ({ stages, representative }: Strategy): Step[] => [
  ...stages.flatMap(({ steps }) => steps),
  ...(representative?.steps ?? []),
];
