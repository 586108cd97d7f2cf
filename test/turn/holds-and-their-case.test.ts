import { beforeEach, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { testTerms } from '../builders/case-world.js';
import { aLoan, aPerson, appended, aTenant, told } from '../builders/turn-records.js';
import { MemoryRecords, memoryTurnStore } from '../fakes/memory-turn-store.js';

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const opening = '2026-01-02T02:00:00.000Z';
const loanKey = 'test/loan-1';
const missed = (number: number): LoanFact => ({
  eventId: `miss-${number}`,
  occurredAt: opening,
  type: 'instalment-missed',
  terms: testTerms,
  instalment: { number, dueOn: `2025-12-0${number}`, due: { principal: 100_000 } },
  asOf: '2026-01-02',
  arrearsTotal: 100_000,
  outstandingTotal: 1_000_000,
});

describe('when a case ends', () => {
  let records: MemoryRecords;
  beforeEach(() => {
    records = new MemoryRecords();
    records.tenants.set('test', aTenant('test', opening));
    records.loans.set(loanKey, aLoan('test', 'loan-1', testTerms));
  });
  const takeTurn = () =>
    createTakeTurn({ turnStore: memoryTurnStore(records), policies, doorbell: { ring: async () => undefined } });
  const loan = (): LoanRecord => records.loans.get(loanKey) as LoanRecord;
  const receive = (after: ReturnType<typeof appended>): void => {
    records.loans.set(loanKey, after.loan);
    records.inbox.set(after.item._id, after.item);
  };
  const turn = async (item?: NewInput): Promise<string[]> => {
    const { openCase = '' } = loan();
    if (item) receive(appended(loan(), item));
    await takeTurn()({ caseId: openCase });
    return (records.cases.get(openCase)?.holds ?? [])
      .filter(({ endedAt }) => endedAt === undefined)
      .map(({ reason }) => reason);
  };
  const closeAndMissAgain = async (): Promise<void> => {
    const event: LoanFact = { eventId: 'end', occurredAt: opening, type: 'loan-closed', reason: 'settled' };
    await turn({ kind: 'loan-event', itemId: 'end', at: opening, event });
    expect(loan().openCase).toBeUndefined();
    receive(told({ ...loan(), episodes: 2, openCase: 'test/loan-1/2' }, missed(2)));
  };

  it('the hold for verification ends with it: it is not the loan’s, and the next case asks anew', async () => {
    receive(told(loan(), missed(1)));
    expect(await turn()).toEqual(['verification']);
    expect(loan().holds).toEqual([]);

    await closeAndMissAgain();
    records.persons.set('test/p1', aPerson('test', 'p1', ['loan-1']));
    expect(await turn()).toEqual([]);
  });

  it('a hold of the loan goes on, and the next case is held by it', async () => {
    records.persons.set('test/p1', aPerson('test', 'p1', ['loan-1']));
    receive(told(loan(), missed(1)));
    const hold = {
      id: 'h',
      reason: 'dispute' as const,
      scope: { loan: 'loan-1' },
      stops: ['contact' as const],
      from: opening,
    };
    const command = { command: 'place-hold' as const, hold };
    expect(await turn({ kind: 'command', itemId: 'h', at: opening, actor: 'u', command })).toEqual(['dispute']);

    await closeAndMissAgain();
    expect(await turn()).toEqual(['dispute']);
  });

  it('an event still set aside holds the next case too, until it is cleared', async () => {
    records.persons.set('test/p1', aPerson('test', 'p1', ['loan-1']));
    receive(told({ ...loan(), unresolved: ['topic/0/7'] }, missed(1)));
    expect(await turn({ kind: 'event-parked', itemId: 'topic/0/7', at: opening, parkedId: 'topic/0/7' })).toEqual([
      'unresolved-event',
    ]);
    expect(loan().holds).toEqual([]);

    await closeAndMissAgain();
    expect(await turn()).toEqual(['unresolved-event']);
    records.loans.set(loanKey, { ...loan(), unresolved: [] });
    expect(
      await turn({ kind: 'unresolved-cleared', itemId: 'topic/0/7/cleared', at: opening, parkedId: 'topic/0/7' }),
    ).toEqual([]);
  });
});
