import { checkStages } from './check-stages.js';
import { checkSteps, type PlanHours } from './check-steps.js';
import type { StrategyFault } from './strategy-fault.js';
import { neverTrue } from './never-true.js';
import type { Condition } from './condition.js';
import type { StageRules, Strategy } from './strategy.js';

/** The hours of the shipped baseline (`policies/rule-packs/baseline.yaml`). */
const baselineHours: PlanHours = () => ({ from: '08:00', to: '21:00', by: 'baseline' });

const segmentFaults = ({ segments }: Strategy): StrategyFault[] => {
  const doubled = segments.flatMap(({ name }, index): StrategyFault[] =>
    segments.findIndex((each) => each.name === name) < index
      ? [{ path: `segments[${index}].name`, reason: 'duplicate-segment', detail: `${name} stands twice` }]
      : [],
  );
  const last = segments.length - 1;
  const catchAll = segments.findIndex(({ when }) => when.length === 0);
  const dead = segments.flatMap(({ name, when }, index): StrategyFault[] => [
    ...neverTrue(when, `segments[${index}].when`),
    ...(catchAll !== -1 && index > catchAll
      ? [
          {
            path: `segments[${index}]`,
            reason: 'dead-segment' as const,
            detail: `${name} takes no loan: ${segments[catchAll]?.name} before it takes every one`,
          },
        ]
      : []),
  ]);
  return segments[last]?.when.length === 0
    ? [...doubled, ...dead]
    : [
        ...doubled,
        ...dead,
        {
          path: `segments[${last}].when`,
          reason: 'no-catch-all-segment',
          detail: 'the last segment must take every loan: when: []',
        },
      ];
};

/** A condition on a notice that nothing up to there sends would wait for ever. */
const noticeFaults = ({ stages }: Strategy): StrategyFault[] => {
  const sent = new Set<string>();
  const unsent = (conditions: readonly Condition[], path: string): StrategyFault[] =>
    conditions.flatMap((condition, index): StrategyFault[] =>
      condition.fact === 'notice-given' && !sent.has(condition.notice)
        ? [
            {
              path: `${path}[${index}].notice`,
              reason: 'notice-never-sent',
              detail: `no step up to here sends the notice ${condition.notice}`,
            },
          ]
        : [],
    );
  return stages.flatMap((stage, s) => {
    const onEntry = unsent(stage.enter, `stages[${s}].enter`);
    for (const { act, notice } of stage.steps) if (act === 'send-notice' && notice !== undefined) sent.add(notice);
    return [
      ...onEntry,
      ...unsent(stage.leave, `stages[${s}].leave`),
      ...stage.steps.flatMap(({ when }, t) => unsent(when ?? [], `stages[${s}].steps[${t}].when`)),
    ];
  });
};

/** A borrower who was found is called, by a step that nothing else leads to on a day of its own. */
const locateFaults = ({ locate, stages }: Strategy): StrategyFault[] => {
  if (!locate) return [];
  const step = stages.flatMap(({ steps }) => steps).find((each) => each.step === locate.call);
  const fault = (detail: string): StrategyFault[] => [{ path: 'locate.call', reason: 'unknown-step', detail }];
  if (!step) return fault(`${locate.call} is no step of this strategy`);
  return step.act === 'place-call' && step.to === undefined && step.ladderDay === undefined
    ? []
    : fault(`${locate.call} must be a call to the borrower without a ladderDay: it is due when a number is found`);
};

/** Of no stage: the first is called in, and the others are what its `else` leads to. */
const representativeFaults = (
  { representative }: Strategy,
  hours: PlanHours,
  names: ReadonlySet<string>,
): StrategyFault[] => {
  if (!representative) return [];
  const { steps } = representative;
  const always: StageRules = { stage: 'reminder', enter: [], leave: [], ifNotEntered: 'wait', steps };
  return checkSteps(always, hours, names, 'representative', steps[0]?.step, true);
};

/** One of the two says when a promise is broken. Steps after a broken promise are of no stage: the first is called in, the others are what its `else` leads to. */
const promiseFaults = (
  { promises, promiseGraceDays }: Strategy,
  hours: PlanHours,
  names: ReadonlySet<string>,
): StrategyFault[] => {
  const detail = 'says when a promise is broken: this or promiseGraceDays, and not both';
  const twice: StrategyFault[] =
    (promises === undefined) === (promiseGraceDays === undefined)
      ? [{ path: 'promises', reason: 'promises-or-grace', detail }]
      : [];
  const steps = promises?.whenBroken?.steps ?? [];
  const always: StageRules = { stage: 'reminder', enter: [], leave: [], ifNotEntered: 'wait', steps };
  const dated = steps.flatMap(({ step, ladderDay }, index): StrategyFault[] =>
    ladderDay === undefined
      ? []
      : [
          {
            path: `promises.whenBroken.steps[${index}].ladderDay`,
            reason: 'outside-window',
            detail: `${step} is due when a promise is broken, on no ladder day`,
          },
        ],
  );
  return [...twice, ...dated, ...checkSteps(always, hours, names, 'promises.whenBroken', steps[0]?.step)];
};

/** Everything wrong with a well-formed strategy, in one list; empty means it may be used. */
export const checkStrategy = (strategy: Strategy, hours: PlanHours = baselineHours): StrategyFault[] => {
  const names = new Set<string>();
  const steps = strategy.stages.flatMap((stage, index) => {
    const faults = checkSteps(stage, hours, names, `stages[${index}]`, strategy.locate?.call);
    for (const { step } of stage.steps) names.add(step);
    return faults;
  });
  return [
    ...segmentFaults(strategy),
    ...checkStages(strategy.stages),
    ...steps,
    ...representativeFaults(strategy, hours, names),
    ...promiseFaults(
      strategy,
      hours,
      new Set([...names, ...(strategy.representative?.steps ?? []).map(({ step }) => step)]),
    ),
    ...noticeFaults(strategy),
    ...locateFaults(strategy),
  ];
};
