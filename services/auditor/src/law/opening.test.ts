import { expect, test } from 'vitest';
import type { AuditedStanding } from '../audited-standing.js';
import type { WindowRule } from './contact-rule.js';
import { isOpen } from './opening.js';

const rule: WindowRule = {
  id: 'R',
  citation: 'c',
  jurisdiction: 'CN',
  kind: 'contact-window',
  actor: ['first-party'],
  effectiveFrom: '2025-01-01',
  override: [],
  channels: ['call'],
  purposes: ['collect'],
  windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '08:00', to: '22:00' }],
  personsTimes: false,
};
const holidays = new Map([['CN', { coversFrom: '2025-01-01', coversTo: '2027-01-01', days: new Set(['2026-03-02']) }]]);
/** A Monday, by the clock of Shanghai. */
const clock = (time: string): string => new Date(`2026-03-02T${time}+08:00`).toISOString();
const openAt = (time: string, change: Partial<WindowRule> = {}, standing: AuditedStanding = {}): boolean => {
  const at = clock(time);
  const moment = { at, begunAt: at, day: '2026-03-02', zone: 'Asia/Shanghai', channel: 'call' };
  return isOpen({ ...rule, ...change }, moment, { standing }, holidays);
};
const long = { saidAt: '2026-02-28T01:00:00.000Z', knownAt: '2026-02-28T01:00:00.000Z' };
const agreed = {
  agreedTimes: [{ from: '22:00', to: '23:00', fromDay: '2026-03-01', untilDay: '2026-03-02', ...long }],
};
const lunch = { inconvenientTimes: [{ days: ['mon'], from: '12:00', to: '13:00' }] };

test.each([
  ['07:59:59', false],
  ['08:00:00', true],
  ['21:59:59', true],
  ['22:00:00', false],
])('a window is half-open: %s', (time, open) => {
  expect(openAt(time)).toBe(open);
});

test('an agreed time lifts a rule that says so, and no other', () => {
  expect(openAt('22:30:00', { override: ['agreed-time'] }, agreed)).toBe(true);
  expect(openAt('22:30:00', {}, agreed)).toBe(false);
  expect(openAt('22:30:00', { override: ['consent'] }, agreed)).toBe(false);
  expect(openAt('23:00:00', { override: ['agreed-time'] }, agreed)).toBe(false);
});

test('an agreed time is of its days and channels', () => {
  const change = { override: ['agreed-time'] };
  const [time] = agreed.agreedTimes;
  const with_ = (more: object) => ({ agreedTimes: [{ ...time, ...more } as NonNullable<typeof time>] });

  expect(openAt('22:30:00', change, with_({ untilDay: '2026-03-01' }))).toBe(false);
  expect(openAt('22:30:00', change, with_({ channels: ['sms'] }))).toBe(false);
  expect(openAt('22:30:00', change, with_({ channels: ['call'] }))).toBe(true);
});

test('the person’s inconvenient times close a rule that says so, and no other', () => {
  expect(openAt('12:30:00', { personsTimes: true }, lunch)).toBe(false);
  expect(openAt('13:00:00', { personsTimes: true }, lunch)).toBe(true);
  expect(openAt('12:30:00', {}, lunch)).toBe(true);
});

test.each([
  ['22:14:59', true],
  ['22:15:00', false],
  ['22:29:59', false],
  ['22:30:00', true],
])('at %s an agreed time is lawful but for what they say is inconvenient', (time, open) => {
  const quarter = { inconvenientTimes: [{ days: ['mon'], from: '22:15', to: '22:30' }] };
  const tuesday = { inconvenientTimes: [{ days: ['tue'], from: '22:15', to: '22:30' }] };

  expect(openAt(time, { override: ['agreed-time'] }, { ...agreed, ...quarter })).toBe(open);
  expect(openAt(time, { override: ['agreed-time'], personsTimes: true }, { ...agreed, ...quarter })).toBe(open);
  expect(openAt(time, { override: ['agreed-time'] }, { ...agreed, ...tuesday })).toBe(true);
});

test('on a holiday, and where the calendar does not reach, a rule that says so is closed', () => {
  expect(openAt('12:00:00', { closedOnHolidaysOf: 'CN' })).toBe(false);
  expect(openAt('12:00:00', { closedOnHolidaysOf: 'XX' })).toBe(false);
});

test('of more than four hours agreed on for a day, on whatever channel, none counts', () => {
  const [time] = agreed.agreedTimes;
  const and = (more: object) => ({
    agreedTimes: [time, { ...time, channels: ['letter'], ...more }] as NonNullable<typeof time>[],
  });
  const open = (more: object) => openAt('22:30:00', { override: ['agreed-time'] }, and(more));

  expect(open({ from: '05:00', to: '08:00' })).toBe(true);
  expect(open({ from: '05:00', to: '08:01' })).toBe(false);
  expect(open({ from: '05:00', to: '08:01', fromDay: '2026-03-09', untilDay: '2026-03-09' })).toBe(true);

  const tooMuch = { ...and({ from: '05:00', to: '08:01' }) };
  const less = { inconvenientTimes: [{ days: ['mon'], from: '05:00', to: '08:00' }] };
  expect(openAt('22:30:00', { override: ['agreed-time'] }, { ...tooMuch, ...less })).toBe(false);
});

const today = { fromDay: '2026-03-02', untilDay: '2026-03-02' };
const byAgreement = { override: ['agreed-time'] };
const said = (time: string, known = time) => ({ saidAt: clock(time), knownAt: clock(known) });

test('a call in an agreed time is not made unlawful by what is agreed on in that talk', () => {
  const morning = { ...today, ...long, from: '06:00', to: '10:00' };
  const evening = { ...today, from: '20:00', to: '21:00' };
  const after = (dates: object) => ({ agreedTimes: [morning, { ...evening, ...dates }] });

  expect(openAt('07:30:00', byAgreement, after(said('07:31:00')))).toBe(true);
  expect(openAt('07:30:00', byAgreement, after(said('07:30:00')))).toBe(true);
  expect(openAt('07:32:00', byAgreement, after(said('07:31:00')))).toBe(false);
});

test('a call outside the hours is not made lawful by the time its own answer tells', () => {
  const early = (dates: object) => ({ agreedTimes: [{ ...today, from: '05:00', to: '06:00', ...dates }] });

  expect(openAt('05:10:00', byAgreement, early(said('05:12:00')))).toBe(false);
  expect(openAt('05:12:00', byAgreement, early(said('05:12:00')))).toBe(true);
});

test.each([
  ['07:30:05', true],
  ['07:30:06', false],
])('clocks may differ by five seconds, for nobody’s harm: agreed at %s opens a call of 07:30:00: %s', (time, open) => {
  const early = { ...today, from: '07:00', to: '08:00', ...said(time) };
  expect(openAt('07:30:00', byAgreement, { agreedTimes: [early] })).toBe(open);
});

test.each([
  ['07:29:55', true],
  ['07:29:54', false],
])('and too much that was agreed at %s leaves a call of 07:30:00 open: %s', (time, open) => {
  const agreedTimes = [
    { ...today, ...long, from: '06:00', to: '10:00' },
    { ...today, from: '20:00', to: '21:00', ...said(time) },
  ];
  expect(openAt('07:30:00', byAgreement, { agreedTimes })).toBe(open);
});

test('what an agency tells late opens from when it was said, and is summed from when we knew of it', () => {
  const morning = { ...today, ...long, from: '06:00', to: '10:00' };
  const evening = { ...today, from: '20:00', to: '21:00', ...said('07:00:00', '09:00:00') };

  expect(openAt('07:30:00', byAgreement, { agreedTimes: [morning, evening] })).toBe(true);
  expect(openAt('09:30:00', { ...byAgreement, windows: [] }, { agreedTimes: [morning, evening] })).toBe(false);
  expect(openAt('20:30:00', { ...byAgreement, windows: [] }, { agreedTimes: [evening] })).toBe(true);
});

test('an agreed time without a date opens, and makes nothing too much', () => {
  const undated = { ...today, from: '05:00', to: '09:00' };
  const evening = { ...today, from: '22:00', to: '23:00' };

  expect(openAt('05:10:00', byAgreement, { agreedTimes: [undated] })).toBe(true);
  expect(openAt('05:10:00', byAgreement, { agreedTimes: [undated, evening] })).toBe(true);
  expect(openAt('05:10:00', byAgreement, { agreedTimes: [undated, { ...evening, ...long }] })).toBe(true);
});

test('what was said by the begin of a contact counts, not what was said by its arrival', () => {
  const agreedTimes = [{ ...today, from: '05:00', to: '06:00', ...said('05:12:00') }];
  const moment = { at: clock('05:13:00'), day: '2026-03-02', zone: 'Asia/Shanghai', channel: 'call' };
  const open = (begunAt: string) =>
    isOpen({ ...rule, ...byAgreement }, { ...moment, begunAt }, { standing: { agreedTimes } }, holidays);

  expect([open(clock('05:11:00')), open(clock('05:12:30'))]).toEqual([false, true]);
});
