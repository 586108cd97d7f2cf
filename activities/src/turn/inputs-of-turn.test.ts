import type { Input } from '@recourse/domain/case/case-inputs';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { unopened } from '@recourse/domain/case/evolve';
import { expect, test } from 'vitest';
import { inputsOfTurn } from './inputs-of-turn.js';
import type { TurnRead } from './turn-store.js';

const now = '2026-01-02T02:00:00.000Z';
const planId = 't/a/1/1/sms-1/1';

const reading = (
  changes: Partial<TurnRead> = {},
  plan: Partial<Extract<CollectionCase['plan'], { id: string }>> = {},
): TurnRead => ({
  caseId: 't/a/1',
  now,
  clockKind: 'test',
  strategyName: 's',
  kase: { ...unopened, caseId: 't/a/1', plan: { id: planId, readPosition: 1, dueAt: now, because: '', ...plan } },
  loan: {} as TurnRead['loan'],
  inbox: [],
  people: [],
  unconcluded: [],
  ...changes,
});

const outcome = (result: 'deferred' | 'offered'): Input =>
  ({
    kind: 'act-outcome',
    n: 4,
    itemId: 'i-4',
    at: now,
    outcome: {
      planId,
      actId: planId,
      at: now,
      result,
      ...(result === 'offered' ? { to: 'desk', deadline: now } : { until: now, rules: [] }),
    },
  }) as Input;

test('an act that was tried and has told nothing is unanswered, begun or not', () => {
  expect(inputsOfTurn(reading(), planId)).toMatchObject([
    { kind: 'act-unanswered', n: 0, planId, begun: false, at: now },
  ]);

  const begun = reading({ unconcluded: [{ planId, actId: planId, status: 'accepted' }] });
  expect(inputsOfTurn(begun, planId)).toMatchObject([{ kind: 'act-unanswered', begun: true }]);
});

test('an act whose outcome is in the inbox is not unanswered', () => {
  const inbox = [outcome('deferred')];

  expect(inputsOfTurn(reading({ inbox }), planId)).toEqual(inbox);
});

test.each([
  ['the plan has changed', reading({}, { id: 't/a/1/1/sms-1/2' })],
  ['the plan has been put off', reading({}, { dueAt: '2026-01-03T02:00:00.000Z' })],
  ['the outcome is awaited already', reading({}, { awaiting: 'receipt' })],
])('a turn repeated after its answer was lost adds nothing: %s', (_why, read) => {
  expect(inputsOfTurn(read, planId)).toEqual([]);
});

test('a turn that tried nothing takes the inbox as it is', () => {
  expect(inputsOfTurn(reading(), undefined)).toEqual([]);
});

test('work offered although the task of another loan covers it meanwhile is covered', () => {
  const read = reading({ inbox: [outcome('offered')], offering: { siblings: [], coveredBy: 't/b/1/1/call-1/1' } });

  expect(inputsOfTurn(read, planId)).toMatchObject([
    { n: 4, itemId: 'i-4', outcome: { result: 'covered', by: 't/b/1/1/call-1/1', actId: 't/b/1/1/call-1/1', planId } },
  ]);
});
