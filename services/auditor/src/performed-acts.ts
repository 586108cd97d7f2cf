import type { PerformedAct } from './workflow-run.js';

/** Activities that reach for somebody outside; the rest of a history is the case talking with itself. */
const acts = new Set([
  'sendReminder',
  'sendNotice',
  'placeCall',
  'arrangeVisit',
  'placeWithAgency',
  'recallFromAgency',
  'referToLegal',
  'withdrawFromLegal',
]);

type Payloads = { payloads?: { data?: Uint8Array | null }[] | null };
/** As much of a history's event as is read. */
export type HistoryEvent = {
  eventId?: { toString(): string } | null;
  activityTaskScheduledEventAttributes?: {
    activityType?: { name?: string | null } | null;
    input?: Payloads | null;
  } | null;
  activityTaskCompletedEventAttributes?: { scheduledEventId?: { toString(): string } | null } | null;
};

/** The acts a history tells of, each with the plan it carried out. */
export function performedActs(events: readonly HistoryEvent[]): PerformedAct[] {
  const performed = new Map<string, PerformedAct>();
  for (const event of events) {
    const { activityTaskScheduledEventAttributes: scheduled, activityTaskCompletedEventAttributes: completed } = event;
    const activity = scheduled?.activityType?.name ?? '';
    if (acts.has(activity))
      performed.set(String(event.eventId), { activity, planId: planIn(scheduled?.input), completed: false });
    const done = completed && performed.get(String(completed.scheduledEventId));
    if (done) done.completed = true;
  }
  return [...performed.values()];
}

function planIn(input: Payloads | null | undefined): string {
  const data = input?.payloads?.[0]?.data;
  try {
    const { planId } = JSON.parse(Buffer.from(data ?? []).toString('utf8')) as { planId?: unknown };
    return String(planId);
  } catch {
    return 'unreadable';
  }
}
