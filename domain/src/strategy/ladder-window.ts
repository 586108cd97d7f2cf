import type { Condition } from './condition.js';
import type { StageRules } from './strategy.js';

/** Ladder ages from `from` up to but not including `to`. */
export type LadderWindow = { from: number; to: number };

/** The ladder ages a list of conditions admits; other facts do not narrow it. */
export const admittedAges = (conditions: readonly Condition[]): LadderWindow =>
  conditions.reduce<LadderWindow>(
    ({ from, to }, condition) =>
      condition.fact === 'ladder-age'
        ? { from: Math.max(from, condition.atLeast ?? 0), to: Math.min(to, condition.below ?? Infinity) }
        : { from, to },
    { from: 0, to: Infinity },
  );

/** The ladder ages a stage can own: from its entry until it must be left. A stage that is never left by age ends at infinity. */
export const stageWindow = ({ enter, leave }: StageRules): LadderWindow => {
  const { from } = admittedAges(enter);
  const leaves = admittedAges(leave).from;
  return { from, to: leave.length > 0 && leaves > 0 ? leaves : Infinity };
};
