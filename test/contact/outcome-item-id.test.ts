import { expect, it } from 'vitest';
import { outcomeItemId } from '@recourse/activities/contact/outcome-item-id';

const act = { _id: 't/L/1/1/call-1/1', covers: [] };
const outcome = { planId: act._id, actId: act._id, at: '2026-01-10T06:00:00.000Z' };

it('what is told after an act was given up as unknown is news of its own', () => {
  const guessed = outcomeItemId({ ...act, outcome: { ...outcome, result: 'unknown' } });
  expect(guessed).not.toBe(outcomeItemId(act));
  expect(outcomeItemId({ ...act, outcome: { ...outcome, result: 'delivered' } })).toBe(outcomeItemId(act));
});
