import type { CheckName } from '@recourse/service-auditor/finding';
import type { Planted } from './planted-contacts.js';
import type { StoredWorld } from './stored-world.js';
import { tenant } from './world-records.js';

const row = 'L1/2026-01/2026-01';

/** A record of L1, due since 10 January, as the bureau was told of it on 1 February. */
const told = (
  { db }: StoredWorld,
  state: { standing: string; dpd: number; overdue: number },
  words: string,
): Planted => {
  const months = () => db.collection<{ _id: string }>('credit_months');
  const record = {
    _id: `${tenant}/L1/2026-01`,
    tenant,
    loanId: 'L1',
    month: '2026-01',
    at: '2026-02-01T12:00:00.000Z',
    order: 1,
    rows: [
      { row, kind: 'first', subject: 'P1', month: '2026-01', state: { asOf: '2026-01-31', ...state }, history: [] },
    ],
  };
  return {
    plant: () => months().insertOne(record),
    undo: () => months().deleteOne({ _id: record._id }),
    words,
  };
};

export const plantedCredit = (
  world: StoredWorld,
): Record<Extract<CheckName, 'furnished-unlawfully' | 'furnished-off-events'>, () => Planted> => ({
  'furnished-unlawfully': () =>
    told(
      world,
      { standing: 'past-due', dpd: 21, overdue: 100_000 },
      `${row} tells something bad of P1, who was not proved to have been told before`,
    ),
  'furnished-off-events': () =>
    told(
      world,
      { standing: 'current', dpd: 0, overdue: 0 },
      `${row} tells current, 0 days, 0: its events come to past-due, 21 days, 100000 (minor units)`,
    ),
});
