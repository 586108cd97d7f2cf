import { describe, expect, it } from 'vitest';
import { elseStep, step, withSteps, without } from '../../../test/builders/small-strategy.js';
import { checkStrategy } from './check-strategy.js';
import type { StrategyFaultReason } from './strategy-fault.js';
import type { Strategy } from './strategy.js';

const found = (checked: Strategy): [string, StrategyFaultReason][] =>
  checkStrategy(checked).map(({ path, reason }) => [path, reason]);

describe('a strategy is refused for', () => {
  it.each<[string, Strategy, [string, StrategyFaultReason]]>([
    [
      'a step twice in one stage',
      withSteps(step('r1'), step('r1', { ladderDay: 2 })),
      ['stages[0].steps[1].step', 'duplicate-step'],
    ],
    ['a step twice in two stages', withSteps(step('c1')), ['stages[1].steps[0].step', 'duplicate-step']],
    [
      'an else that does not exist',
      withSteps(step('r1', { else: 'nobody' })),
      ['stages[0].steps[0].else', 'unknown-step'],
    ],
    ['an else in another stage', withSteps(step('r1', { else: 'c1' })), ['stages[0].steps[0].else', 'unknown-step']],
    [
      'a step nothing leads to',
      withSteps(step('r1'), elseStep('r2')),
      ['stages[0].steps[1].ladderDay', 'unreachable-step'],
    ],
    [
      'a result that leads to an else that is not there',
      withSteps(step('r1', { on: { failed: 'else' } })),
      ['stages[0].steps[0].on.failed', 'missing-else'],
    ],
    [
      'a result nobody knows',
      withSteps(step('r1', { on: { shouted: 'done' } })),
      ['stages[0].steps[0].on.shouted', 'unknown-result'],
    ],
    [
      'a result that ends no try',
      withSteps(step('r1', { on: { deferred: 'done' } })),
      ['stages[0].steps[0].on.deferred', 'unknown-result'],
    ],
    [
      'a message without channel',
      withSteps(without(step('r1'), 'channel')),
      ['stages[0].steps[0].channel', 'missing-channel'],
    ],
    [
      'a message without template',
      withSteps(without(step('r1'), 'template')),
      ['stages[0].steps[0].template', 'missing-template'],
    ],
    [
      'a message by a channel that carries none',
      withSteps(step('r1', { channel: 'visit' })),
      ['stages[0].steps[0].channel', 'wrong-channel'],
    ],
    [
      'a reminder that calls itself legally required',
      withSteps(step('r1', { purpose: 'legally-required' })),
      ['stages[0].steps[0].purpose', 'wrong-purpose'],
    ],
    [
      'a call that calls itself legally required',
      withSteps({ ...step('r1'), act: 'place-call', by: 'desk', purpose: 'legally-required' }),
      ['stages[0].steps[0].purpose', 'wrong-purpose'],
    ],
    [
      'a notice that does not say of what',
      withSteps(step('r1', { act: 'send-notice' })),
      ['stages[0].steps[0].notice', 'missing-notice'],
    ],
    ['a call by nobody', withSteps(step('r1', { act: 'place-call' })), ['stages[0].steps[0].by', 'missing-by']],
    [
      'a placement with nobody',
      withSteps(step('r1', { act: 'place-with-agency' })),
      ['stages[0].steps[0].partner', 'missing-partner'],
    ],
    [
      'a day before its stage',
      withSteps(step('r1', { ladderDay: 0 })),
      ['stages[0].steps[0].ladderDay', 'outside-window'],
    ],
    [
      'a day after its stage',
      withSteps(step('r1', { ladderDay: 8 })),
      ['stages[0].steps[0].ladderDay', 'outside-window'],
    ],
    ['a time before contact hours', withSteps(step('r1', { at: '07:59' })), ['stages[0].steps[0].at', 'outside-hours']],
    [
      'a time at the end of contact hours',
      withSteps(step('r1', { at: '21:00' })),
      ['stages[0].steps[0].at', 'outside-hours'],
    ],
    [
      'tries that need more days than its stage has left',
      withSteps(step('r1', { ladderDay: 3, tries: 3, everyDays: 3 })),
      ['stages[0].steps[0].tries', 'beyond-stage'],
    ],
    [
      'tries of an else that need more days than its stage has',
      withSteps(step('r1', { else: 'r2' }), elseStep('r2', { tries: 8 })),
      ['stages[0].steps[1].tries', 'beyond-stage'],
    ],
    [
      'a condition that nothing fulfils',
      withSteps(
        step('r1', {
          when: [
            { fact: 'refused', is: true },
            { fact: 'refused', is: false },
          ],
        }),
      ),
      ['stages[0].steps[0].when[1]', 'never-true'],
    ],
    ['no tries', withSteps(step('r1', { tries: 0 })), ['stages[0].steps[0].tries', 'too-few-tries']],
  ])('%s', (_, checked, fault) => {
    expect(found(checked)).toEqual([fault]);
  });

  it('nothing when it says what each end of a try leads to', () => {
    const ends = ['delivered', 'failed', 'done', 'unknown', 'missed', 'refuses'];
    const on = Object.fromEntries(ends.map((result) => [result, 'done' as const]));
    expect(found(withSteps(step('r1', { on })))).toEqual([]);
  });

  it('a loop of alternatives, at every step of it', () => {
    const looped = withSteps(
      step('r1', { else: 'r2' }),
      elseStep('r2', { else: 'r3' }),
      elseStep('r3', { else: 'r2' }),
    );
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
});
