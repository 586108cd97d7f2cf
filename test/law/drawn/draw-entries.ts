import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Chance } from './chance.js';
import { drawInstant } from './draw-instant.js';
import { drawnChannels, drawnParties, drawnPlaces, drawnPurposes } from './draw-rule.js';

export const drawnAgencies: readonly string[] = ['agency-1', 'agency-2'];

/** One earlier contact around a day, perhaps still open, perhaps of an older release that knew less. */
export const drawEntry = (chance: Chance, day: string, actId: string): LedgerEntry => {
  const { of, onceIn, below } = chance;
  const connected = onceIn(2);
  return {
    actId,
    at: drawInstant(chance, day),
    channel: onceIn(2) ? 'call' : of(drawnChannels),
    purpose: onceIn(2) ? 'collect' : of(drawnPurposes),
    pointId: of(['m1', 'm1', 'm2']),
    open: onceIn(6),
    connected,
    conversation: connected && onceIn(2),
    rightParty: false,
    ...(onceIn(2) && { loans: of([['L1'], ['L2'], ['L1', 'L2']]) }),
    ...(onceIn(2) && { party: of(drawnParties) }),
    ...(onceIn(2) && { placeType: of(drawnPlaces) }),
    ...(onceIn(2) && { voicemail: below(2) === 0 }),
    ...of([
      {},
      { sender: 'own' as const },
      { sender: 'agency' as const, ...(onceIn(2) && { senderId: of(drawnAgencies) }) },
    ]),
    ...(onceIn(8) && { inbound: true }),
    ...(onceIn(8) && { consented: true }),
  };
};

/** Up to `most` of them. */
export const drawEntries = (chance: Chance, day: string, most: number): LedgerEntry[] =>
  chance.times(most, () => drawEntry(chance, day, `act-${chance.below(1_000_000)}`));
