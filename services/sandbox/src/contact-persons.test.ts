import { expect, test } from 'vitest';
import { contactPersons } from './contact-persons.js';
import type { Directory } from './directory.js';
import type { LoanScript } from './loan-script.js';
import type { Loan } from './loan.js';
import type { Person } from './person.js';

const borrower = { personId: 'P1', language: 'zh', points: [] };
const relation = {
  to: 'P1',
  role: 'emergency-contact',
  namedBy: 'borrower',
  document: 'D1',
  on: '2025-09-01',
} as const;
const named: Person = { personId: 'C1', language: 'zh', points: [], relations: [relation] };

/** A borrower with one overdue loan whose contact does this, and what has been shown. */
function world(contact: LoanScript['contact']) {
  const loan = { loanId: 'L1', script: { contact } } as Loan;
  const shown: string[] = [];
  const directory = {
    person: (personId: string) => (personId === 'P1' ? borrower : undefined),
    overdue: () => [loan],
  } as unknown as Directory;
  return { loan, shown, ...contactPersons({ directory, shows: (_loan, deed) => void shown.push(deed) }) };
}

test('a borrower who is sought answers nobody until the contact has passed it on', () => {
  const { loan, asked, isSought } = world('passes-on');

  expect(isSought(loan)).toBe(true);
  expect(asked(named)).toBe('third-party-relays');
  expect(isSought(loan)).toBe(false);
});

test('a contact who wants to hear no more says so; the borrower was never hidden', () => {
  const { loan, shown, asked, isSought } = world('refuses');

  expect(isSought(loan)).toBe(false);
  expect(asked(named)).toBe('third-party-refuses');
  expect(shown).toEqual(['contact-refused']);
});

test('who speaks in the borrower’s place takes note, and the borrower was never hidden', () => {
  const { shown, asked } = world(undefined);
  const attorney: Person = { ...named, relations: [{ ...relation, role: 'attorney' }] };

  expect(asked(attorney)).toBe('third-party-relays');
  expect(shown).toEqual(['representative-asked']);
});

test('who is nobody’s contact is not asked about anybody', () => {
  expect(world('passes-on').asked(borrower)).toBeUndefined();
});
