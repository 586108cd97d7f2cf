import { describe, expect, it } from 'vitest';
import { lawOf } from '../../../test/builders/law-of.js';
import { lawRule } from '../../../test/builders/law-rule.js';
import type { Law } from '../law/law.js';
import type { Rule } from '../law/rule.js';
import { creditDisputeDue } from './credit-dispute.js';
import { mayFurnish, type FurnishAsk } from './may-furnish.js';

const calendar = {
  calendar: 'US',
  version: 1,
  coversFrom: '2026-01-01',
  coversTo: '2027-01-01',
  citation: 'test',
  holidays: [{ day: '2026-01-19', name: 'a holiday' }],
  makeUpWorkdays: [],
};
/** The law of a part of a country, whose holidays are the country's. */
const lawOfPart = (rule: Rule): Law => ({
  packs: lawOf(rule).packs.map((pack) => ({ ...pack, jurisdiction: 'US-MA' })),
  calendars: { US: calendar },
});

it('business days for the answer to a dispute are counted by the calendar of the country of the part', () => {
  const rule = lawRule('response-deadline', {
    request: 'credit-dispute',
    days: 5,
    dayCalendar: 'business-days',
    onMiss: 'alert',
  });
  const bearing = { places: ['US-MA'], product: 'cash-loan', openedOn: '2026-01-15' };
  // Friday 16, then Tuesday 20 after the weekend and the holiday: the fifth is Friday 23.
  expect(creditDisputeDue(lawOfPart(rule), bearing).dueOn).toBe('2026-01-23');
});

describe('the days of a notice before the bureau is told', () => {
  const boston = { zone: 'America/New_York', offsets: [[0, -300]] as [number, number][] };
  const shanghai = { zone: 'Asia/Shanghai', offsets: [[0, 480]] as [number, number][] };
  const asked = (at: string, how: Partial<FurnishAsk> = {}): FurnishAsk => ({
    at,
    subject: 'P1',
    zones: [boston],
    loanZone: shanghai,
    places: ['US-MA'],
    product: 'cash-loan',
    notices: [{ kind: 'bad-information', instalments: [1], provedOn: '2026-01-08', personId: 'P1' }],
    unpaid: [1],
    told: false,
    ...how,
  });
  const before = { action: 'furnish', notice: 'bad-information', minDays: 3, clockStart: 'received' } as const;

  it('are those of the person: nobody west of the loan is told a day early', () => {
    const law = lawOfPart(lawRule('notice-before-action', before));
    // Three full days after the eighth in Boston are over as the twelfth begins there.
    expect(mayFurnish(asked('2026-01-12T04:59:59.999Z'), law).verdict).toBe('refuse');
    expect(mayFurnish(asked('2026-01-12T05:00:00.000Z'), law).verdict).toBe('allow');
  });

  it('are business days by the calendar of the country of the part, where arrival is assumed after some', () => {
    const assumed = { clockStart: 'assumed-received', assumedAfterDays: 2, dayCalendar: 'business-days', minDays: 0 };
    const law = lawOfPart(lawRule('notice-before-action', { ...before, ...assumed }));
    // Friday the ninth and Monday the twelfth.
    expect(mayFurnish(asked('2026-01-12T04:59:59.999Z'), law).verdict).toBe('refuse');
    expect(mayFurnish(asked('2026-01-12T05:00:00.000Z'), law).verdict).toBe('allow');
  });
});
