import type { InRecord } from '@recourse/activities/event-bus';
import { loanRecord } from './loan-records.js';

const data = {
  'loan-restructured': {
    restructuringId: 'r-1',
    currency: 'CNY',
    on: '2026-01-20',
    replaces: { from: 1, to: 12 },
    takenOver: { principal: 90_000, interest: 10_000 },
    overdue: 'capitalised',
    instalments: [
      { number: 13, dueOn: '2026-02-20', due: { principal: 550_000, interest: 6_000 } },
      { number: 14, dueOn: '2026-03-20', due: { principal: 550_000, interest: 3_000 } },
    ],
    arrearsTotal: 0,
    outstandingTotal: 1_109_000,
  },
  'loan-accelerated': {
    accelerationId: 'a-1',
    currency: 'CNY',
    on: '2026-01-20',
    from: 2,
    due: { principal: 990_000, interest: 5_000 },
    notice: { kind: 'default', sentOn: '2026-01-01', provedOn: '2026-01-03' },
    arrearsTotal: 1_095_000,
    outstandingTotal: 1_095_000,
  },
  'acceleration-undone': { accelerationId: 'a-1', currency: 'CNY', undoneOn: '2026-01-28', because: 'agreed' },
  'creditor-changed': { changeId: 'c-1', to: 'east-amc', on: '2026-01-22' },
};
export type ScheduleEventName = keyof typeof data;
export const scheduleEventNames = Object.keys(data) as ScheduleEventName[];
export const scheduleData = (
  name: ScheduleEventName,
  change: Record<string, unknown> = {},
): Record<string, unknown> => ({ ...data[name], ...change });

/** A record of one of the events that change the contract itself; instalment 1 of `missed` is the one it speaks of. */
export const scheduleRecord = (name: ScheduleEventName, change: Record<string, unknown> = {}): InRecord =>
  loanRecord({ name, data: scheduleData(name, change) });
