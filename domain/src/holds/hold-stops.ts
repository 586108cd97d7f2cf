import type { HoldStop } from './hold.js';

const all: Record<HoldStop, true> = {
  contact: true,
  escalation: true,
  timers: true,
  interest: true,
  legal: true,
  furnishing: true,
};

/** Everything a hold may stop, for those who read holds from outside. */
export const holdStops = Object.keys(all) as [HoldStop, ...HoldStop[]];
