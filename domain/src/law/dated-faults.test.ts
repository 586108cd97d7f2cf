import { describe, expect, it } from 'vitest';
import { calendarsEnding, pastRules } from './dated-faults.js';
import type { Rule } from './rule.js';

const rule = (id: string, effectiveTo?: string): Rule => ({
  id,
  kind: 'contact-window',
  actor: ['agency'],
  citation: 'Act 1',
  confidence: 'primary',
  force: 'hard',
  effectiveFrom: '2020-01-01',
  ...(effectiveTo && { effectiveTo }),
  channels: ['call'],
  purposes: ['collect'],
  windows: [{ days: ['mon'], from: '08:00', to: '21:00' }],
  personsTimes: false,
});
const calendar = (coversTo: string) => ({
  calendar: 'CN',
  version: 1,
  coversFrom: '2025-01-01',
  coversTo,
  citation: 'x',
  holidays: [],
  makeUpWorkdays: [],
});

describe('the law on a day', () => {
  it('has rules that are past from the first day on which they are no longer in force', () => {
    const rules = [rule('XX-1'), rule('XX-2', '2026-03-01'), rule('XX-3', '2026-03-02')];
    expect(pastRules({ rules }, '2026-03-01')).toEqual([
      { path: 'rules[1].effectiveTo', reason: 'XX-2 ended on 2026-03-01: remove it, or say what holds now' },
    ]);
    expect(pastRules({ rules }, '2026-02-28')).toEqual([]);
  });

  it('keeps a rule that another of its kind takes over from the day it ends', () => {
    const next = { ...rule('XX-2-NOW'), effectiveFrom: '2026-03-01' };
    expect(pastRules({ rules: [rule('XX-2', '2026-03-01'), next] }, '2026-03-01')).toEqual([]);
    expect(pastRules({ rules: [rule('XX-2', '2026-03-02'), next] }, '2026-03-02')).toHaveLength(1);
  });

  it.each([
    ['2027-01-01', '2026-11-01', []],
    ['2027-01-01', '2026-11-02', [{ calendar: 'CN', coversTo: '2027-01-01', left: 60 }]],
    ['2027-01-01', '2027-01-02', [{ calendar: 'CN', coversTo: '2027-01-01', left: -1 }]],
  ])('has calendars that end soon: covered to %s, on %s', (coversTo, today, found) => {
    expect(calendarsEnding({ calendars: { CN: calendar(coversTo) } }, today, 60)).toEqual(found);
  });
});
