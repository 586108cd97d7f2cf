import { expect, test } from 'vitest';
import { performedActs, type HistoryEvent } from './performed-acts.js';

const scheduled = (eventId: number, name: string, input: string): HistoryEvent => ({
  eventId,
  activityTaskScheduledEventAttributes: {
    activityType: { name },
    input: { payloads: [{ data: Buffer.from(input) }] },
  },
});

test('a history tells which plans were carried out, and which of them to the end', () => {
  const acts = performedActs([
    scheduled(5, 'takeTurn', '{"caseId":"t/L1/1"}'),
    scheduled(11, 'sendReminder', '{"caseId":"t/L1/1","planId":"t/L1/1/1/sms-1/1"}'),
    { eventId: 13, activityTaskCompletedEventAttributes: { scheduledEventId: 11 } },
    scheduled(20, 'placeCall', '{"caseId":"t/L1/1","planId":"t/L1/1/1/call-1/1"}'),
    { eventId: 21, activityTaskCompletedEventAttributes: { scheduledEventId: 5 } },
  ]);

  expect(acts).toEqual([
    { activity: 'sendReminder', planId: 't/L1/1/1/sms-1/1', completed: true },
    { activity: 'placeCall', planId: 't/L1/1/1/call-1/1', completed: false },
  ]);
});

test('an input nobody can read is an act of no known plan', () => {
  expect(performedActs([scheduled(5, 'sendNotice', 'sealed')])).toEqual([
    { activity: 'sendNotice', planId: 'unreadable', completed: false },
  ]);
});
