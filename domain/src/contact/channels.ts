import type { Channel } from './channel.js';

const all: Record<Channel, true> = {
  sms: true,
  email: true,
  app: true,
  im: true,
  'voice-bot': true,
  dialler: true,
  letter: true,
  call: true,
  visit: true,
};

/** Every channel there is, for those who read channels from outside: one that is not here is none. */
export const channels = Object.keys(all) as [Channel, ...Channel[]];
