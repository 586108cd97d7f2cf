import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import { tenantKey } from '@recourse/domain/case/case-id';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { policies, ten, tenant } from './builders/contact-records.js';
import { mergingWorld, type MergingWorld } from './builders/merging-world.js';

let world: MergingWorld;
let turn: (loanId: string) => Promise<unknown>;
beforeEach(async () => {
  world = await mergingWorld(inject('mongoUri'));
  const takeTurn = createTakeTurn({
    turnStore: mongoTurnStore(world.mongo.connection, world.collections),
    policies,
    doorbell: { ring: async () => undefined },
  });
  turn = (loanId) => takeTurn({ caseId: `${tenant}/${loanId}/1` });
});
afterEach(() => world.close());

const openHoldsOf = async (loanId: string): Promise<string[]> => {
  const loan = await world.collections.loans.findOne({ _id: tenantKey(tenant, loanId) });
  return (loan?.holds ?? []).flatMap(({ reason, endedAt }) => (endedAt === undefined ? [reason] : []));
};
const mattersOf = async (loanId: string) =>
  (await world.collections.cases.findOne({ loanId }))?.matters?.map(({ kind, state, dueOn }) => ({
    kind,
    state,
    dueOn,
  }));

it('a dispute in writing holds every loan of the person before any case has its turn, is work in each, and ends loan by loan', async () => {
  await world.owing({ p1: ['L1', 'L2'], p2: ['L9'] });
  expect(await world.told('person-protected', { personId: 'p1', reason: 'dispute' })).toBeUndefined();

  expect([await openHoldsOf('L1'), await openHoldsOf('L2'), await openHoldsOf('L9')]).toEqual([
    ['dispute'],
    ['dispute'],
    [],
  ]);
  await turn('L1');
  await turn('L2');
  // No law gives days in this place: 15 by practice.
  const open = { kind: 'dispute', state: 'open', dueOn: '2026-03-17' };
  expect([await mattersOf('L1'), await mattersOf('L2')]).toEqual([[open], [open]]);
  expect(
    (await world.collections.tasks.find({ status: 'open' }).toArray()).map(({ _id }) => _id.split('/')[4]),
  ).toEqual(['answer-dispute', 'answer-dispute']);

  const [matter] = (await world.collections.cases.findOne({ loanId: 'L1' }))?.matters ?? [];
  const command = {
    command: 'answer-matter',
    matterId: matter?.id ?? '',
    outcome: 'rejected',
    on: '2026-03-02',
  } as const;
  const item = { kind: 'command', itemId: 'command/1', at: ten, actor: 'operator/ann', command } as const;
  await giveCommand(world.mongo, { tenant, loanId: 'L1' }, item);
  await turn('L1');
  await turn('L2');

  expect([await openHoldsOf('L1'), await openHoldsOf('L2')]).toEqual([[], ['dispute']]);
  expect([await mattersOf('L1'), await mattersOf('L2')]).toEqual([[{ ...open, state: 'closed' }], [open]]);
});
