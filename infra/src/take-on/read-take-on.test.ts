import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { loadPolicies } from '../policies/load-policies.js';
import { readTakeOn } from './read-take-on.js';

const { zones } = loadPolicies(join(repoRoot, 'policies'));
const context = { now: '2026-02-12T01:00:00.000Z', zones, noticeKinds: new Set(['outsourcing', 'legal']) };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'take-on-'));
  cpSync(join(repoRoot, 'examples/take-on'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = () => readTakeOn(folder, context);
const wholeIds = () => read().whole.map(({ loanId }) => loanId);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const edit = (file: string, from: string, to: string): void => {
  expect(text(file)).toContain(from);
  writeFileSync(join(folder, file), text(file).replace(from, to));
};
const add = (file: string, row: string): void => writeFileSync(join(folder, file), `${text(file)}${row}\n`);
const told = () => read().bad.map(({ file, line, field, reason }) => `${file}:${line} ${field ?? '-'} ${reason}`);

describe('a take-on folder', () => {
  it('as the example shows it has nothing against it', () => {
    expect(told()).toEqual([]);
    expect(wholeIds()).toEqual(['OLD-A', 'OLD-B', 'OLD-C', 'OLD-D']);
  });

  it('tells each loan with all its rows, the same whatever their order', () => {
    const [before] = read().whole;
    const [header, ...rows] = text('payments.csv').trim().split('\n');
    writeFileSync(join(folder, 'payments.csv'), [header, ...rows.toReversed()].join('\n'));

    const [after] = read().whole;

    expect(after?.told).toEqual(before?.told);
    expect(before?.told).toMatchObject({
      arrearsTotal: 180_000,
      payments: [{ paymentId: 'OLD-P1', amount: 20_000, receivedAt: '2026-01-20T02:00:00.000Z' }],
      contactsToldUntil: '2026-02-10T16:00:00.000Z',
    });
    expect(before?.told.contacts).toHaveLength(4);
  });

  it('may begin with a byte order mark, end lines as Windows does, and leave out what nobody knows', () => {
    writeFileSync(join(folder, 'loans.csv'), `\uFEFF${text('loans.csv').replaceAll('\n', '\r\n')}`);
    rmSync(join(folder, 'contacts.csv'));

    expect(told()).toEqual([]);
    expect(read().absent).toEqual(['contacts.csv']);
  });

  it.each<[string, string, string, string, string]>([
    [
      'a day that does not exist',
      'loans.csv',
      '2026-02-11,180000',
      '2026-02-30,180000',
      'loans.csv:2 as_of must be a day',
    ],
    ['a day in another form', 'notices.csv', '2026-01-30', '30.01.2026', 'notices.csv:2 proved_on must be a day'],
    [
      'a time without its offset',
      'contacts.csv',
      '10:00:00+08:00',
      '10:00:00',
      'contacts.csv:2 at must be an RFC 3339',
    ],
    ['an amount with a point', 'payments.csv', '20000', '200.00', 'payments.csv:2 amount must be a whole number'],
    [
      'an unknown currency',
      'loans.csv',
      'OLD-B,cash-loan,CNY',
      'OLD-B,cash-loan,XXX',
      'loans.csv:3 currency is not an active',
    ],
    ['an unknown zone', 'loans.csv', 'Asia/Shanghai', 'Asia/Nowhere', 'loans.csv:2 zone is not a time zone'],
    ['an unknown channel', 'contacts.csv', ',sms,', ',fax,', 'contacts.csv:2 channel must be one of sms'],
    ['an unknown hold reason', 'holds.csv', 'dispute', 'anger', 'holds.csv:2 reason must be one of promise'],
    [
      'an unknown notice',
      'notices.csv',
      'outsourcing',
      'divorce',
      'notices.csv:2 kind must be one of legal, outsourcing',
    ],
    [
      'a hold that stops no contact',
      'holds.csv',
      'contact escalation timers',
      'timers',
      'holds.csv:2 stops must name contact',
    ],
    ['neither yes nor no', 'contacts.csv', ',yes,no,no', ',true,no,no', 'contacts.csv:2 connected must be yes or no'],
    [
      'talk without a connection',
      'contacts.csv',
      ',no,no,no',
      ',no,yes,no',
      'contacts.csv:3 connected must be yes where',
    ],
    ['a loan nobody lists', 'notices.csv', 'OLD-C', 'OLD-X', 'notices.csv:2 loan_id is not in loans.csv'],
    ['a contact with a stranger', 'contacts.csv', 'OLD-A,CHEN', 'OLD-A,ZHAO', 'contacts.csv:2 person_id is no debtor'],
    ['an instalment nobody lists', 'notices.csv', '3 4 5', '3 4 9', 'notices.csv:2 instalments names one that is not'],
    [
      'another currency in a payment',
      'payments.csv',
      '20000,CNY',
      '20000,USD',
      'payments.csv:2 currency is not the currency',
    ],
    [
      'due days out of order',
      'instalments.csv',
      '5,2026-01-28',
      '5,2025-12-27',
      'instalments.csv:7 due_on must be after',
    ],
    [
      'a reversal before its payment',
      'payments.csv',
      ',2026-01-28',
      ',2026-01-20',
      'payments.csv:4 reversed_on must not be before',
    ],
    [
      'money from the future',
      'payments.csv',
      '2026-01-20T10',
      '2027-01-20T10',
      'payments.csv:2 received_at must not be in the future',
    ],
    [
      'books of tomorrow',
      'loans.csv',
      '2026-02-11,52000',
      '2026-02-13,52000',
      'loans.csv:5 as_of must not be after today',
    ],
    [
      'a contact too old',
      'contacts.csv',
      '2026-01-12T',
      '2025-06-12T',
      'contacts.csv:2 at must not be more than 180 days',
    ],
    [
      'a sum that is not the sum',
      'loans.csv',
      '180000',
      '180001',
      'loans.csv:2 arrears_total instalments less payments',
    ],
    ['more overdue than owed', 'loans.csv', '1100000', '1', 'loans.csv:2 outstanding_total must be at least'],
    ['a field too many', 'refusals.csv', '2025-12-15', '2025-12-15,x', 'refusals.csv:2 - has 3 fields, not 2'],
  ])('with %s is told line, field and reason', (_what, file, from, to, expected) => {
    edit(file, from, to);

    expect(told().some((each) => each.startsWith(expected))).toBe(true);
  });

  it.each([
    ['loans.csv', 'OLD-A,cash-loan,CNY,Asia/Shanghai,CN,3,0,1,CHEN,,,2026-02-11,180000,1100000,', 6, 'loan_id', 2],
    ['instalments.csv', 'OLD-A,1,2026-01-10,missed,90000,10000,,,,,', 10, 'number', 2],
    ['refusals.csv', 'OLD-C,2025-12-15', 3, 'refused_on', 2],
    ['payments.csv', 'OLD-P1,OLD-B,1,CNY,2026-01-20,2026-01-20T10:00:00Z,', 5, 'payment_id', 2],
    ['holds.csv', 'OLD-H1,OLD-A,,,death,contact,2026-01-29T09:00:00Z,', 3, 'hold_id', 2],
  ])('with an id twice in %s names both lines', (file, row, line, field, before) => {
    add(file, row);

    expect(told()).toContain(`${file}:${line} ${field} was on line ${before} before`);
  });

  it('names every bad field of a row at once', () => {
    edit('loans.csv', 'OLD-B,cash-loan,CNY,Asia/Shanghai,CN,3', 'OLD-B,cash-loan,XXX,Asia/Nowhere,C!,x');
    edit('payments.csv', 'OLD-P1,OLD-A,20000', 'OLD-P1,OLD_A,0');

    expect(read().bad.map(({ file, line, field }) => `${file}:${line} ${field}`)).toEqual([
      'loans.csv:3 currency',
      'loans.csv:3 jurisdiction',
      'loans.csv:3 grace_days',
      'loans.csv:3 zone',
      'payments.csv:2 amount',
      'payments.csv:2 loan_id',
      // Without that payment.
      'loans.csv:2 arrears_total',
    ]);
  });

  it('leaves out the loans of bad rows and no other', () => {
    edit('contacts.csv', ',sms,', ',fax,');
    edit('loans.csv', 'OLD-C,consumer,CNY', 'OLD-C,consumer,XXX');

    expect(wholeIds()).toEqual(['OLD-B', 'OLD-D']);
    expect(told()).toHaveLength(2);
  });

  it('names every bad row of every file at once', () => {
    edit('payments.csv', '20000', 'x');
    edit('notices.csv', '2026-01-30', 'x');
    edit('refusals.csv', '2025-12-15', 'x');

    expect(read().bad.map(({ file }) => file)).toEqual(['payments.csv', 'notices.csv', 'refusals.csv']);
  });
});
