import { instantAt } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { plainStanding } from '@recourse/domain/contact/standing-of-person';
import { toldOf } from '@recourse/infra/people/told-of';
import { personRowSchema } from '@recourse/infra/people/person-row-schema';
import { expect, test } from 'vitest';
import { makePortfolio } from '../../services/sandbox/src/portfolio.js';
import { askGate, type GateCase, law, shanghai } from '../builders/ask-gate.js';

const { loans, persons, contacts } = makePortfolio({ seed: 'sandbox', loans: 240, persons: 200, from: '2025-12-01' });
const read = personRowSchema(
  () => true,
  (place) => law.places?.has(place) === true,
);
const rows = [...persons, ...contacts].map((person) => read.parse(person));
const london: ZoneSlice = { zone: 'Europe/London', offsets: [[0, 0]] };
const newYork: ZoneSlice = { zone: 'America/New_York', offsets: [[0, -300]] };

/** A contact with somebody of the portfolio, as the row tells of them, at a time of 5 January there or of another day. */
const asked = (
  row: (typeof rows)[number],
  time: string,
  zones: ZoneSlice[],
  attempt: GateCase['attempt'],
  work = false,
  day = '2026-01-05',
) =>
  askGate({
    attempt: { at: instantAt(day, time, zones[0] ?? shanghai), ...attempt },
    person: { zones },
    standing: { ...plainStanding, ...toldOf(row, undefined, '2026-01-01T00:00:00.000Z').standing },
    point: work ? { placeType: 'work' } : { placeType: 'mobile' },
  });

test('everybody of the portfolio, contacts too, is a row that can be loaded', () => {
  expect(rows).toHaveLength(210);
});

test('who agreed to it may be called at 22:30, by people and by nobody else', () => {
  const late = rows.filter(({ agreedTimes }) => agreedTimes);
  expect(late).toHaveLength(2);
  for (const row of late) {
    const { fromDay = '', untilDay = '' } = row.agreedTimes?.[0] ?? {};
    for (const day of [fromDay, untilDay])
      expect(asked(row, '22:30', [shanghai], { channel: 'call' }, false, day)).toMatchObject({ verdict: 'allow' });
    expect(asked(row, '22:30', [shanghai], { channel: 'dialler' }, false, fromDay)).toMatchObject({ verdict: 'defer' });
  }
});

test('who is not to be reached at work is not, and those who want no short messages get none', () => {
  const atWork = rows.filter(({ inconvenientPlaces }) => inconvenientPlaces);
  for (const row of atWork)
    expect(asked(row, '10:00', [london], { channel: 'sms', jurisdiction: 'GB' }, true)).toMatchObject({
      verdict: 'refuse',
      reason: 'inconvenient-place',
    });
  const noSms = rows.filter(({ optOuts }) => optOuts);
  for (const row of noSms) {
    expect(asked(row, '10:00', [shanghai], { channel: 'sms' })).toMatchObject({ reason: 'opted-out' });
    expect(asked(row, '10:00', [shanghai], { channel: 'app' })).toMatchObject({ verdict: 'allow' });
  }
  // The rest say so themselves: in a call, or in answer to a text.
  expect([atWork.length, noSms.length]).toEqual([3, 2]);
});

test('who may be in two zones waits until it is day in both', () => {
  const row = rows.find(({ addressZone }) => addressZone === 'America/New_York');
  expect(row).toBeDefined();
  if (row)
    expect(asked(row, '10:00', [shanghai, newYork], { channel: 'sms' })).toMatchObject({
      verdict: 'defer',
      until: '2026-01-06T00:00:00.000Z',
    });
});

test('machines call only who agreed to it in the United States', () => {
  const american = rows.filter(({ places, consents }) => places?.[0]?.startsWith('US') && consents);
  const owed = new Set(
    loans.filter(({ terms }) => terms.jurisdiction.startsWith('US')).map(({ personId }) => personId),
  );
  expect(new Set(american.map(({ personId }) => personId))).toEqual(owed);
  for (const row of american) {
    const attempt = { channel: 'dialler' as const, jurisdiction: 'US-OH' };
    expect(asked(row, '14:00', [newYork], attempt)).toMatchObject({ verdict: 'allow' });
    expect(asked({ ...row, consents: [] }, '14:00', [newYork], attempt)).toMatchObject({
      reason: 'no-basis-for-channel',
    });
  }
});
