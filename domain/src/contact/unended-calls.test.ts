import { expect, test } from 'vitest';
import type { LedgerEntry } from './ledger-entry.js';
import { unendedCalls } from './unended-calls.js';

const at = '2026-03-02T02:00:00.000Z';
const entry = (actId: string, how: Partial<LedgerEntry> = {}): LedgerEntry => ({
  actId,
  at,
  channel: 'call',
  purpose: 'collect',
  pointId: 'm1',
  open: true,
  connected: true,
  conversation: true,
  rightParty: true,
  ...how,
});

test('calls by people, diallers and bots of which nothing is told are under way, and so is none that was told of, reserved or is no call', () => {
  const person = [
    entry('by-people'),
    entry('told', { open: false }),
    entry('reserved', { channel: 'dialler', reservedUntil: '2026-03-02T03:00:00.000Z' }),
    entry('text', { channel: 'sms' }),
    entry('visit', { channel: 'visit' }),
  ];
  const number = [entry('by-people'), entry('bot', { channel: 'voice-bot' }), entry('dialler', { channel: 'dialler' })];

  expect(unendedCalls([person, number])).toEqual(['by-people', 'bot', 'dialler']);
  expect(unendedCalls([undefined, []])).toEqual([]);
});
