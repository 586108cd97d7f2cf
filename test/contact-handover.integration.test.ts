import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Act } from '@recourse/domain/case/act';
import { planIdOf } from '@recourse/domain/case/case-id';
import { settleActs } from '@recourse/activities/contact/settle-acts';
import { actsBench, ownCall, type ActsBench } from './builders/acts-bench.js';
import { aCase, aDeskCall, aLoan, aPerson, tenant, ten } from './builders/contact-records.js';

const { caseId, planId } = ownCall;

let bench: ActsBench;
beforeEach(async () => {
  bench = await actsBench(inject('mongoUri'));
});
afterEach(() => bench.world.close());

describe('work for people', () => {
  it('is offered and begins nothing', async () => {
    const { world, acts } = bench;
    await bench.given(aDeskCall, { id: planIdOf(caseId, 1, 'call-1', 1) });
    await acts.placeCall({ caseId, planId: planIdOf(caseId, 1, 'call-1', 1) });

    expect(await bench.items()).toMatchObject([
      { outcome: { result: 'offered', to: 'desk', deadline: '2026-03-02T08:00:00.000Z' } },
    ]);
    expect(await world.collections.acts.countDocuments()).toBe(0);
  });

  it('is not offered when the gate would refuse it', async () => {
    const { world, acts } = bench;
    await bench.given({ kind: 'arrange-visit', personId: 'p1', pointId: 'a1' });
    await world.collections.persons.updateOne(
      {},
      { $set: { holds: [{ id: 'h', reason: 'death', scope: { person: 'p1' }, stops: ['contact'], from: ten }] } },
    );
    await acts.arrangeVisit(ownCall);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'refused', reason: 'held' } }]);
  });
});

describe('placements', () => {
  const place: Act = { kind: 'place-with-agency', agencyId: 'agency-1' };

  it('make the agency the person’s collecting party until recalled', async () => {
    const { world, providers, acts } = bench;
    await bench.given(place);
    await acts.placeWithAgency(ownCall);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'done' } }]);
    expect(await world.collections.persons.findOne({})).toMatchObject({
      collectingParty: { kind: 'agency', partnerId: 'agency-1', placementId: planId },
    });

    const recallId = planIdOf(caseId, 1, 'recall', 1);
    const recall = aCase(
      'L1',
      { kind: 'recall-from-agency', agencyId: 'agency-1', placementId: planId },
      { id: recallId },
    );
    await world.collections.cases.replaceOne({ _id: caseId }, recall);
    await world.collections.loans.updateOne(
      { loanId: 'L1' },
      {
        $set: {
          holds: [{ id: 'h', reason: 'death', scope: { loan: 'L1' }, stops: ['contact', 'escalation'], from: ten }],
        },
      },
    );
    await acts.recallFromAgency({ caseId, planId: recallId });

    expect(providers.received.map(({ id }) => id)).toEqual([planId, recallId]);
    expect((await world.collections.persons.findOne({}))?.collectingParty).toBeUndefined();
  });

  it('tell the agency for whom it collects after a change of creditor, and wait while nobody can say', async () => {
    const { world, providers, acts } = bench;
    const assigned = { changeId: 'c-1', to: 'guarantee-1', on: '2026-02-21', notifiedOn: '2026-02-25' };
    const both = [assigned, { ...assigned, changeId: 'c-2', to: 'east-amc' }];
    await bench.given(place);
    await world.collections.loans.updateOne({ loanId: 'L1' }, { $set: { 'position.creditors': both } });
    await acts.placeWithAgency(ownCall);
    expect(await bench.items()).toMatchObject([
      { outcome: { result: 'refused', reason: 'content-not-lawful', rules: ['creditor-named'] } },
    ]);

    await world.collections.loans.updateOne({ loanId: 'L1' }, { $set: { 'position.creditors': [assigned] } });
    await acts.placeWithAgency(ownCall);
    expect(providers.received).toMatchObject([{ id: planId, to: 'agency-1', text: 'L1 for guarantee-1' }]);
  });

  it('with an agency that is unavailable leave the person free', async () => {
    const { world, providers, acts } = bench;
    await bench.given(place);
    providers.hazards.push('unavailable');
    await acts.placeWithAgency(ownCall);

    expect((await world.collections.persons.findOne({}))?.collectingParty).toBeUndefined();
    expect(await bench.items()).toMatchObject([{ outcome: { result: 'provider-unavailable' } }]);
  });

  it('of two loans of a person at the same moment go to one agency only', async () => {
    const { world, providers, acts } = bench;
    const other = planIdOf(`${tenant}/L2/1`, 1, 'sms-1', 1);
    await world.given({
      loans: [aLoan('L1'), aLoan('L2')],
      cases: [aCase('L1', place), aCase('L2', { kind: 'place-with-agency', agencyId: 'agency-2' })],
      persons: [aPerson(['L1', 'L2'])],
    });
    await Promise.all([
      acts.placeWithAgency(ownCall),
      acts.placeWithAgency({ caseId: `${tenant}/L2/1`, planId: other }),
    ]);

    expect(providers.received).toHaveLength(1);
  });

  it('returned by the agency free the person and are told to the case once', async () => {
    const { world, acts } = bench;
    await bench.given(place);
    await acts.placeWithAgency(ownCall);
    const report = { placementId: planId, report: 'returned' as const, reason: 'no success' };

    expect(await world.contacts.partnerReported(report, 'e1', ten)).toEqual({ ring: [caseId] });
    await world.contacts.partnerReported(report, 'e1', ten);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'done' } }, { kind: 'partner-report', report }]);
    expect((await world.collections.persons.findOne({}))?.collectingParty).toBeUndefined();
    expect(await world.contacts.partnerReported({ ...report, placementId: 'none' }, 'e2', ten)).toBeUndefined();
  });

  it('returned before anybody knew that they were taken were taken first: nothing is left with nobody', async () => {
    const { world, providers, acts, ports, pass } = bench;
    await bench.given(place);
    providers.hazards.push('timeout-after-send', 'silent');
    await acts.placeWithAgency(ownCall);
    expect(await world.collections.acts.findOne({ _id: planId })).toMatchObject({ status: 'begun' });
    const report = { placementId: planId, report: 'returned' as const, reason: 'no success' };

    expect(await world.contacts.partnerReported(report, 'e1', ten)).toEqual({ ring: [caseId] });
    providers.hazards.length = 0;
    pass(11 * 60_000);
    await settleActs(ports);

    expect(await bench.items()).toMatchObject([{ outcome: { result: 'done' } }, { kind: 'partner-report', report }]);
    expect((await world.collections.persons.findOne({}))?.collectingParty).toBeUndefined();
  });
});

describe('a placement of somebody who is not the borrower any more', () => {
  const place: Act = { kind: 'place-with-agency', agencyId: 'agency-1' };
  const recallId = planIdOf(caseId, 1, 'recall', 1);

  it('frees the person it was begun for when it is recalled', async () => {
    const { world, acts } = bench;
    await bench.given(place);
    await acts.placeWithAgency(ownCall);
    const p2 = aPerson(['L1'], { _id: `${tenant}/p2`, personId: 'p2' });
    await world.collections.persons.insertOne(p2);
    await world.collections.loans.updateOne(
      { loanId: 'L1' },
      { $set: { 'terms.debtors': [{ personId: 'p2', role: 'borrower' }], 'terms.version': 2 } },
    );
    const back: Act = { kind: 'recall-from-agency', agencyId: 'agency-1', placementId: planId };
    await world.collections.cases.replaceOne({ _id: caseId }, aCase('L1', back, { id: recallId }));
    await acts.recallFromAgency({ caseId, planId: recallId });

    expect(await world.collections.acts.findOne({ _id: recallId })).toMatchObject({ personId: 'p1' });
    expect((await world.collections.persons.findOne({ personId: 'p1' }))?.collectingParty).toBeUndefined();
  });
});

describe('two loans of a person with one agency', () => {
  const other = `${tenant}/L2/1`;
  const otherPlan = planIdOf(other, 1, 'sms-1', 1);
  const place: Act = { kind: 'place-with-agency', agencyId: 'agency-1' };
  const party = async () => (await bench.world.collections.persons.findOne({}))?.collectingParty;
  const returned = (placementId: string) =>
    bench.world.contacts.partnerReported({ placementId, report: 'returned', reason: 'no success' }, placementId, ten);

  beforeEach(async () => {
    await bench.world.given({
      loans: [aLoan('L1'), aLoan('L2')],
      cases: [aCase('L1', place), aCase('L2', place)],
      persons: [aPerson(['L1', 'L2'])],
    });
    await bench.acts.placeWithAgency(ownCall);
    await bench.acts.placeWithAgency({ caseId: other, planId: otherPlan });
  });

  it('leave the agency the collecting party when one comes back before the other’s case has taken its turn', async () => {
    expect(await party()).toMatchObject({ placementId: planId });

    await returned(planId);

    expect(await party()).toEqual({ kind: 'agency', partnerId: 'agency-1', placementId: otherPlan });
  });

  it('free the person when both come back before either case has taken its turn', async () => {
    for (const [_id, id] of [
      [caseId, planId],
      [other, otherPlan],
    ] as const)
      await bench.world.collections.cases.updateOne(
        { _id },
        { $set: { handedTo: { kind: 'agency', partnerId: 'agency-1', id, round: 1, since: ten } } },
      );

    await returned(planId);
    await returned(otherPlan);

    expect(await party()).toBeUndefined();
  });

  it('free the person when both come back in the same moment', async () => {
    await Promise.all([returned(planId), returned(otherPlan)]);

    expect(await party()).toBeUndefined();
  });
});

describe('the sweeper', () => {
  it('concludes what was delivered while its receipt was lost, and rings the cases', async () => {
    const { providers, ports, acts, rung, pass } = bench;
    await bench.given();
    await acts.sendReminder(ownCall);
    providers.outcomes.set(planId, 'delivered');
    pass(11 * 60_000);

    expect(await settleActs(ports)).toBe(1);
    expect(await bench.items()).toMatchObject([{ outcome: { result: 'delivered' } }]);
    expect(rung.sort()).toEqual([caseId, `${tenant}/L2/1`]);
    expect(await settleActs(ports)).toBe(0);
  });
});
