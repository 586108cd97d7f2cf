import { describe, expect, it } from 'vitest';
import { authorityProof } from '@recourse/domain/case/authority-proof';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { unopened } from '@recourse/domain/case/evolve';
import type { Terms } from '@recourse/domain/case/terms';
import type { Position } from '@recourse/domain/money/position';
import { testTerms } from '../builders/case-world.js';

const shanghai = { zone: 'Asia/Shanghai', offsets: [[0, 480]] as [number, number][] };
const kase: CollectionCase = {
  ...unopened,
  caseId: 't/L1/1',
  loanId: 'L1',
  status: 'open',
  zone: shanghai,
  terms: testTerms,
};
const position: Position = {
  currency: 'CNY',
  instalments: [
    { number: 1, dueOn: '2026-01-10', due: { principal: 5_000, interest: 300 }, state: 'missed' },
    { number: 2, dueOn: '2026-02-10', due: { principal: 5_000, interest: 250 }, state: 'missed' },
  ],
  payments: [{ paymentId: 'pay-1', amount: 5_200, valueDate: '2026-01-15', receivedAt: '2026-01-15T02:00:00.000Z' }],
  outstanding: 5_350,
};
/** A late evening in London is the next day in Shanghai. */
const at = '2026-02-19T17:00:00.000Z';
const prove = (
  of: { kase?: Partial<CollectionCase>; position?: Partial<Position>; terms?: Terms; unresolved?: string[] } = {},
) =>
  authorityProof(
    { ...kase, ...of.kase },
    {
      terms: of.terms ?? testTerms,
      position: { ...position, ...of.position },
      holds: [],
      unresolved: of.unresolved ?? [],
    },
    at,
  );

describe('proof that we may collect', () => {
  it('says what is open of each instalment as of the day where the loan is, and that it adds up', () => {
    const proof = prove();
    if ('refused' in proof) throw new Error(proof.refused);
    expect(proof).toMatchObject({
      asOf: '2026-02-20',
      collector: { by: 'lender' },
      arrears: 5_350,
      owed: 5_350,
      dpd: 41,
      overdueSince: '2026-01-10',
      open: [
        { instalment: 1, dueOn: '2026-01-10', component: 'principal', amount: 100 },
        { instalment: 2, dueOn: '2026-02-10', component: 'interest', amount: 250 },
        { instalment: 2, dueOn: '2026-02-10', component: 'principal', amount: 5_000 },
      ],
    });
    expect(proof.open.reduce((sum, { amount }) => sum + amount, 0)).toBe(proof.arrears);
    expect(proof.creditor).toBeUndefined();
    expect(proof.late).toBeUndefined();
  });

  it('adds what lateness has cost by then, as a message of that day does', () => {
    const terms: Terms = {
      ...testTerms,
      startOn: '2025-12-10',
      lateCharge: {
        lender: 'licensed',
        dayCount: 'act/365f',
        rounding: { mode: 'half-up', point: 'end' },
        penalty: {
          clause: '8.1',
          base: 'principal',
          rate: { yearlyPpm: 365_000 },
          tiers: [],
          grace: { days: 0, chargedFrom: 'due-date' },
        },
        caps: [],
      },
    };
    const proof = prove({ terms, position: { payments: [], instalments: position.instalments.slice(0, 1) } });
    // 5 a day on 5,000 from 10 January to and without 20 February.
    expect(proof).toMatchObject({ arrears: 5_300, late: 41 * 5, owed: 5_505 });
  });

  it('names the agency that has the loan, and since when', () => {
    const handedTo = {
      kind: 'agency',
      id: 't/L1/1/1/place-1/1',
      partnerId: 'agency-1',
      round: 1,
      since: '2026-02-01T17:00:00.000Z',
    } as const;
    expect(prove({ kase: { handedTo } })).toMatchObject({
      collector: { by: 'agency', partnerId: 'agency-1', placementId: handedTo.id, since: '2026-02-02' },
    });
  });

  it('names the creditor the debtor is notified of, and not one they are not', () => {
    const [first, second] = [
      { changeId: 'c1', to: 'guarantee-1', on: '2026-01-20', notifiedOn: '2026-01-25' },
      { changeId: 'c2', to: 'buyer-1', on: '2026-02-15' },
    ];
    expect(prove({ position: { creditors: [first, second] } })).toMatchObject({
      creditor: { id: 'guarantee-1', since: '2026-01-20', notifiedOn: '2026-01-25' },
    });
  });

  it.each([
    ['is over', { kase: { status: 'closed' } }, 'case-closed'],
    ['is told of by an event that nobody has read yet', { unresolved: ['topic/0/7'] }, 'event-unresolved'],
    [
      'was assigned to two on one day',
      {
        position: {
          creditors: [
            { changeId: 'c1', to: 'a', on: '2026-01-20', notifiedOn: '2026-01-25' },
            { changeId: 'c2', to: 'b', on: '2026-01-20', notifiedOn: '2026-01-25' },
          ],
        },
      },
      'creditor-unknown',
    ],
  ] as const)('is not made of a case that %s', (_, of, refused) => {
    expect(prove(of as Parameters<typeof prove>[0])).toEqual({ refused });
  });
});
