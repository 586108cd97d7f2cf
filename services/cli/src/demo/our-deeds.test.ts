import { expect, test } from 'vitest';
import { deedWords } from '../words/deed-words.js';
import { protectionsOf } from './protections.js';
import { ourDeedMinimums, ourDeeds } from './our-deeds.js';

const protections = protectionsOf([]);
const money = { lowered: 0, backDatedOver: 0, flipped: 0 };
const stages = [{ stage: 'visit' as const, entered: 3, passedOver: 12 }];

test('what was screened out, left alone and disturbed is counted from our side', () => {
  const deeds = ourDeeds({
    stages,
    work: { 'left-alone': 4, 'came-too-late': 2, 'twice-refused': 1 },
    disturbed: ['worker-killed', 'two-days-outage'],
    arrangements: [
      { kind: 'hardship', state: 'kept', approved: true },
      { kind: 'repayment-plan', state: 'broken', approved: false },
      { kind: 'deferral', state: 'kept', approved: false },
      { kind: 'settlement', state: 'kept', approved: true },
      { kind: 'settlement', state: 'lapsed', approved: false },
    ],
    money: { lowered: 9, backDatedOver: 2, flipped: 1 },
    matters: [],
    deaths: [],
    protections: {
      persons: { ...protections.persons, 'not-at-work': 4 },
      holds: { death: 2 },
      unreachable: 13,
      merged: 1,
    },
  });

  expect(Object.fromEntries(deeds.filter(({ times }) => times > 0).map(({ deed, times }) => [deed, times]))).toEqual({
    'screened-out': 12,
    'plan-kept': 1,
    'plan-broken': 1,
    'deferral-kept': 1,
    'settlement-kept': 1,
    'arrangement-approved': 2,
    'stage-lowered': 9,
    'back-dated-over-stage': 2,
    'allocation-flipped': 1,
    'task-left-alone': 4,
    'task-too-late': 2,
    'task-answered-twice': 1,
    'worker-killed': 1,
    'two-days-outage': 1,
    'withheld-at-work': 4,
    'held-death': 2,
    unreachable: 13,
    'person-merged': 1,
  });
});

test('habits of the staff are told without a minimum, the rest with one', () => {
  const told = ourDeeds({
    stages: [],
    work: {},
    disturbed: [],
    protections,
    arrangements: [],
    money,
    matters: [],
    deaths: [],
  });

  expect(told.filter(({ minimum }) => minimum === undefined).map(({ deed }) => deed)).toEqual([
    'withheld-massachusetts-week',
    'matter-late',
    'task-left-alone',
    'task-too-late',
    'task-answered-twice',
  ]);
  expect(told).toHaveLength(Object.keys(ourDeedMinimums).length);
});

test('every one of them has its words', () => {
  expect(Object.keys(deedWords.en)).toEqual(expect.arrayContaining(Object.keys(ourDeedMinimums)));
});
