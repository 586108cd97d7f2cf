import type { Collections } from '@recourse/infra/mongo/collections';
import { testTerms } from '../builders/case-world.js';
import { aLoan, aPerson, told } from '../builders/turn-records.js';
import { ingestUpToDate } from '../builders/ingest-up-to-date.js';

/** The morning after the instalment was missed. */
export const opening = '2026-01-02T02:00:00.000Z';
const far = new Date('2100-01-01T00:00:00.000Z');

/** Overdue loans as ingest leaves them, each with a borrower of its own and its first event in the inbox. @returns the cases */
export async function seedOverdueLoans(collections: Collections, tenant: string, count: number): Promise<string[]> {
  await collections.tenants.insertOne({ _id: tenant, clock: { kind: 'real' }, strategy: 'daily' });
  // The bench's cases live in their own time, all of it before this mark.
  await ingestUpToDate(collections, far);
  const seeded = Array.from({ length: count }, (_, nth) => {
    const terms = { ...testTerms, debtors: [{ personId: `p-${nth}`, role: 'borrower' as const }] };
    const due = { principal: 100_000 };
    const { loan, item } = told(aLoan(tenant, `loan-${nth}`, terms), {
      eventId: `miss-${nth}`,
      occurredAt: opening,
      type: 'instalment-missed',
      terms,
      instalment: { number: 1, dueOn: '2026-01-01', due },
      asOf: '2026-01-02',
      arrearsTotal: due.principal,
      outstandingTotal: 1_000_000,
    });
    return { loan, item, person: aPerson(tenant, `p-${nth}`, [`loan-${nth}`]) };
  });
  await collections.loans.insertMany(seeded.map(({ loan }) => loan));
  await collections.inbox.insertMany(seeded.map(({ item }) => item));
  await collections.persons.insertMany(seeded.map(({ person }) => person));
  return seeded.map(({ item }) => item.caseId);
}
