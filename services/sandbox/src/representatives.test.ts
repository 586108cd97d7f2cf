import { expect, test } from 'vitest';
import { openAgenda } from './agenda.js';
import type { Deed, LoanScript } from './loan-script.js';
import type { Loan } from './loan.js';
import { paceOf } from './pace.js';
import type { Person } from './person.js';
import { openRepresentatives } from './representatives.js';

const at = '2026-01-05T06:00:00.000Z';

/** What the directory gets to know when the bank hears this of a borrower whose script names a representative. */
function hear(
  representative: LoanScript['representative'],
  ...deeds: Deed[]
): { due: string | undefined; added: Person[] } {
  const agenda = openAgenda();
  const added: Person[] = [];
  const directory = { add: (persons: readonly Person[]) => void added.push(...persons) };
  const { heard } = openRepresentatives({ agenda, pace: paceOf('test'), directory });
  const loan = { loanId: 'L1', personId: 'P0012', script: { representative }, terms: { zone: 'Asia/Shanghai' } };
  for (const deed of deeds) heard(loan as Loan, deed, at);
  const due = agenda.next();
  for (let item = agenda.takeDue('9'); item; item = agenda.takeDue('9')) item.play();
  return { due, added };
}

test.each([
  ['attorney', 'represented', 'borrower'],
  ['guardian', 'incapacity', 'court'],
  ['estate', 'died', 'court'],
] as const)(
  '%s is named some days after the bank hears that the borrower is %s, on paper of the %s',
  (role, deed, namedBy) => {
    const { due, added } = hear(role, deed, deed);

    expect(due).toBe('2026-01-10T04:00:00.000Z');
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({
      relations: [{ to: 'P0012', role, namedBy, document: `P0012-${role}`, on: '2026-01-10' }],
      points: [{ kind: 'mobile', value: '+8613900095012' }],
    });
  },
);

test('nobody is named before, for something else, or for whom the script names nobody', () => {
  expect(hear('attorney', 'disputed', 'died').added).toEqual([]);
  expect(hear(undefined, 'represented').added).toEqual([]);
});
