import type { Step } from '@recourse/domain/strategy/step';
import type { StageRules, Strategy } from '@recourse/domain/strategy/strategy';

export const step = (name: string, change: Partial<Step> = {}): Step => ({
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
export const elseStep = (name: string, change: Partial<Step> = {}): Step => {
  const { ladderDay: _, ...rest } = step(name, change);
  return rest;
};
export const without = (from: Step, ...fields: (keyof Step)[]): Step =>
  Object.fromEntries(Object.entries(from).filter(([field]) => !fields.includes(field as keyof Step))) as Step;

export const stage = (
  name: StageRules['stage'],
  from: number,
  to: number | undefined,
  steps: Step[],
  change: Partial<StageRules> = {},
): StageRules => ({
  stage: name,
  enter: [{ fact: 'ladder-age', atLeast: from }],
  leave: to === undefined ? [] : [{ fact: 'ladder-age', atLeast: to }],
  ifNotEntered: 'wait',
  steps,
  ...change,
});

export const reminder = stage('reminder', 1, 8, [step('r1'), step('r2', { ladderDay: 4 })]);
export const call = stage('call', 8, undefined, [step('c1', { act: 'place-call', by: 'desk', ladderDay: 8 })]);
export const strategy = (stages: StageRules[], change: Partial<Strategy> = {}): Strategy => ({
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
export const withSteps = (...steps: Step[]): Strategy => strategy([stage('reminder', 1, 8, steps), call]);
