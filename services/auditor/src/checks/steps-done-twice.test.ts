import { expect, test } from 'vitest';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, inserted, must, outside, place, sms } from '../testing/plant.js';

findsOnly('steps-done-twice', [
  [
    'a step that was done twice',
    (evidence) =>
      inserted(evidence, 't/L1/1', 'step-done', {
        type: 'step-done',
        at: '2026-03-16T00:00:00.000Z',
        round: 1,
        step: 'sms-1',
      }),
    'step t/L1/1/1/sms-1 is done twice',
  ],
  [
    'a try that was concluded twice',
    (evidence) =>
      inserted(evidence, 't/L1/1', 'contact-concluded', {
        type: 'contact-concluded',
        at: '2026-03-21T00:00:00.000Z',
        planId: sms,
        consumesTry: true,
      }),
    `${sms} is concluded twice`,
  ],
  [
    'a try that was missed and concluded',
    (evidence) =>
      inserted(evidence, 't/L3/1', 'try-missed', {
        type: 'contact-concluded',
        at: '2026-03-21T00:00:00.000Z',
        planId: 't/L3/1/1/call-1/1',
        consumesTry: true,
      }),
    't/L3/1/1/call-1/1 is concluded twice',
  ],
  [
    'a plan that two acts cover',
    (evidence) => void act(evidence, place).covers.push(must(act(evidence, sms).covers[1])),
    [
      't/L2/1/1/sms-1/1 is begun by two acts',
      't/L1/1/1/place-1/1 began at 2026-03-15T15:30:00.000Z for t/L2/1/1/sms-1/1, done at 2026-01-06T02:30:00.000Z',
    ],
  ],
  [
    'a step that was begun again after it was done',
    (evidence) => {
      const again = { ...act(evidence, sms), id: 't/L1/1/1/sms-1/2', begunAt: '2026-01-07T02:00:00.000Z' };
      again.covers = [{ ...must(again.covers[0]), planId: again.id }];
      evidence.acts.push(again);
      outside(evidence).received.push({ id: again.id, channel: 'sms', at: again.begunAt });
      return inserted(evidence, 't/L1/1', 'stage-passed-over', {
        type: 'step-planned',
        at: '2026-01-07T00:00:00.000Z',
        plan: { id: again.id, readPosition: 1 },
      });
    },
    't/L1/1/1/sms-1/2 began at 2026-01-07T02:00:00.000Z for t/L1/1/1/sms-1/2, done at 2026-01-06T02:30:00.000Z',
  ],
  [
    'one id that reached the world twice',
    (evidence) => void outside(evidence).received.push(must(outside(evidence).received[0])),
    `${sms} reached the outside world twice`,
  ],
]);

test('a step that was called in again may be done again', () => {
  const at = '2026-03-16T00:00:00.000Z';
  const step = { at, round: 1, step: 'sms-1' };
  const reopened = inserted(cleanEvidence(), 't/L1/1', 'step-done', {
    ...step,
    type: 'alternative-called-in',
    from: 'locate-debtor-2',
    again: true,
  });
  const doneAgain = inserted(reopened, 't/L1/1', 'alternative-called-in', {
    ...step,
    type: 'step-done',
    by: 'no-answer',
  });

  expect(violationsOf(doneAgain)).toEqual({});
});
