import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { addDays, daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import type { Instant } from '@recourse/domain/calendar/instant';
import { localDay } from '@recourse/domain/calendar/local-time';
import { historyDays } from '../events/loan-taken-on-schema.js';
import type { BadRow } from './bad-row.js';
import type { TakeOnFile, TakeOnRow, TakeOnTables } from './take-on-files.js';

/** What the rows are held against. `noticeKinds`: those that a strategy knows. */
export type TakeOnContext = {
  now: Instant;
  zones: Readonly<Record<string, ZoneSlice>>;
  noticeKinds: ReadonlySet<string>;
};

const strangeZone = 'is not a time zone we have the rules of';
const mustBeKind = (kinds: ReadonlySet<string>): string => `must be one of ${[...kinds].toSorted().join(', ')}`;

/** What else is wrong with fields of a row that has a bad one already, so that all of a row is told at once. */
export function otherFaults(
  file: TakeOnFile,
  fields: Readonly<Record<string, string>>,
  { zones, noticeKinds }: TakeOnContext,
): { field: string; reason: string }[] {
  const { zone = '', kind = '' } = fields;
  if (file === 'loans.csv' && !Object.hasOwn(zones, zone)) return [{ field: 'zone', reason: strangeZone }];
  if (file === 'notices.csv' && !noticeKinds.has(kind)) return [{ field: 'kind', reason: mustBeKind(noticeKinds) }];
  return [];
}

type Loan = TakeOnRow<'loans.csv'>;
type Blame = (file: TakeOnFile, row: { line: number; loan_id: string }, field: string, reason: string) => void;

/** Holds rows against each other and against what we know: ids, references, codes, the order of days. `named`: loans whose own row is bad. */
export function checkTables(tables: TakeOnTables, named: ReadonlySet<string>, context: TakeOnContext): BadRow[] {
  const bad: BadRow[] = [];
  const blame: Blame = (file, { line, loan_id: loanId }, field, reason) =>
    bad.push({ file, line, field, reason, loanId });
  once(blame, tables);
  const loans = new Map(tables['loans.csv'].map((loan) => [loan.loan_id, loan]));
  for (const loan of loans.values()) checkLoan(blame, loan, context);
  for (const file of Object.keys(tables) as TakeOnFile[])
    for (const row of tables[file])
      if (!loans.has(row.loan_id) && !named.has(row.loan_id)) blame(file, row, 'loan_id', 'is not in loans.csv');
  checkInstalments(blame, tables, loans);
  checkPayments(blame, tables, loans, context);
  checkContacts(blame, tables, loans, context);
  checkNotices(blame, tables, loans, context);
  checkHolds(blame, tables, loans, context);
  for (const row of tables['refusals.csv'])
    if (row.refused_on > (loans.get(row.loan_id)?.as_of ?? row.refused_on))
      blame('refusals.csv', row, 'refused_on', 'must not be after as_of');
  return bad;
}

function once(blame: Blame, tables: TakeOnTables): void {
  const check = <F extends TakeOnFile>(file: F, field: string, key: (row: TakeOnRow<F>) => string): void => {
    const first = new Map<string, number>();
    for (const row of tables[file]) {
      const before = first.get(key(row));
      if (before === undefined) first.set(key(row), row.line);
      else blame(file, row, field, `was on line ${before} before`);
    }
  };
  check('loans.csv', 'loan_id', (row) => row.loan_id);
  check('instalments.csv', 'number', (row) => `${row.loan_id} ${row.number}`);
  check('payments.csv', 'payment_id', (row) => row.payment_id);
  check('contacts.csv', 'contact_id', (row) => row.contact_id);
  check('notices.csv', 'kind', (row) => `${row.loan_id} ${row.kind} ${row.instalments.join(' ')}`);
  check('refusals.csv', 'refused_on', (row) => `${row.loan_id} ${row.refused_on}`);
  check('holds.csv', 'hold_id', (row) => row.hold_id);
}

function checkLoan(blame: Blame, loan: Loan, { now, zones }: TakeOnContext): void {
  const zone = zones[loan.zone];
  if (!zone) blame('loans.csv', loan, 'zone', strangeZone);
  else if (loan.as_of > localDay(now, zone)) blame('loans.csv', loan, 'as_of', 'must not be after today');
  if (loan.outstanding_total < loan.arrears_total)
    blame('loans.csv', loan, 'outstanding_total', 'must be at least arrears_total');
  if ((loan.contacts_told_until ?? '') > now)
    blame('loans.csv', loan, 'contacts_told_until', 'must not be in the future');
  const people = debtorsOf(loan);
  if (new Set(people).size !== people.length) blame('loans.csv', loan, 'co_borrowers', 'names a person twice');
}

const debtorsOf = ({ borrower, co_borrowers, guarantors }: Loan): string[] => [
  borrower,
  ...co_borrowers,
  ...guarantors,
];

type Loans = ReadonlyMap<string, Loan>;

function checkInstalments(blame: Blame, tables: TakeOnTables, loans: Loans): void {
  const last = new Map<string, TakeOnRow<'instalments.csv'>>();
  for (const row of tables['instalments.csv'].toSorted((a, b) => a.number - b.number)) {
    const before = last.get(row.loan_id);
    if (before && before.number !== row.number && before.due_on >= row.due_on)
      blame('instalments.csv', row, 'due_on', 'must be after that of the instalment before');
    if (row.due_on > (loans.get(row.loan_id)?.as_of ?? row.due_on))
      blame('instalments.csv', row, 'due_on', 'must not be after as_of');
    last.set(row.loan_id, row);
  }
  for (const loan of loans.values())
    if (!last.has(loan.loan_id)) blame('loans.csv', loan, 'loan_id', 'has no row in instalments.csv');
}

function checkPayments(blame: Blame, tables: TakeOnTables, loans: Loans, { now }: TakeOnContext): void {
  for (const row of tables['payments.csv']) {
    const loan = loans.get(row.loan_id);
    if (loan && row.currency !== loan.currency)
      blame('payments.csv', row, 'currency', 'is not the currency of the loan');
    if (row.received_at > now) blame('payments.csv', row, 'received_at', 'must not be in the future');
    if (row.value_date > addDays(row.received_at.slice(0, 10), 1))
      blame('payments.csv', row, 'value_date', 'must not be after the day the money was received');
    if (row.value_date > (loan?.as_of ?? row.value_date))
      blame('payments.csv', row, 'value_date', 'must not be after as_of');
    if (row.reversed_on === undefined) continue;
    if (row.reversed_on < row.value_date) blame('payments.csv', row, 'reversed_on', 'must not be before value_date');
    if (row.reversed_on > (loan?.as_of ?? row.reversed_on))
      blame('payments.csv', row, 'reversed_on', 'must not be after as_of');
  }
}

function checkContacts(blame: Blame, tables: TakeOnTables, loans: Loans, { now }: TakeOnContext): void {
  for (const row of tables['contacts.csv']) {
    const loan = loans.get(row.loan_id);
    if (loan && !debtorsOf(loan).includes(row.person_id))
      blame('contacts.csv', row, 'person_id', 'is no debtor of the loan');
    if (!row.connected && (row.conversation || row.right_party))
      blame('contacts.csv', row, 'connected', 'must be yes where there was a conversation or the right party');
    if (row.at > now) blame('contacts.csv', row, 'at', 'must not be in the future');
    if (row.at > (loan?.contacts_told_until ?? row.at))
      blame('contacts.csv', row, 'at', 'must not be after contacts_told_until');
    if (loan && daysBetween(row.at.slice(0, 10), loan.as_of) > historyDays)
      blame('contacts.csv', row, 'at', `must not be more than ${historyDays} days before as_of`);
  }
}

function checkNotices(blame: Blame, tables: TakeOnTables, loans: Loans, { noticeKinds }: TakeOnContext): void {
  const due = new Set(tables['instalments.csv'].map((row) => `${row.loan_id} ${row.number}`));
  for (const row of tables['notices.csv']) {
    if (!noticeKinds.has(row.kind)) blame('notices.csv', row, 'kind', mustBeKind(noticeKinds));
    if (row.instalments.some((number) => !due.has(`${row.loan_id} ${number}`)))
      blame('notices.csv', row, 'instalments', 'names one that is not in instalments.csv');
    if (row.proved_on > (loans.get(row.loan_id)?.as_of ?? row.proved_on))
      blame('notices.csv', row, 'proved_on', 'must not be after as_of');
  }
}

function checkHolds(blame: Blame, tables: TakeOnTables, loans: Loans, { now }: TakeOnContext): void {
  for (const row of tables['holds.csv']) {
    const loan = loans.get(row.loan_id);
    if (loan && row.person_id !== undefined && !debtorsOf(loan).includes(row.person_id))
      blame('holds.csv', row, 'person_id', 'is no debtor of the loan');
    if (row.from > now) blame('holds.csv', row, 'from', 'must not be in the future');
    if (row.until !== undefined && row.until <= row.from) blame('holds.csv', row, 'until', 'must be after from');
    if (row.reason === 'promise' && row.until === undefined)
      blame('holds.csv', row, 'until', 'a promise needs its end');
  }
}
