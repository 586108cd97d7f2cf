import { expect, test } from 'vitest';
import { asHeard } from './as-heard.js';
import type { AuditedPerson } from './audited-person.js';
import type { Entry } from './evidence.js';
import { cleanActs } from './testing/clean-acts.js';
import { must } from './testing/plant.js';

const noted = (at: string, wish: object, actId = at): Entry => ({
  caseId: 't/L1/1',
  seq: 1,
  prevHash: '',
  hash: '',
  contentHash: '',
  fact: { type: 'wishes-noted', at, personId: 'P1', actId, wishes: [wish] },
});
/** An act that began on 30 April. */
const called = { ...must(cleanActs()[1]), id: 'late-call', begunAt: '2026-04-30T00:00:00.000Z' };
const heard = (person: Partial<AuditedPerson>, journal: Entry[] = []): AuditedPerson | undefined =>
  asHeard({ persons: [{ personId: 'P1', holds: [], ...person }], journal, acts: [called] }).persons[0];
const optOut = { wish: 'opt-out', channel: 'sms' };
const out = { channel: 'sms', at: '2026-01-05T00:00:00.000Z' };

test('an opt-out told late binds from when a journal noted it', () => {
  const journal = [
    noted('2026-01-04T00:00:00.000Z', { wish: 'opt-out', channel: 'sms' }),
    noted('2026-01-06T00:00:00.000Z', { wish: 'opt-out', channel: 'call' }),
    noted('2026-01-07T00:00:00.000Z', { wish: 'opt-out', channel: 'sms' }),
    noted('2026-01-08T00:00:00.000Z', { wish: 'opt-out', channel: 'sms' }),
  ];

  expect(heard({ said: { optOuts: [out] } }, journal)?.standing?.optOuts).toEqual([
    { channel: 'sms', at: '2026-01-07T00:00:00.000Z' },
  ]);
});

test('an opt-out of which no journal tells binds from its date, beside what a directory told', () => {
  const told = { channel: 'call', at: '2026-01-01T00:00:00.000Z' };

  expect(heard({ said: { optOuts: [out] }, standing: { optOuts: [told] } })?.standing?.optOuts).toEqual([told, out]);
});

test.each([
  ['by a note of its own and no later one', '2026-05-01T00:00:00.000Z', [noted('2026-05-01T00:00:00.000Z', optOut)]],
  [
    'once, however many cases keep one note',
    '2026-01-06T00:00:00.000Z',
    [noted('2026-01-07T00:00:00.000Z', optOut, 'call'), noted('2026-01-08T00:00:00.000Z', optOut, 'call')],
  ],
])('of two opt-outs each is heard %s; one without a note binds from its own date', (_what, at, journal) => {
  const later = { ...out, pointId: 'other', at };

  const optOuts = heard({ said: { optOuts: [out, later] } }, journal)?.standing?.optOuts ?? [];

  expect(optOuts.find(({ pointId }) => pointId === undefined)?.at).toBe(out.at);
  expect(optOuts.find(({ pointId }) => pointId === 'other')?.at).toBe(journal[0]?.fact.at);
});

test('an opt-out was not heard in an act that began after it was said', () => {
  const journal = [noted('2026-05-01T00:00:00.000Z', optOut, 'late-call')];

  expect(heard({ said: { optOuts: [out] } }, journal)?.standing?.optOuts).toEqual([out]);
});

test('two opt-outs of one talk that is told late are heard together', () => {
  const later = noted('2026-01-07T00:00:00.000Z', optOut);
  (later.fact['wishes'] as object[]).push(optOut);
  const both = [out, { ...out, pointId: 'other' }];

  const optOuts = heard({ said: { optOuts: both } }, [later])?.standing?.optOuts ?? [];

  expect(optOuts.map(({ at }) => at)).toEqual([later.fact.at, later.fact.at]);
});

test('a later consent to the medium takes an opt-out back, by the record or by a journal', () => {
  const at = '2026-01-09T00:00:00.000Z';
  const consents = [{ to: 'medium', channel: 'sms', basis: 'consent', at }];

  for (const person of [
    heard({ said: { optOuts: [out], consents } }),
    heard({ said: { optOuts: [out] } }, [noted(at, { wish: 'consent', channel: 'sms' })]),
  ])
    expect(person?.standing?.optOuts).toEqual([{ ...out, until: at }]);
});

test('a language asked for counts from when it was heard, and not at all where nobody noted that', () => {
  const saidLanguage = { language: 'en', at: '2026-01-05T00:00:00.000Z' };
  const journal = [noted('2026-01-06T00:00:00.000Z', { wish: 'language' })];

  expect(heard({ said: {}, saidLanguage }, journal)?.saidLanguage?.at).toBe('2026-01-06T00:00:00.000Z');
  expect(heard({ said: {}, saidLanguage })?.saidLanguage).toBeUndefined();
});
