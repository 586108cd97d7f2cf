import type { Channel } from '../contact/channel.js';
import type { HoldStop } from './hold.js';

/** Whether what is stopped is such a contact. A crew at the door presses harder than a call: what stops escalation stops it (regulation survey section 5). */
export const stopsContact = (stops: readonly HoldStop[], channel: Channel): boolean =>
  stops.includes('contact') || (channel === 'visit' && stops.includes('escalation'));
