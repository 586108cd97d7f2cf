import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import type { HolidayCalendar } from '../../calendar/holiday-calendar.js';
import { responseDeadline, type DeadlineAsk, type ExtensionGranted } from './response-deadline.js';

const rule = (fields: Record<string, unknown> = {}) =>
  lawRule('response-deadline', {
    request: 'complaint',
    days: 15,
    extensions: [
      { days: 15, ground: 'complex' },
      { days: 30, ground: 'very-complex', approval: true },
    ],
    onMiss: 'escalate',
    ...fields,
  });
const asked = (how: Partial<DeadlineAsk> = {}): DeadlineAsk => ({
  request: 'complaint',
  startedOn: '2026-03-02',
  today: '2026-03-10',
  extensions: [],
  ...how,
});
const granted = (ground: string, grantedOn: string, approved = false): ExtensionGranted => ({
  ground,
  grantedOn,
  approved,
});

describe('the deadline of an answer', () => {
  it('is 15 days after the day of the complaint (银行业保险业消费投诉处理管理办法)', () => {
    expect(responseDeadline(rule(), asked({ today: '2026-03-17' }))).toMatchObject({
      dueOn: '2026-03-17',
      overdue: false,
      onMiss: 'escalate',
    });
    expect(responseDeadline(rule(), asked({ today: '2026-03-18' }))).toMatchObject({ overdue: true });
  });

  it('is 30 when complex, and 60 when very complex and approved', () => {
    const complex = granted('complex', '2026-03-17');
    expect(responseDeadline(rule(), asked({ today: '2026-03-20', extensions: [complex] }))?.dueOn).toBe('2026-04-01');
    const both = [complex, granted('very-complex', '2026-04-01', true)];
    expect(responseDeadline(rule(), asked({ today: '2026-04-02', extensions: both }))?.dueOn).toBe('2026-05-01');
  });

  it.each([
    ['on a ground the rule does not name', granted('busy', '2026-03-05'), 'unknown-ground'],
    ['without the approval it takes', granted('very-complex', '2026-03-05'), 'not-approved'],
    ['when the day was already over', granted('complex', '2026-03-18'), 'granted-too-late'],
  ])('is not extended %s', (_, extension, because) => {
    expect(responseDeadline(rule(), asked({ today: '2026-03-19', extensions: [extension] }))).toMatchObject({
      dueOn: '2026-03-17',
      overdue: true,
      notCounted: [{ ground: extension.ground, because }],
    });
  });

  it('is extended once on each ground, and not by what is granted later than today', () => {
    const twice = [granted('complex', '2026-03-04'), granted('complex', '2026-03-05')];
    expect(responseDeadline(rule(), asked({ extensions: twice }))).toMatchObject({
      dueOn: '2026-04-01',
      notCounted: [{ ground: 'complex', because: 'used-already' }],
    });
    expect(responseDeadline(rule(), asked({ extensions: [granted('complex', '2026-03-11')] }))).toMatchObject({
      dueOn: '2026-03-17',
      notCounted: [],
    });
  });

  it('is kept by an answer in time, whenever one looks', () => {
    const late = { today: '2027-01-01' };
    expect(responseDeadline(rule(), asked({ ...late, answeredOn: '2026-03-17' }))?.overdue).toBe(false);
    expect(responseDeadline(rule(), asked({ ...late, answeredOn: '2026-03-18' }))?.overdue).toBe(true);
  });

  it('counts business days by the calendar, and calendar days where it does not reach, which end sooner', () => {
    const calendar: HolidayCalendar = {
      calendar: 'CN',
      version: 1,
      coversFrom: '2026-02-01',
      coversTo: '2026-03-09',
      citation: 'test',
      holidays: [{ day: '2026-03-04', name: 'a holiday' }],
      makeUpWorkdays: ['2026-03-07'],
    };
    const business = rule({ dayCalendar: 'business-days', days: 4, extensions: [] });
    // Monday 2 March; then 3, 5, 6 and the Saturday worked for it.
    expect(responseDeadline(business, asked({ calendar }))?.dueOn).toBe('2026-03-07');
    expect(responseDeadline(business, asked())?.dueOn).toBe('2026-03-06');
    expect(responseDeadline(business, asked({ calendar, startedOn: '2026-03-06', today: '2026-03-06' }))?.dueOn).toBe(
      '2026-03-10',
    );
  });

  it('says nothing of other requests', () => {
    expect(responseDeadline(rule(), asked({ request: 'dispute' }))).toBeUndefined();
  });

  it('is never earlier for an extension, and never later than all of them allow', () => {
    const extension = fc.record({
      ground: fc.constantFrom('complex', 'very-complex', 'busy'),
      grantedOn: fc.integer({ min: 2, max: 31 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
      approved: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(extension, { maxLength: 5 }), extension, (some, more) => {
        const due = (extensions: ExtensionGranted[]) =>
          responseDeadline(rule(), asked({ today: '2026-04-30', extensions }))?.dueOn ?? '';
        expect(due([...some, more]) >= due(some)).toBe(true);
        expect(due([...some, more]) <= '2026-05-01').toBe(true);
      }),
    );
  });
});
