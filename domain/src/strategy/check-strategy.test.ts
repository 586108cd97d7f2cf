import { describe, expect, it } from 'vitest';
import { call, elseStep, reminder, stage, step, strategy, withSteps } from '../../../test/builders/small-strategy.js';
import { checkStrategy } from './check-strategy.js';
import type { StrategyFaultReason } from './strategy-fault.js';
import type { Step } from './step.js';
import type { Strategy } from './strategy.js';

const found = (checked: Strategy): [string, StrategyFaultReason][] =>
  checkStrategy(checked).map(({ path, reason }) => [path, reason]);

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

/** One call to who speaks for a borrower who may not be spoken to. */
const representing = (how: Partial<Step> = {}, ...more: Step[]): Strategy => {
  const first = elseStep('speak', {
    act: 'place-call',
    by: 'desk',
    to: 'representative',
    tries: 3,
    everyDays: 30,
    ...how,
  });
  return strategy([reminder, call], { representative: { steps: [first, ...more] } });
};

describe('a strategy that speaks with representatives', () => {
  it('has no faults, however long the calls go on: they are of no stage', () => {
    expect(checkStrategy(representing())).toEqual([]);
    const second = elseStep('again', { act: 'place-call', by: 'desk', to: 'representative' });
    expect(checkStrategy(representing({ else: 'again' }, second))).toEqual([]);
  });

  const inStage = step('c2', { act: 'place-call', by: 'desk', to: 'representative', ladderDay: 9 });
  const onADay = strategy([reminder, call], { representative: { steps: [{ ...inStage, step: 'speak' }] } });
  it.each<[string, Strategy, [string, StrategyFaultReason][]]>([
    [
      'to the borrower',
      representing({ to: 'emergency-contact' }),
      [['representative.steps[0].to', 'third-party-step']],
    ],
    ['by a machine', representing({ by: 'dialler' }), [['representative.steps[0].act', 'third-party-step']]],
    ['by message', representing({ act: 'send-reminder' }), [['representative.steps[0].act', 'third-party-step']]],
    ['to locate', representing({ purpose: 'locate' }), [['representative.steps[0].purpose', 'third-party-step']]],
    ['on a ladder day', onADay, [['representative.steps[0].ladderDay', 'third-party-step']]],
    ['at night', representing({ at: '22:30' }), [['representative.steps[0].at', 'outside-hours']]],
    ['named as another step', representing({ step: 'c1' }), [['representative.steps[0].step', 'duplicate-step']]],
    [
      'that nothing leads to',
      representing({}, elseStep('lost', { act: 'place-call', by: 'desk', to: 'representative' })),
      [['representative.steps[1].ladderDay', 'unreachable-step']],
    ],
    [
      'in a stage',
      strategy([reminder, { ...call, steps: [...call.steps, inStage] }]),
      [['stages[1].steps[1].to', 'third-party-step']],
    ],
  ])('may not have one %s', (_, wrong, faults) => {
    expect(found(wrong)).toEqual(faults);
  });
});

/** A call stage with a step for a borrower who was found. */
const finding = (how: Partial<Step> = {}): Strategy =>
  strategy(
    [
      reminder,
      { ...call, steps: [...call.steps, { ...elseStep('found', { act: 'place-call', by: 'desk' }), ...how }] },
    ],
    {
      locate: { tries: 2, days: 7, call: 'found' },
    },
  );

describe('a strategy that looks for borrowers', () => {
  it('has no faults when a number that is found has its call', () => {
    expect(checkStrategy(finding())).toEqual([]);
  });

  it.each<[string, Strategy]>([
    ['a step that is not there', strategy([reminder, call], { locate: { tries: 2, days: 7, call: 'found' } })],
    ['a step with a day of its own', finding({ ladderDay: 9 })],
    ['a step that sends a message', finding({ act: 'send-reminder' })],
  ])('is refused for %s', (_, wrong) => {
    expect(found(wrong)).toEqual([['locate.call', 'unknown-step']]);
  });
});

describe('a strategy is refused for', () => {
  it.each<[string, Strategy, [string, StrategyFaultReason]]>([
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
    [
      'segments that do not take everybody',
      strategy([reminder, call], { segments: [{ name: 'large', when: [{ fact: 'arrears', atLeast: 1 }] }] }),
      ['segments[0].when', 'no-catch-all-segment'],
    ],
    [
      'a segment twice',
      strategy([reminder, call], {
        segments: [
          { name: 'all', when: [{ fact: 'arrears', atLeast: 1 }] },
          { name: 'all', when: [] },
        ],
      }),
      ['segments[1].name', 'duplicate-segment'],
    ],
    [
      'a segment after one that takes everybody',
      strategy([reminder, call], {
        segments: [
          { name: 'standard', when: [] },
          { name: 'rest', when: [] },
        ],
      }),
      ['segments[1]', 'dead-segment'],
    ],
    [
      'a segment that takes nobody',
      strategy([reminder, call], {
        segments: [
          {
            name: 'odd',
            when: [
              { fact: 'product', oneOf: ['card'] },
              { fact: 'product', oneOf: ['cash-loan'] },
            ],
          },
          { name: 'standard', when: [] },
        ],
      }),
      ['segments[0].when[1]', 'never-true'],
    ],
    [
      'an entry whose conditions exclude each other',
      strategy([
        reminder,
        { ...call, enter: [...call.enter, { fact: 'arrears', atLeast: 100 }, { fact: 'arrears', below: 100 }] },
      ]),
      ['stages[1].enter[2]', 'never-true'],
    ],
  ])('%s', (_, checked, fault) => {
    expect(found(checked)).toEqual([fault]);
  });

  it('everything that is wrong, at once and in plain words', () => {
    const faults = checkStrategy(withSteps(step('r1', { at: '23:00', tries: 0, ladderDay: 30 })));
    expect(faults.map(({ detail }) => detail)).toEqual([
      'reminder has ladder ages 1 to 7, not 30',
      '23:00 is not in 08:00-21:00 (baseline)',
      '0 tries never do anything',
    ]);
  });

  it('hours narrower than the baseline, when those are the law', () => {
    expect(
      checkStrategy(strategy([reminder, call]), () => ({ from: '11:00', to: '19:00', by: 'X-1 of x' })).map(
        ({ reason }) => reason,
      ),
    ).toEqual(['outside-hours', 'outside-hours', 'outside-hours']);
  });
});
