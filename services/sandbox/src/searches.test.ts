import { expect, test } from 'vitest';
import type { Directory } from './directory.js';
import type { LoanScript } from './loan-script.js';
import type { Loan } from './loan.js';
import type { Person } from './person.js';
import { searches } from './searches.js';

/** A borrower with one overdue loan, of whom a search comes to this, and what has been shown. */
function world(search: LoanScript['search']) {
  const loan = { loanId: 'L1', personId: 'P0007', script: { search } } as Loan;
  let person: Person = {
    personId: 'P0007',
    language: 'zh',
    points: [{ pointId: 'P0007-mobile', kind: 'mobile', value: '+8613900000007', source: 'application' }],
  };
  const shown: string[] = [];
  const directory = { overdue: () => [loan], add: ([row]: Person[]) => void (person = row ?? person) };
  const made = searches({
    directory: directory as unknown as Directory,
    shows: (_loan, deed) => void shown.push(deed),
  });
  return { loan, shown, person: () => person, look: () => made.search(person, '2025-12-15'), ...made };
}

test('who has another number answers nobody until a search has found it, and then at the new one alone', () => {
  const { loan, shown, person, look, isGoneFrom, spokenTo } = world('finds-number');
  expect(isGoneFrom(loan, '+8613900000007')).toBe(true);
  const { point, searched } = look();

  expect(point).toMatchObject({ verifiedOn: '2025-12-15', foundBy: 'other-product' });
  expect(searched.at(-1)).toEqual({ source: 'other-product', found: 'number-found' });
  expect(person().points.map(({ value }) => value)).toEqual(['+8613900000007', '+8613900080007']);
  expect([isGoneFrom(loan, '+8613900000007'), isGoneFrom(loan, '+8613900080007')]).toEqual([true, false]);
  spokenTo(loan, '+8613900000007');
  expect(shown).toEqual([]);
  spokenTo(loan, '+8613900080007');
  expect(shown).toEqual(['found-by-number']);
});

test('who is looked for in vain is never found once two searches have failed', () => {
  const { loan, shown, look, isGoneFrom } = world('in-vain');

  expect(look().point).toBeUndefined();
  expect(shown).toEqual([]);
  expect(look().searched.map(({ found }) => found)).toEqual(['known-already', 'nothing-found', 'nothing-found']);
  look();
  expect(shown).toEqual(['never-found']);
  expect(isGoneFrom(loan, '+8613900000007')).toBe(false);
});

test('who can be reached is found nowhere else, and that shows nothing', () => {
  const { loan, shown, look, isGoneFrom } = world(undefined);
  for (let n = 0; n < 3; n++) expect(look().point).toBeUndefined();

  expect([shown, isGoneFrom(loan, '+8613900000007')]).toEqual([[], false]);
});
