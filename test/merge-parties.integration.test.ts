import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createActs } from '@recourse/activities/acts/create-acts';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import type { Act } from '@recourse/domain/case/act';
import { planIdOf } from '@recourse/domain/case/case-id';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { memoryProviders } from './fakes/memory-providers.js';
import { smsOf } from './builders/begin-sms.js';
import { beginRules, policies, ten, tenant } from './builders/contact-records.js';
import { mergingWorld, type MergingWorld } from './builders/merging-world.js';
import { byAgency, grant } from './builders/permit-records.js';

let world: MergingWorld;
beforeEach(async () => {
  world = await mergingWorld(inject('mongoUri'));
});
afterEach(() => world.close());

const placementOf = (loan: string): string => planIdOf(`${tenant}/${loan}/1`, 1, 'sms-1', 1);

/** L1 of p1 is with `agency-1`, L2 of p2 with `agency-2`, which was there first. */
async function twoPlacements() {
  const agency = beginRules.partners.get('agency-1');
  if (!agency) throw new Error('the register has no agency-1');
  const partners = new Map([...beginRules.partners, ['agency-2', { ...agency, id: 'agency-2' }]]);
  const providers = memoryProviders();
  const acts = createActs({
    ...providers,
    contacts: world.contacts,
    vault: { open: async () => '+8613900000001' },
    clock: { now: async () => ({ now: ten, kind: 'test' }), wall: () => new Date() },
    doorbell: { ring: async () => undefined },
    rules: { ...beginRules, partners, strategiesByHash: policies.strategiesByHash },
    pause: async () => undefined,
  });
  const place = (agencyId: string): Act => ({ kind: 'place-with-agency', agencyId });
  for (const [loan, person, agencyId] of [
    ['L2', 'p2', 'agency-2'],
    ['L1', 'p1', 'agency-1'],
  ] as const) {
    await world.owing({ [person]: [loan] }, place(agencyId));
    const { caseId, planId } = smsOf(loan);
    await acts.placeWithAgency({ caseId, planId });
    const handedTo = { kind: 'agency' as const, partnerId: agencyId, id: planId, round: 1, since: ten };
    await world.collections.cases.updateOne({ _id: caseId }, { $set: { handedTo } });
  }
  const takeTurn = createTakeTurn({
    turnStore: mongoTurnStore(world.mongo.connection, world.collections),
    policies,
    doorbell: { ring: async () => undefined },
  });
  return { acts, takeTurn, providers };
}

describe('two records of one human, each with an agency', () => {
  it('leave one agency, which was there first: the other’s loan is called back, and until then it dials nobody', async () => {
    const { acts, takeTurn, providers } = await twoPlacements();
    await world.told('person-merged', { from: 'p2', into: 'p1' });
    const first = { kind: 'agency', partnerId: 'agency-2', placementId: placementOf('L2') };
    expect((await world.person('p1')).collectingParty).toEqual(first);

    const permits = mongoPermitStore(world.mongo, () => new Date());
    const late = byAgency({ placementId: placementOf('L1') });
    expect(await grant(permits, late)).toMatchObject({ granted: undefined, not: { because: 'placed-elsewhere' } });

    const { caseId } = smsOf('L1');
    const next = await takeTurn({ caseId });
    expect(next).toMatchObject({ act: 'recall-from-agency' });
    if (!('planId' in next)) throw new Error('nothing is planned');
    await acts.recallFromAgency({ caseId, planId: next.planId });
    await takeTurn({ caseId });

    expect(providers.received.at(-1)).toMatchObject({ id: next.planId });
    expect((await world.collections.cases.findOne({ _id: caseId }))?.handedTo).toBeUndefined();
    expect((await world.person('p1')).collectingParty).toEqual(first);
    const facts = await world.collections.journal.find({ caseId }).sort({ seq: 1 }).toArray();
    expect(facts.map(({ fact }) => fact)).toContainEqual(
      expect.objectContaining({ type: 'handed-back', placementId: placementOf('L1'), because: 'recalled' }),
    );
    await takeTurn({ caseId: smsOf('L2').caseId });
    expect((await world.collections.cases.findOne({ loanId: 'L2' }))?.handedTo).toMatchObject({
      partnerId: 'agency-2',
    });
  });
});
