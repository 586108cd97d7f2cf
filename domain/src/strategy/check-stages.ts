import { ladder } from '../case/stage.js';
import { admittedAges, stageWindow } from './ladder-window.js';
import { neverTrue } from './never-true.js';
import type { StrategyFault } from './strategy-fault.js';
import type { StageRules } from './strategy.js';

/** Time alone must lead out of a stage, or a silent borrower would stay in it for ever. */
const leaveFaults = (stage: StageRules, path: string, last: boolean): StrategyFault[] => {
  if (last) {
    return stage.leave.length === 0
      ? []
      : [{ path: `${path}.leave`, reason: 'leads-nowhere', detail: 'no stage follows the last one: leave it []' }];
  }
  const ages = admittedAges(stage.leave);
  const byTime = stage.leave.some(({ fact }) => fact === 'ladder-age') && ages.from > 0;
  if (!byTime)
    return [
      {
        path: `${path}.leave`,
        reason: 'leave-unreachable',
        detail: 'needs ladder-age with atLeast, so that time leads out of the stage',
      },
    ];
  if (ages.to !== Infinity)
    return [
      {
        path: `${path}.leave`,
        reason: 'leave-unreachable',
        detail: 'a stage cannot be left only below a ladder age: a late turn would miss it',
      },
    ];
  return [];
};

const orderFaults = (stage: StageRules, before: readonly StageRules[], path: string): StrategyFault[] => {
  if (before.some((each) => each.stage === stage.stage))
    return [{ path: `${path}.stage`, reason: 'duplicate-stage', detail: `${stage.stage} stands twice` }];
  const previous = before.at(-1);
  return previous && ladder.indexOf(previous.stage) > ladder.indexOf(stage.stage)
    ? [
        {
          path: `${path}.stage`,
          reason: 'stage-order',
          detail: `${stage.stage} cannot follow ${previous.stage}: the order is ${ladder.join(', ')}`,
        },
      ]
    : [];
};

const windowFaults = (stage: StageRules, before: readonly StageRules[], path: string): StrategyFault[] => {
  const previous = before.at(-1);
  const previousEnd = previous && stageWindow(previous).to;
  const { from, to } = stageWindow(stage);
  const entered = Math.max(from, previousEnd === undefined || previousEnd === Infinity ? 0 : previousEnd);
  if (entered >= to) {
    return [
      {
        path: `${path}.leave`,
        reason: 'unreachable-stage',
        detail: `entered at ladder age ${entered} or later, but left from ${to}`,
      },
    ];
  }
  if (entered >= admittedAges(stage.enter).to) {
    return [
      {
        path: `${path}.enter`,
        reason: 'unreachable-stage',
        detail: `the stage before is left at ladder age ${entered}, this one may only be entered earlier`,
      },
    ];
  }
  if (previous && previousEnd !== undefined && from > previousEnd) {
    return [
      {
        path: `${path}.enter`,
        reason: 'gap-between-stages',
        detail: `${previous.stage} is left at ladder age ${previousEnd}, ${stage.stage} entered at ${from}`,
      },
    ];
  }
  return [];
};

/** Holes, order and reachability of the stages. */
export const checkStages = (stages: readonly StageRules[]): StrategyFault[] =>
  stages.flatMap((stage, index) => {
    const path = `stages[${index}]`;
    const before = stages.slice(0, index);
    const impossible = [...neverTrue(stage.enter, `${path}.enter`), ...neverTrue(stage.leave, `${path}.leave`)];
    const empty: StrategyFault[] =
      stage.steps.length > 0
        ? []
        : [{ path: `${path}.steps`, reason: 'stage-without-steps', detail: `${stage.stage} does nothing` }];
    return [
      ...orderFaults(stage, before, path),
      ...impossible,
      ...(impossible.length > 0
        ? []
        : [...leaveFaults(stage, path, index === stages.length - 1), ...windowFaults(stage, before, path)]),
      ...empty,
    ];
  });
