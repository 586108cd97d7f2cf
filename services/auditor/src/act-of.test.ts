import { expect, test } from 'vitest';
import { actOf } from './act-of.js';

const stored = { _id: 't/L1/1/1/call-1/1', act: { kind: 'place-call', by: 'desk' }, status: 'begun', covers: [] };

test('how long a call may last is read from what was asked when it began, if anybody asked', () => {
  const asked = { rule: 'dial-open', inputs: { callsUnderWay: 0, longestMinutes: 90 } };
  const hours = { rule: 'OWN-TIME-1', inputs: {} };

  expect(actOf({ ...stored, gate: { answers: [hours, asked] } }).longestCallMinutes).toBe(90);
  expect(actOf({ ...stored, gate: { answers: [hours] } })).not.toHaveProperty('longestCallMinutes');
  expect(actOf(stored)).not.toHaveProperty('longestCallMinutes');
});
