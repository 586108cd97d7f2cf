import type { Document } from 'mongodb';
import type { AuditedAct, Cover } from './evidence.js';

/** An act as stored. */
export const actOf = (stored: Document): AuditedAct => {
  const act = (stored['act'] ?? {}) as Document;
  return {
    id: String(stored['_id']),
    kind: String(act['kind']),
    channel: channelOf(act),
    // A visit says no purpose: nobody is visited for anything else.
    purpose: String(act['purpose'] ?? 'collect'),
    status: String(stored['status']),
    begunAt: String(stored['begunAt']),
    begunWallAt: wallMs(stored['begunWallAt']),
    notAfterWallAt: wallMs(stored['notAfter']),
    covers: (stored['covers'] ?? []) as Cover[],
    ...(stored['outcome'] && { result: String((stored['outcome'] as Document)['result']) }),
    ...(stored['acceptedAt'] && { acceptedAt: String(stored['acceptedAt']) }),
    ...(stored['personId'] && { personId: String(stored['personId']) }),
  };
};

export const wallMs = (date: unknown): number => (date instanceof Date ? date.getTime() : Number.NaN);

/** The channel names of the outside world's logs (docs/sandbox-protocol.md). */
const channelOf = (act: Document): string => {
  switch (act['kind']) {
    case 'place-call':
      return act['by'] === 'desk' ? 'call' : String(act['by']);
    case 'arrange-visit':
      return 'visit';
    case 'place-with-agency':
    case 'recall-from-agency':
      return 'agency';
    case 'refer-to-legal':
    case 'withdraw-from-legal':
      return 'law-firm';
    default:
      return String(act['channel'] ?? act['kind']);
  }
};
