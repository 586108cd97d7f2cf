import type { Day } from './local-time.js';

/** What one borrower remembers of one loan. Counts of misses and messages are of the present spell of arrears. */
export type Memory = {
  misses: number;
  messages: number;
  calls: number;
  bots: number;
  visits: number;
  agencyCalls: number;
  rule: number;
  rulePending: boolean;
  payments: number;
  spokenOn?: Day;
  plan: number;
  /** A promise was broken. */
  broke: boolean;
};

export const nothingRemembered = (): Memory => ({
  misses: 0,
  messages: 0,
  calls: 0,
  bots: 0,
  visits: 0,
  agencyCalls: 0,
  rule: 0,
  rulePending: false,
  payments: 0,
  plan: 0,
  broke: false,
});
