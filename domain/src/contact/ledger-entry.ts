import type { Instant } from '../calendar/instant.js';
import type { Channel, Purpose } from './channel.js';

/**
 * One contact attempt as the caps count it, kept on the person and on the point, over all loans and senders.
 * `open`: its outcome is not known yet; until then it counts as attempt, connection and conversation.
 */
export type LedgerEntry = {
  actId: string;
  at: Instant;
  channel: Channel;
  purpose: Purpose;
  pointId: string;
  open: boolean;
  connected: boolean;
  conversation: boolean;
  rightParty: boolean;
};
