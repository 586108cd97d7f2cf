import { describe, expect, it } from 'vitest';
import { askGate, law } from '../../../../test/builders/ask-gate.js';
import { hashPack } from '../hash-pack.js';
import type { Law } from '../law.js';
import type { RulePack } from '../rule-pack.js';

const noHolidays: RulePack = {
  pack: 'xx',
  version: 1,
  jurisdiction: 'CN',
  title: 'No contact on holidays',
  rules: [
    {
      id: 'XX-HOL-1',
      kind: 'contact-window',
      actor: ['first-party'],
      citation: 'Act 1',
      confidence: 'own',
      force: 'hard',
      effectiveFrom: '2020-01-01',
      channels: ['sms'],
      purposes: ['collect'],
      windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '08:00', to: '21:00' }],
      closedOnHolidaysOf: 'CN',
      personsTimes: false,
    },
  ],
};
const closed = (calendars: Law['calendars']): Law => ({ packs: [...law.packs, hashPack(noHolidays)], calendars });
const askAt = (at: string, calendars: Law['calendars'] = law.calendars) =>
  askGate({ attempt: { at }, law: closed(calendars) });

describe('a window closed on holidays', () => {
  it('opens on the first day that is none: after National Day 2026 on 8 October', () => {
    expect(askAt('2026-10-01T02:00:00.000Z')).toMatchObject({
      verdict: 'defer',
      until: '2026-10-08T00:00:00.000Z',
      rules: ['XX-HOL-1'],
    });
    expect(askAt('2026-09-30T02:00:00.000Z').verdict).toBe('allow');
  });

  it('lets nobody be contacted from the first day its calendar does not cover', () => {
    expect(askAt('2026-12-31T02:00:00.000Z').verdict).toBe('allow');
    const refused = { verdict: 'refuse', reason: 'calendar-not-covered', rules: ['XX-HOL-1'] };
    expect(askAt('2027-01-01T02:00:00.000Z')).toMatchObject(refused);
    // 16:00 of 31 December in London is 2027 in Shanghai.
    expect(askAt('2026-12-31T16:00:00.000Z')).toMatchObject(refused);
    expect(askAt('2026-12-30T02:00:00.000Z', {})).toMatchObject(refused);
  });
});
