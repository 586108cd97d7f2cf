import { addDays } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { RuleInputs } from '../../contact/gate-ask.js';
import type { Retention } from '../shapes/retention-shape.js';

/** A record of a class; `events`: the days on which what the rules count from has happened. */
export type RetentionAsk = { record: Retention['record']; events: Readonly<Partial<Record<Retention['from'], Day>>> };

/**
 * `keepUntil`: the last day it must be there; `never-ends` while the event has not come. `endFrom`: the first day on which it must be gone
 * (`atEnd`); absent: none is set.
 */
export type RetentionFinding = {
  inputs: RuleInputs;
  keepUntil?: Day | 'never-ends';
  endFrom?: Day;
  atEnd: Retention['atEnd'];
  mustBeMade: boolean;
};

/** How long one rule keeps a record. Undefined: it is about another class. */
export const retention = (rule: Retention, { record, events }: RetentionAsk): RetentionFinding | undefined => {
  if (rule.record !== record) return undefined;
  const { minDays, maxDays, atEnd, mustBeMade } = rule;
  const from = events[rule.from];
  const inputs = { record, from: rule.from, on: from ?? 'not yet' };
  const base = { inputs, atEnd, mustBeMade };
  if (from === undefined) return { ...base, ...(minDays !== undefined && { keepUntil: 'never-ends' as const }) };
  return {
    ...base,
    ...(minDays !== undefined && { keepUntil: addDays(from, minDays) }),
    ...(maxDays !== undefined && { endFrom: addDays(from, maxDays + 1) }),
  };
};

/** What all rules together make of a record: kept as long as any keeps it, gone as soon as any lets nobody keep it longer; keeping wins. */
export const strictestRetention = (
  findings: readonly RetentionFinding[],
): Pick<RetentionFinding, 'keepUntil' | 'endFrom'> & { conflict: boolean } => {
  const keeps = findings.flatMap(({ keepUntil }) => keepUntil ?? []);
  const keepUntil = keeps.includes('never-ends') ? ('never-ends' as const) : keeps.toSorted().at(-1);
  const [end] = findings.flatMap(({ endFrom }) => endFrom ?? []).toSorted();
  const conflict = end !== undefined && keepUntil !== undefined && (keepUntil === 'never-ends' || end <= keepUntil);
  const endFrom = conflict ? (keepUntil === 'never-ends' ? undefined : addDays(keepUntil, 1)) : end;
  return { conflict, ...(keepUntil !== undefined && { keepUntil }), ...(endFrom !== undefined && { endFrom }) };
};
