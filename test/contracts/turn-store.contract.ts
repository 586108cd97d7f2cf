import { foldJournal } from '@recourse/activities/turn/fold-journal';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import { judgeTurn } from '@recourse/activities/turn/judge-turn';
import { rulesOfTurn } from '@recourse/activities/turn/rules-of-turn';
import type { TurnRead, TurnStore, TurnWrite } from '@recourse/activities/turn/turn-store';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import { verifyChain } from '@recourse/domain/audit/journal-hash';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { testTerms } from '../builders/case-world.js';
import { aLoan, aPerson, appended, aTenant, told } from '../builders/turn-records.js';

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const tenant = 'test';
const opening = '2026-01-02T02:00:00.000Z';

/** A store and the records beside it that others write. */
export type TurnStoreBench = {
  store: TurnStore;
  put: {
    tenant(record: TenantRecord): Promise<void>;
    loan(record: LoanRecord): Promise<void>;
    person(record: PersonRecord): Promise<void>;
    item(record: InboxRecord): Promise<void>;
    act(record: ActRecord): Promise<void>;
  };
  look: {
    loan(id: string): Promise<LoanRecord | undefined>;
    person(id: string): Promise<PersonRecord | undefined>;
    item(id: string): Promise<InboxRecord | undefined>;
    task(id: string): Promise<TaskRecord | undefined>;
    journal(caseId: string): Promise<JournalEntry[]>;
  };
};

const missed = (number: number): LoanFact => ({
  eventId: `miss-${number}`,
  occurredAt: opening,
  type: 'instalment-missed',
  terms: testTerms,
  instalment: { number, dueOn: '2026-01-01', due: { principal: 100_000 } },
  asOf: '2026-01-02',
  arrearsTotal: 100_000,
  outstandingTotal: 1_000_000,
});

const paid = (amount: number): LoanFact => ({
  eventId: `pay-${amount}`,
  occurredAt: opening,
  type: 'payment-received',
  paymentId: `p-${amount}`,
  amount,
  currency: 'CNY',
  valueDate: '2026-01-02',
  receivedAt: opening,
  method: 'transfer',
  payer: 'debtor',
});

/** What every TurnStore must do. `fresh` gives an empty store. */
export function turnStoreContract(name: string, fresh: () => Promise<TurnStoreBench>): void {
  describe(`${name} keeps the turn store contract:`, () => {
    const caseId = `${tenant}/loan-1/1`;
    let bench: TurnStoreBench;
    let takeTurn: ReturnType<typeof createTakeTurn>;

    const judge = (read: TurnRead) => judgeTurn(read, read.inbox, rulesOfTurn(read, policies));
    const loan = async () => (await bench.look.loan(`${tenant}/loan-1`)) as LoanRecord;
    const receive = async (change: { loan: LoanRecord; item: InboxRecord }): Promise<void> => {
      await bench.put.loan(change.loan);
      await bench.put.item(change.item);
    };
    const wait = (now: string) => bench.put.tenant(aTenant(tenant, now));
    const placeHold = async (id: string, scope: { loan: string } | { person: string }): Promise<void> => {
      const hold = { id, reason: 'command' as const, scope, stops: ['contact' as const], from: opening };
      await receive(
        appended(await loan(), {
          kind: 'command',
          itemId: id,
          at: opening,
          command: { command: 'place-hold', hold },
          actor: 'user-7',
        }),
      );
    };

    beforeEach(async () => {
      bench = await fresh();
      takeTurn = createTakeTurn({ turnStore: bench.store, policies });
      await wait(opening);
      await bench.put.person(aPerson(tenant, 'p1', ['loan-1', 'loan-2']));
      await receive(told(aLoan(tenant, 'loan-1', testTerms), missed(1)));
    });

    test('the first turn opens the case, and its journal folds to the case document', async () => {
      await takeTurn({ caseId });

      const journal = await bench.look.journal(caseId);
      expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
      expect(verifyChain(journal)).toBeUndefined();
      expect(foldJournal(journal)).toEqual(await bench.store.load(caseId));
      expect((await bench.look.item(`${caseId}/miss-1`))?.consumed).toBe(true);
    });

    test('a turn with nothing to say writes nothing and answers as before', async () => {
      const first = await takeTurn({ caseId });
      const length = (await bench.look.journal(caseId)).length;

      expect(await takeTurn({ caseId })).toEqual(first);
      expect(await bench.look.journal(caseId)).toHaveLength(length);
    });

    test('a loan nobody knows of is no-loan', async () => {
      expect(await bench.store.takeTurn(`${tenant}/nobody/1`, judge)).toBe('no-loan');
    });

    test('of many turns at once one writes, and the others find its case', async () => {
      const nexts = await Promise.all(Array.from({ length: 8 }, () => takeTurn({ caseId })));

      expect(new Set(nexts.map((next) => JSON.stringify(next))).size).toBe(1);
      const journal = await bench.look.journal(caseId);
      expect(journal.filter(({ fact }) => fact.type === 'case-opened')).toHaveLength(1);
      expect(verifyChain(journal)).toBeUndefined();
    });

    test('a command is answered in the turn that consumes it, accepted or refused with the reason', async () => {
      await takeTurn({ caseId });
      await placeHold('hold-1', { loan: 'loan-1' });
      await receive(
        appended(await loan(), {
          kind: 'command',
          itemId: 'end-9',
          at: opening,
          command: { command: 'end-hold', holdId: 'nine' },
          actor: 'user-7',
        }),
      );

      await takeTurn({ caseId });

      expect(await bench.look.item(`${caseId}/hold-1`)).toMatchObject({ consumed: true, answer: { accepted: true } });
      expect(await bench.look.item(`${caseId}/end-9`)).toMatchObject({
        consumed: true,
        answer: { accepted: false, reason: 'unknown-hold' },
      });
      const placed = (await bench.look.journal(caseId)).find(
        ({ fact }) => fact.type === 'hold-placed' && fact.hold.id === 'hold-1',
      );
      expect(placed?.actor).toBe('user-7');
    });

    test('holds decided by a turn stand on loan and person, once, and end there', async () => {
      await takeTurn({ caseId });
      await placeHold('hold-1', { loan: 'loan-1' });
      await placeHold('hold-2', { person: 'p1' });
      await takeTurn({ caseId });
      expect((await loan()).holds.map(({ id }) => id)).toEqual(['hold-1']);
      expect((await bench.look.person(`${tenant}/p1`))?.holds.map(({ id }) => id)).toEqual(['hold-2']);

      for (const holdId of ['hold-1', 'hold-2'])
        await receive(
          appended(await loan(), {
            kind: 'command',
            itemId: `end-${holdId}`,
            at: opening,
            command: { command: 'end-hold', holdId },
            actor: 'user-7',
          }),
        );
      await takeTurn({ caseId });

      expect((await loan()).holds).toMatchObject([{ id: 'hold-1', endedAt: opening }]);
      expect((await bench.look.person(`${tenant}/p1`))?.holds).toMatchObject([{ id: 'hold-2', endedAt: opening }]);
    });

    test('a case paid within grace closes and leaves its carry to the loan', async () => {
      await takeTurn({ caseId });
      await receive(told(await loan(), paid(100_000)));

      expect(await takeTurn({ caseId })).toMatchObject({ ending: 'paid-in-grace', stage: 'closed' });

      expect(await loan()).toMatchObject({ carry: { round: 1 } });
      expect((await loan()).openCase).toBeUndefined();
    });

    test('an item that comes in during the closing turn keeps the case open until it has been read', async () => {
      await takeTurn({ caseId });
      await receive(told(await loan(), paid(100_000)));
      let closing: TurnWrite | undefined;
      await bench.store.takeTurn(caseId, (read) => {
        closing = judge(read);
        return { ...closing, entries: [] };
      });
      expect(closing?.closes?.ending).toBe('paid-in-grace');
      await receive(
        appended(await loan(), {
          kind: 'command',
          itemId: 'late',
          at: opening,
          command: { command: 'review' },
          actor: 'user-7',
        }),
      );

      expect(await bench.store.takeTurn(caseId, () => closing as TurnWrite)).toBe('moved');

      expect((await loan()).openCase).toBe(caseId);
      expect((await bench.look.item(`${caseId}/late`))?.consumed).toBe(false);
      expect(await takeTurn({ caseId })).toMatchObject({ ending: 'paid-in-grace' });
      expect((await bench.look.item(`${caseId}/late`))?.consumed).toBe(true);
    });

    test('a case does not close while an act of it is under way', async () => {
      await takeTurn({ caseId });
      await receive(told(await loan(), paid(100_000)));
      await bench.put.act(anAct('begun'));

      const waiting = await takeTurn({ caseId });

      expect(waiting.ending).toBeUndefined();
      expect((await loan()).openCase).toBe(caseId);
      expect((await bench.look.item(`${caseId}/pay-100000`))?.consumed).toBe(false);
      await bench.put.act(anAct('concluded'));
      expect(await takeTurn({ caseId })).toMatchObject({ ending: 'paid-in-grace' });
    });

    test('an act that began after the closing turn had read is not overlooked', async () => {
      await takeTurn({ caseId });
      await receive(told(await loan(), paid(100_000)));
      let closing: TurnWrite | undefined;
      await bench.store.takeTurn(caseId, (read) => {
        closing = judge(read);
        return { ...closing, entries: [] };
      });
      await bench.put.act(anAct('begun'));

      expect(await bench.store.takeTurn(caseId, () => closing as TurnWrite)).toBe('moved');
      expect((await loan()).openCase).toBe(caseId);
    });

    const anAct = (status: ActRecord['status']): ActRecord => ({
      _id: `${caseId}/1/sms-1/1`,
      tenant,
      act: { kind: 'send-reminder', purpose: 'collect', channel: 'sms', personId: 'p1', pointId: 'm1', template: 't' },
      covers: [
        {
          caseId,
          planId: `${caseId}/1/sms-1/1`,
          loanId: 'loan-1',
          readPosition: 1,
          order: 2,
          arrears: 100_000,
          currency: 'CNY',
        },
      ],
      status,
      begunAt: opening,
      begunWallAt: new Date(),
      notAfter: new Date(),
      actor: 'worker',
      trace: [],
    });
  });
}
