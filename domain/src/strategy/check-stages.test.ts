import { describe, expect, it } from 'vitest';
import { call, reminder, stage, step, strategy } from '../../../test/builders/small-strategy.js';
import { checkStrategy } from './check-strategy.js';
import type { StrategyFaultReason } from './strategy-fault.js';
import type { Strategy } from './strategy.js';

const found = (checked: Strategy): [string, StrategyFaultReason][] =>
  checkStrategy(checked).map(({ path, reason }) => [path, reason]);

describe('a strategy is refused for', () => {
  it.each<[string, Strategy, [string, StrategyFaultReason]]>([
    [
      'days on which no stage owns the case',
      strategy([reminder, stage('call', 10, undefined, [step('c1', { ladderDay: 10 })])]),
      ['stages[1].enter', 'gap-between-stages'],
    ],
    [
      'a stage that is never left',
      strategy([{ ...reminder, leave: [] }, call]),
      ['stages[0].leave', 'leave-unreachable'],
    ],
    [
      'a stage that time does not lead out of',
      strategy([{ ...reminder, leave: [{ fact: 'refused', is: true }] }, call]),
      ['stages[0].leave', 'leave-unreachable'],
    ],
    [
      'a stage left only in a window that a late turn would miss',
      strategy([{ ...reminder, leave: [{ fact: 'ladder-age', atLeast: 8, below: 9 }] }, call]),
      ['stages[0].leave', 'leave-unreachable'],
    ],
    [
      'a way out of the last stage',
      strategy([reminder, stage('call', 8, 31, call.steps)]),
      ['stages[1].leave', 'leads-nowhere'],
    ],
    [
      'a stage that is left before it can be entered',
      strategy([
        reminder,
        stage('call', 5, 8, [step('c1', { ladderDay: 6 })]),
        stage('legal', 8, undefined, [step('l1', { ladderDay: 9 })]),
      ]),
      ['stages[1].leave', 'unreachable-stage'],
    ],
    [
      'a stage that may only be entered while the one before still holds the case',
      strategy([reminder, { ...call, enter: [{ fact: 'ladder-age', atLeast: 3, below: 8 }] }]),
      ['stages[1].enter', 'unreachable-stage'],
    ],
    [
      'a condition nothing fulfils',
      strategy([reminder, { ...call, enter: [...call.enter, { fact: 'arrears', atLeast: 5, below: 5 }] }]),
      ['stages[1].enter[1]', 'never-true'],
    ],
    [
      'a stage twice',
      strategy([reminder, stage('reminder', 8, undefined, [step('x', { ladderDay: 9 })])]),
      ['stages[1].stage', 'duplicate-stage'],
    ],
    [
      'stages out of order',
      strategy([stage('call', 1, 8, [step('a')]), stage('reminder', 8, undefined, [step('b', { ladderDay: 9 })])]),
      ['stages[1].stage', 'stage-order'],
    ],
    [
      'a stage that does nothing',
      strategy([{ ...reminder, steps: [] }, call]),
      ['stages[0].steps', 'stage-without-steps'],
    ],
  ])('%s', (_, checked, fault) => {
    expect(found(checked)).toEqual([fault]);
  });
});
