import { describe, expect, test } from 'vitest';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { aBeginRead } from '../builders/begin-read.js';
import { aCase, aLoan, aPerson, beginRules, ten } from '../builders/contact-records.js';

/** L1 and L2 of one person, both due the same text now. */
const begin = (second: Partial<LoanRecord>) => {
  const siblings = [{ kase: aCase('L2'), loan: aLoan('L2', second) }];
  const read = aBeginRead({ person: aPerson(['L1', 'L2']), siblings });
  const planId = 'test/L1/1/1/sms-1/1';
  const verdict = judgeBegin({ caseId: 'test/L1/1', planId, actor: 'worker' }, beginRules)(read);
  if (!verdict.go) throw new Error(verdict.withheld.result);
  return verdict;
};
const { position } = aLoan('L2');

describe('a loan that might have joined a contact', () => {
  test.each<[string, Partial<LoanRecord>, string]>([
    ['whose plan has not read its last payment', { positionVersion: 2 }, 'position-changed'],
    ['with an event that is parked', { unresolved: ['topic/0/1'] }, 'unresolved-event'],
    ['of which nothing is overdue', { position: { ...position, instalments: [] } }, 'nothing-overdue'],
  ])('%s is left out, and its case is told so', (_which, second, because) => {
    const { act, notes } = begin(second);

    expect(act.covers.map(({ loanId }) => loanId)).toEqual(['L1']);
    const notJoined = { planId: 'test/L2/1/1/sms-1/1', actId: act._id, because, rules: [] };
    expect(notes).toEqual([
      {
        caseId: 'test/L2/1',
        item: { kind: 'contact-not-joined', itemId: `not-joined/${act._id}`, at: ten, notJoined },
      },
    ]);
  });

  test('that is held is left out, and its case is told with every rule asked about it', () => {
    const hold = { id: 'h', reason: 'dispute' as const, scope: { loan: 'L2' }, stops: ['contact' as const], from: ten };

    const { act, notes } = begin({ holds: [hold] });

    expect(act.gate?.answers.every(({ verdict }) => verdict === 'allow')).toBe(true);
    expect(notes).toMatchObject([
      {
        item: {
          notJoined: {
            because: 'held',
            rules: expect.arrayContaining(['no-hold']),
            gate: {
              answers: expect.arrayContaining([expect.objectContaining({ rule: 'no-hold', verdict: 'refuse' })]),
            },
          },
        },
      },
    ]);
  });

  test('that joins keeps what was asked about it beside what was asked about the first', () => {
    const { act, notes } = begin({});

    expect(notes).toEqual([]);
    expect(act.covers.map(({ gate }) => gate?.answers.length)).toEqual([undefined, act.gate?.answers.length]);
  });
});
