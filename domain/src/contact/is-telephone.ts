import type { Channel } from './channel.js';

/** A person or a machine dials. */
export const isTelephone = (channel: Channel): boolean =>
  channel === 'call' || channel === 'dialler' || channel === 'voice-bot';
