import { describe, expect, it } from 'vitest';
import { lawFaults } from './law-faults.js';
import type { Law } from './law.js';
import type { Rule } from './rule.js';
import type { RulePack } from './rule-pack.js';

const head = {
  actor: ['agency'] as Rule['actor'],
  citation: 'Act 1',
  confidence: 'primary',
  force: 'hard',
  effectiveFrom: '2026-01-01',
} as const;
const deadline: Rule = {
  ...head,
  id: 'US-CPL-1',
  kind: 'response-deadline',
  request: 'complaint',
  days: 10,
  dayCalendar: 'business-days',
  extensions: [],
  onMiss: 'alert',
};
const closed: Rule = {
  ...head,
  id: 'US-TIME-1',
  kind: 'contact-window',
  channels: ['call'],
  purposes: ['collect'],
  windows: [{ days: ['mon'], from: '08:00', to: '21:00' }],
  closedOnHolidaysOf: 'US-MA',
  personsTimes: false,
};
const pack = (name: string, jurisdiction: string, ...rules: Rule[]): RulePack => ({
  pack: name,
  version: 1,
  jurisdiction,
  title: name,
  rules,
});
const calendars: Law['calendars'] = {
  US: {
    calendar: 'US',
    version: 1,
    coversFrom: '2026-01-01',
    coversTo: '2027-01-01',
    citation: 'x',
    holidays: [],
    makeUpWorkdays: [],
  },
};
const us = pack('us', 'US', deadline);

describe('rule packs beside one another', () => {
  it('are fine when each part of a country has the law of the country, and every calendar is there', () => {
    expect(lawFaults([us, pack('us-ma', 'US-MA'), pack('us-nyc', 'US-NY-NYC'), pack('house', '*')], calendars)).toEqual(
      [],
    );
  });

  it('lack the law of the country under that of a part of it; the lender’s own rules are none', () => {
    expect(lawFaults([pack('house', '*'), pack('us-ma', 'US-MA')], calendars)).toEqual([
      { nth: 1, path: 'jurisdiction', reason: 'US-MA is on top of US, of which there is no pack' },
    ]);
  });

  it('share neither name nor rule id', () => {
    expect(
      lawFaults([us, pack('us', 'US', deadline), pack('us-2', 'US', closed, deadline)], {
        ...calendars,
        'US-MA': calendars['US']!,
      }),
    ).toEqual([
      { nth: 1, path: 'pack', reason: 'us is the name of another pack' },
      { nth: 2, path: 'rules[1].id', reason: 'US-CPL-1 is also a rule of us' },
    ]);
  });

  it('count by calendars that are there: the one named, for business days the country’s', () => {
    expect(lawFaults([pack('us', 'US', deadline, closed)], {})).toEqual([
      { nth: 0, path: 'rules[0].dayCalendar', reason: 'there is no calendar US in calendars/' },
      { nth: 0, path: 'rules[1].closedOnHolidaysOf', reason: 'there is no calendar US-MA in calendars/' },
    ]);
  });
});
