import type { Channel } from '../contact/channel.js';
import { stageWindow } from './ladder-window.js';
import { neverTrue } from './never-true.js';
import type { StrategyFault } from './strategy-fault.js';
import type { Step } from './step.js';
import type { StageRules } from './strategy.js';
import { thirdPartyFaults } from './third-party-faults.js';
import { tryResults } from './try-result.js';

/** Local hours in which a step by that channel may be planned, half-open, `HH:MM`. `by`: the rules that say so. */
export type PlanHours = (channel: Channel) => { from: string; to: string; by: string };

const sendingChannels = new Set(['sms', 'email', 'app', 'im', 'letter', 'voice-bot']);

const needsOf = (step: Step): ('channel' | 'template' | 'notice' | 'partner' | 'by')[] => {
  switch (step.act) {
    case 'send-reminder':
      return ['channel', 'template'];
    case 'send-notice':
      return ['channel', 'template', 'notice'];
    case 'place-call':
      return ['by'];
    case 'arrange-visit':
      return [];
    case 'place-with-agency':
    case 'recall-from-agency':
    case 'refer-to-legal':
    case 'withdraw-from-legal':
      return ['partner'];
  }
};

const actFaults = (step: Step, path: string): StrategyFault[] => {
  const missing = needsOf(step)
    .filter((field) => step[field] === undefined)
    .map((field) => ({
      path: `${path}.${field}`,
      reason: `missing-${field}` as const,
      detail: `${step.act} needs a ${field}`,
    }));
  const sends = step.act === 'send-reminder' || step.act === 'send-notice';
  const wrong: StrategyFault[] =
    sends && step.channel !== undefined && !sendingChannels.has(step.channel)
      ? [
          {
            path: `${path}.channel`,
            reason: 'wrong-channel',
            detail: `${step.act} cannot go by ${step.channel}: use ${[...sendingChannels].join(', ')}`,
          },
        ]
      : [];
  const required: StrategyFault[] =
    step.purpose === 'legally-required' && step.act !== 'send-notice'
      ? [
          {
            path: `${path}.purpose`,
            reason: 'wrong-purpose',
            detail: `only a notice can be legally required, not ${step.act}`,
          },
        ]
      : [];
  return [...missing, ...wrong, ...required];
};

/** Tries that would fall on days on which the stage no longer owns the case are never made. */
const beyondStage = ({ tries, everyDays, ladderDay }: Step, stage: StageRules, path: string): StrategyFault[] => {
  const { from, to } = stageWindow(stage);
  const first = ladderDay ?? from;
  const last = first + (tries - 1) * everyDays;
  if (first >= to || last < to) return [];
  const detail = `try ${tries} of one every ${everyDays} days, begun on day ${first}, is due on day ${last}; ${stage.stage} ends with day ${to - 1}`;
  return [{ path: `${path}.tries`, reason: 'beyond-stage', detail }];
};

/** Handing over is no contact; it is done at the hours at which one may call. */
const channelOf = ({ act, channel }: Step): Channel => (act === 'arrange-visit' ? 'visit' : (channel ?? 'call'));

const timeFaults = (step: Step, stage: StageRules, hours: PlanHours, path: string): StrategyFault[] => {
  const faults: StrategyFault[] = [];
  const window = stageWindow(stage);
  const day = step.ladderDay;
  if (day !== undefined && (day < window.from || day >= window.to)) {
    faults.push({
      path: `${path}.ladderDay`,
      reason: 'outside-window',
      detail: `${stage.stage} has ladder ages ${window.from} to ${window.to - 1}, not ${day}`,
    });
  }
  const { from, to, by } = hours(channelOf(step));
  if (step.at < from || step.at >= to) {
    faults.push({
      path: `${path}.at`,
      reason: 'outside-hours',
      detail: from < to ? `${step.at} is not in ${from}-${to} (${by})` : `no hour is left by ${by}`,
    });
  }
  if (step.tries < 1)
    faults.push({ path: `${path}.tries`, reason: 'too-few-tries', detail: `${step.tries} tries never do anything` });
  faults.push(...beyondStage(step, stage, path));
  return faults;
};

const resultFaults = (step: Step, path: string): StrategyFault[] =>
  Object.entries(step.on ?? {}).flatMap(([result, leadsTo]): StrategyFault[] => {
    if (!tryResults.has(result))
      return [
        {
          path: `${path}.on.${result}`,
          reason: 'unknown-result',
          detail: `${result} is no way a try ends: neither a result nor an outcome code`,
        },
      ];
    return leadsTo === 'else' && step.else === undefined
      ? [{ path: `${path}.on.${result}`, reason: 'missing-else', detail: 'leads to else, but the step has none' }]
      : [];
  });

/** The steps from which following `else` leads back to themselves. */
const inElseLoop = (start: Step, steps: readonly Step[]): boolean => {
  const seen = new Set<string>();
  for (
    let at: Step | undefined = start;
    at?.else !== undefined && !seen.has(at.step);
    at = steps.find(({ step }) => step === at?.else)
  ) {
    seen.add(at.step);
    if (at.else === start.step) return true;
  }
  return false;
};

const elseFaults = (step: Step, steps: readonly Step[], path: string): StrategyFault[] => {
  if (step.else === undefined) return [];
  if (!steps.some((each) => each.step === step.else)) {
    return [{ path: `${path}.else`, reason: 'unknown-step', detail: `${step.else} is no step of this stage` }];
  }
  return inElseLoop(step, steps)
    ? [{ path: `${path}.else`, reason: 'else-loop', detail: `${step.else} leads back to ${step.step}` }]
    : [];
};

/** Steps with a day of their own, the one called in when a borrower is found, and what their `else` leads to. */
const reachableSteps = (steps: readonly Step[], calledIn: string | undefined): Set<string> => {
  const reached = new Set<string>();
  for (const first of steps.filter(({ ladderDay, step }) => ladderDay !== undefined || step === calledIn)) {
    for (
      let at: Step | undefined = first;
      at && !reached.has(at.step);
      at = steps.find(({ step }) => step === at?.else)
    )
      reached.add(at.step);
  }
  return reached;
};

/** What is wrong inside the steps of one stage. `namesBefore`: the step names of all stages before it; `calledIn`: the step of `locate`; `inPlace`: they are to a representative. */
export const checkSteps = (
  stage: StageRules,
  hours: PlanHours,
  namesBefore: ReadonlySet<string>,
  path: string,
  calledIn?: string,
  inPlace = false,
): StrategyFault[] => {
  const reached = reachableSteps(stage.steps, calledIn);
  return stage.steps.flatMap((step, index) => {
    const at = `${path}.steps[${index}]`;
    const doubled = namesBefore.has(step.step) || stage.steps.findIndex((each) => each.step === step.step) < index;
    const names: StrategyFault[] = doubled
      ? [{ path: `${at}.step`, reason: 'duplicate-step', detail: `${step.step} stands twice in the strategy` }]
      : [];
    const lost: StrategyFault[] = reached.has(step.step)
      ? []
      : [
          {
            path: `${at}.ladderDay`,
            reason: 'unreachable-step',
            detail: `${step.step} has no ladderDay and is the else of no step that is reached`,
          },
        ];
    return [
      ...names,
      ...lost,
      ...actFaults(step, at),
      ...thirdPartyFaults(step, at, inPlace),
      ...neverTrue(step.when ?? [], `${at}.when`),
      ...timeFaults(step, stage, hours, at),
      ...resultFaults(step, at),
      ...elseFaults(step, stage.steps, at),
    ];
  });
};
