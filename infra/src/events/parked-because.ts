import type { ParkedBecause } from '@recourse/activities/intake/loan-event';
import type { ParkingCause } from '@recourse/activities/records/event-record';
import type { z } from 'zod';
import type { HeaderProblem } from '../kafka/cloud-events.js';

/** The first thing wrong with an event's data, as what is parked says it. A fault of form comes before one of meaning. */
export function becauseOfIssues(issues: readonly z.core.$ZodIssue[]): ParkedBecause {
  const first = issues.find((issue) => causeOf(issue) === 'malformed') ?? issues[0];
  if (first === undefined) return { code: 'malformed', field: 'data', reason: 'cannot be read' };
  return { code: causeOf(first), field: first.path.map(String).join('.') || 'data', reason: first.message };
}

const causeOf = (issue: z.core.$ZodIssue): ParkingCause =>
  issue.code === 'custom' && typeof issue.params?.['cause'] === 'string'
    ? (issue.params['cause'] as ParkingCause)
    : 'malformed';

export function becauseOfHeaders(problems: readonly HeaderProblem[]): ParkedBecause {
  const [first] = problems;
  if (first === undefined) return { code: 'not-cloudevents', field: 'headers', reason: 'cannot be read' };
  return { code: 'not-cloudevents', field: first.field, reason: `${first.reason}: expected ${first.expected}` };
}
