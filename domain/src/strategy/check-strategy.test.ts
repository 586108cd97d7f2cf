import { describe, expect, it } from 'vitest';
import { checkStrategy } from './check-strategy.js';
import type { StrategyFaultReason } from './strategy-fault.js';
import type { StageRules, Step, Strategy } from './strategy.js';

const step = (name: string, change: Partial<Step> = {}): Step => ({
  step: name,
  act: 'send-reminder',
  channel: 'sms',
  template: 't1',
  ladderDay: 1,
  at: '10:00',
  tries: 1,
  everyDays: 1,
  validForDays: 3,
  ifLate: 'merge',
  ...change,
});
/** A step that is only reached as another's `else`. */
const elseStep = (name: string, change: Partial<Step> = {}): Step => {
  const { ladderDay: _, ...rest } = step(name, change);
  return rest;
};
const without = (from: Step, ...fields: (keyof Step)[]): Step => Object.fromEntries(Object.entries(from).filter(([field]) => !fields.includes(field as keyof Step))) as Step;

const stage = (name: StageRules['stage'], from: number, to: number | undefined, steps: Step[], change: Partial<StageRules> = {}): StageRules => ({
  stage: name,
  enter: [{ fact: 'ladder-age', atLeast: from }],
  leave: to === undefined ? [] : [{ fact: 'ladder-age', atLeast: to }],
  ifNotEntered: 'wait',
  steps,
  ...change,
});

const reminder = stage('reminder', 1, 8, [step('r1'), step('r2', { ladderDay: 4 })]);
const call = stage('call', 8, undefined, [step('c1', { act: 'place-call', by: 'desk', ladderDay: 8 })]);
const strategy = (stages: StageRules[], change: Partial<Strategy> = {}): Strategy => ({
  strategy: 'test',
  version: 1,
  segments: [{ name: 'all', when: [] }],
  spacingDays: 1,
  receiptWithinDays: 2,
  promiseGraceDays: 3,
  monitoring: { instalments: 3, days: 95 },
  stages,
  ...change,
});
const withSteps = (...steps: Step[]): Strategy => strategy([stage('reminder', 1, 8, steps), call]);

const found = (checked: Strategy): [string, StrategyFaultReason][] => checkStrategy(checked).map(({ path, reason }) => [path, reason]);

describe('a sound strategy', () => {
  it('has no faults', () => {
    expect(checkStrategy(strategy([reminder, call]))).toEqual([]);
  });

  it('may let a stage be entered before the one before is left', () => {
    expect(checkStrategy(strategy([reminder, stage('call', 5, undefined, call.steps)]))).toEqual([]);
  });

  it('may leave stages out', () => {
    expect(checkStrategy(strategy([reminder, stage('legal', 8, undefined, call.steps)]))).toEqual([]);
  });
});

describe('a strategy is refused for', () => {
  it.each<[string, Strategy, [string, StrategyFaultReason]]>([
    ['days on which no stage owns the case', strategy([reminder, stage('call', 10, undefined, [step('c1', { ladderDay: 10 })])]), ['stages[1].enter', 'gap-between-stages']],
    ['a stage that is never left', strategy([{ ...reminder, leave: [] }, call]), ['stages[0].leave', 'leave-unreachable']],
    ['a stage that time does not lead out of', strategy([{ ...reminder, leave: [{ fact: 'refused', is: true }] }, call]), ['stages[0].leave', 'leave-unreachable']],
    [
      'a stage left only in a window that a late turn would miss',
      strategy([{ ...reminder, leave: [{ fact: 'ladder-age', atLeast: 8, below: 9 }] }, call]),
      ['stages[0].leave', 'leave-unreachable'],
    ],
    ['a way out of the last stage', strategy([reminder, stage('call', 8, 31, call.steps)]), ['stages[1].leave', 'leads-nowhere']],
    [
      'a stage that is left before it can be entered',
      strategy([reminder, stage('call', 5, 8, [step('c1', { ladderDay: 6 })]), stage('legal', 8, undefined, [step('l1', { ladderDay: 9 })])]),
      ['stages[1].leave', 'unreachable-stage'],
    ],
    [
      'a stage that may only be entered while the one before still holds the case',
      strategy([reminder, { ...call, enter: [{ fact: 'ladder-age', atLeast: 3, below: 8 }] }]),
      ['stages[1].enter', 'unreachable-stage'],
    ],
    ['a condition nothing fulfils', strategy([reminder, { ...call, enter: [...call.enter, { fact: 'arrears', atLeast: 5, below: 5 }] }]), ['stages[1].enter[1]', 'never-true']],
    ['a stage twice', strategy([reminder, stage('reminder', 8, undefined, [step('x', { ladderDay: 9 })])]), ['stages[1].stage', 'duplicate-stage']],
    ['stages out of order', strategy([stage('call', 1, 8, [step('a')]), stage('reminder', 8, undefined, [step('b', { ladderDay: 9 })])]), ['stages[1].stage', 'stage-order']],
    ['a stage that does nothing', strategy([{ ...reminder, steps: [] }, call]), ['stages[0].steps', 'stage-without-steps']],
    ['a step twice in one stage', withSteps(step('r1'), step('r1', { ladderDay: 2 })), ['stages[0].steps[1].step', 'duplicate-step']],
    ['a step twice in two stages', withSteps(step('c1')), ['stages[1].steps[0].step', 'duplicate-step']],
    ['an else that does not exist', withSteps(step('r1', { else: 'nobody' })), ['stages[0].steps[0].else', 'unknown-step']],
    ['an else in another stage', withSteps(step('r1', { else: 'c1' })), ['stages[0].steps[0].else', 'unknown-step']],
    ['a step nothing leads to', withSteps(step('r1'), elseStep('r2')), ['stages[0].steps[1].ladderDay', 'unreachable-step']],
    ['a result that leads to an else that is not there', withSteps(step('r1', { on: { failed: 'else' } })), ['stages[0].steps[0].on.failed', 'missing-else']],
    ['a result nobody knows', withSteps(step('r1', { on: { shouted: 'done' } })), ['stages[0].steps[0].on.shouted', 'unknown-result']],
    ['a message without channel', withSteps(without(step('r1'), 'channel')), ['stages[0].steps[0].channel', 'missing-channel']],
    ['a message without template', withSteps(without(step('r1'), 'template')), ['stages[0].steps[0].template', 'missing-template']],
    ['a message by a channel that carries none', withSteps(step('r1', { channel: 'visit' })), ['stages[0].steps[0].channel', 'wrong-channel']],
    ['a notice that does not say of what', withSteps(step('r1', { act: 'send-notice' })), ['stages[0].steps[0].notice', 'missing-notice']],
    ['a call by nobody', withSteps(step('r1', { act: 'place-call' })), ['stages[0].steps[0].by', 'missing-by']],
    ['a placement with nobody', withSteps(step('r1', { act: 'place-with-agency' })), ['stages[0].steps[0].partner', 'missing-partner']],
    ['a day before its stage', withSteps(step('r1', { ladderDay: 0 })), ['stages[0].steps[0].ladderDay', 'outside-window']],
    ['a day after its stage', withSteps(step('r1', { ladderDay: 8 })), ['stages[0].steps[0].ladderDay', 'outside-window']],
    ['a time before contact hours', withSteps(step('r1', { at: '07:59' })), ['stages[0].steps[0].at', 'outside-hours']],
    ['a time at the end of contact hours', withSteps(step('r1', { at: '21:00' })), ['stages[0].steps[0].at', 'outside-hours']],
    ['no tries', withSteps(step('r1', { tries: 0 })), ['stages[0].steps[0].tries', 'too-few-tries']],
    [
      'a wait for a notice nothing sends',
      withSteps(step('r1', { when: [{ fact: 'notice-given', notice: 'legal', daysSince: 15 }] })),
      ['stages[0].steps[0].when[0].notice', 'notice-never-sent'],
    ],
    [
      'an entry that waits for a notice its own stage sends',
      strategy([
        reminder,
        {
          ...call,
          enter: [...call.enter, { fact: 'notice-given', notice: 'n', daysSince: 1 }],
          steps: [step('c1', { act: 'send-notice', notice: 'n', ladderDay: 8 })],
        },
      ]),
      ['stages[1].enter[1].notice', 'notice-never-sent'],
    ],
    ['segments that do not take everybody', strategy([reminder, call], { segments: [{ name: 'large', when: [{ fact: 'arrears', atLeast: 1 }] }] }), ['segments[0].when', 'no-catch-all-segment']],
    ['a segment twice', strategy([reminder, call], { segments: [{ name: 'all', when: [] }, { name: 'all', when: [] }] }), ['segments[1].name', 'duplicate-segment']],
  ])('%s', (_, checked, fault) => {
    expect(found(checked)).toEqual([fault]);
  });

  it('a loop of alternatives, at every step of it', () => {
    const looped = withSteps(step('r1', { else: 'r2' }), elseStep('r2', { else: 'r3' }), elseStep('r3', { else: 'r2' }));
    expect(found(looped)).toEqual([
      ['stages[0].steps[1].else', 'else-loop'],
      ['stages[0].steps[2].else', 'else-loop'],
    ]);
    expect(found(withSteps(step('r1', { else: 'r1' })))).toEqual([['stages[0].steps[0].else', 'else-loop']]);
  });

  it('alternatives that only call each other in', () => {
    const island = withSteps(step('r1'), elseStep('r2', { else: 'r3' }), elseStep('r3', { else: 'r2' }));
    expect(found(island).filter(([, reason]) => reason === 'unreachable-step')).toHaveLength(2);
  });

  it('everything that is wrong, at once and in plain words', () => {
    const faults = checkStrategy(withSteps(step('r1', { at: '23:00', tries: 0, ladderDay: 30 })));
    expect(faults.map(({ detail }) => detail)).toEqual(['reminder has ladder ages 1 to 7, not 30', '23:00 is not in 08:00-21:00', '0 tries never do anything']);
  });

  it('hours narrower than the baseline, when those are the law', () => {
    expect(checkStrategy(strategy([reminder, call]), { from: '11:00', to: '19:00' }).map(({ reason }) => reason)).toEqual(['outside-hours', 'outside-hours', 'outside-hours']);
  });
});
