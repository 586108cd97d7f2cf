import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Input, NewInput } from '@recourse/domain/case/case-inputs';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';

/** Records as ingest and `persons load` leave them, for tests of the turn. */
export const aTenant = (tenant: string, now: Instant, kind: 'test' | 'real' = 'test'): TenantRecord => ({
  _id: tenant,
  clock: kind === 'test' ? { kind, now } : { kind },
  strategy: 'consumer-cn',
});

export const aLoan = (tenant: string, loanId: string, terms: Terms): LoanRecord => ({
  _id: `${tenant}/${loanId}`,
  tenant,
  loanId,
  terms,
  position: emptyPosition(terms.currency),
  positionVersion: 0,
  order: 0,
  inboxSeq: 0,
  episodes: 1,
  openCase: `${tenant}/${loanId}/1`,
  unresolved: [],
  holds: [],
});

/** The loan after an event and the item it puts into the open case's inbox, as ingest writes both. */
export const told = (loan: LoanRecord, event: LoanFact): { loan: LoanRecord; item: InboxRecord } => {
  const folded = foldLoanFact(loan.position, event);
  if (!('position' in folded)) throw new Error(`the event contradicts the loan: ${folded.reason}`);
  const moved = {
    ...loan,
    position: folded.position,
    positionVersion: loan.positionVersion + 1,
    order: loan.order + 1,
  };
  return appended(moved, { kind: 'loan-event', itemId: event.eventId, at: event.occurredAt, event });
};

/** The loan and the inbox item after an append. */
export const appended = (
  loan: LoanRecord,
  input: NewInput,
  appendedWallAt = new Date(),
): { loan: LoanRecord; item: InboxRecord } => {
  const caseId = loan.openCase ?? '';
  const n = loan.inboxSeq + 1;
  const item = {
    _id: `${caseId}/${input.itemId}`,
    tenant: loan.tenant,
    caseId,
    n,
    input: { ...input, n } as Input,
    consumed: false,
    appendedWallAt,
  };
  return { loan: { ...loan, inboxSeq: n }, item };
};

export const aPerson = (tenant: string, personId: string, loans: string[]): PersonRecord => ({
  _id: `${tenant}/${personId}`,
  tenant,
  personId,
  zone: 'Asia/Shanghai',
  language: 'zh',
  wrappedKey: 'wrapped',
  points: [
    {
      pointId: 'm1',
      kind: 'mobile',
      blindIndex: `${personId}-m1`,
      sealed: { iv: '', data: '', tag: '' },
      source: 'application',
    },
    {
      pointId: 'e1',
      kind: 'email',
      blindIndex: `${personId}-e1`,
      sealed: { iv: '', data: '', tag: '' },
      source: 'application',
    },
    {
      pointId: 'a1',
      kind: 'address',
      blindIndex: `${personId}-a1`,
      sealed: { iv: '', data: '', tag: '' },
      source: 'application',
      verifiedOn: '2025-12-01',
    },
  ],
  ledger: [],
  holds: [],
  loans,
  version: 1,
});
