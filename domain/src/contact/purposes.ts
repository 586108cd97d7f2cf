import type { Purpose } from './channel.js';

const all: Record<Purpose, true> = {
  collect: true,
  locate: true,
  relay: true,
  'remind-before-due': true,
  service: true,
  'legally-required': true,
};

/** Every purpose there is, for those who read purposes from outside: one that is not here is none. */
export const purposes = Object.keys(all) as [Purpose, ...Purpose[]];
