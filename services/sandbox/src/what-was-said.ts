import type { Means } from './means.js';
import type { Deed, OutcomeCode, Said } from './loan-script.js';

/** Conversations in which neither money nor a promise is offered; some pay some time after them. */
export const talk: ReadonlySet<OutcomeCode> = new Set(['hardship', 'disputes', 'complains', 'represented'] as const);

const deeds: Partial<Record<OutcomeCode, { call: Deed[]; visit?: Deed[] }>> = {
  disputes: { call: ['disputed', 'dispute-cluster'] },
  complains: { call: ['complained'], visit: ['complained', 'conflict-at-door'] },
  hardship: { call: ['hardship'] },
  'hung-up-after': { call: ['found-by-contact'] },
  represented: { call: ['represented'] },
  incapacity: { call: ['incapacity'], visit: ['incapacity', 'vulnerable-at-door'] },
  'self-harm-risk': { call: ['self-harm-remark'] },
  'third-party-refuses': { call: ['third-party-refused'] },
  'wrong-number': { call: ['wrong-number'], visit: ['wrong-address'] },
  refuses: { call: [], visit: ['entry-refused'] },
};

/** What an answer shows of the portfolio, on a telephone or at the door. */
export function deedsOf({ code }: Said, means: Means): readonly Deed[] {
  const shown = deeds[code];
  return (means === 'visit' ? (shown?.visit ?? shown?.call) : shown?.call) ?? [];
}
