import type { TakenOn } from '@recourse/domain/case/taken-on';
import { terms } from './loan-records.js';

/** A loan 32 days past due on 2026-02-11, with one of each kind of history. */
export const takenOn = (change: Partial<TakenOn> = {}): TakenOn => ({
  terms,
  asOf: '2026-02-11',
  arrearsTotal: 180_000,
  outstandingTotal: 1_100_000,
  instalments: [
    { number: 1, dueOn: '2026-01-10', due: { principal: 90_000, interest: 10_000 }, state: 'missed' },
    { number: 2, dueOn: '2026-02-10', due: { principal: 90_000, interest: 10_000 }, state: 'missed' },
  ],
  payments: [{ paymentId: 'old-1', amount: 20_000, valueDate: '2026-01-20', receivedAt: '2026-01-20T02:00:00.000Z' }],
  notices: [{ kind: 'outsourcing', instalments: [1], provedOn: '2026-02-01' }],
  contacts: [
    {
      contactId: 'c-1',
      personId: 'P1',
      pointId: 'P1-mobile',
      channel: 'call',
      at: '2026-01-28T06:00:00.000Z',
      connected: false,
      conversation: false,
      rightParty: false,
    },
  ],
  contactsToldUntil: '2026-02-11T00:00:00.000Z',
  holds: [],
  ...change,
});
