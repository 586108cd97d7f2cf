import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DeskRules } from '@recourse/activities/contact/begin-rules';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import type { BeginRequest } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { settleAct, type SettlePorts } from '@recourse/activities/contact/settle-act';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { startTask } from '@recourse/activities/desk/start-task';
import { grantPermit } from '@recourse/activities/permits/grant-permit';
import type { PermitStore } from '@recourse/activities/permits/permit-store';
import { redeemPermit } from '@recourse/activities/permits/redeem-permit';
import type { Act } from '@recourse/domain/case/act';
import { planIdOf } from '@recourse/domain/case/case-id';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, aTask, beginRules, ten, tenant } from './builders/contact-records.js';
import { deskPorts } from './builders/desk-ports.js';
import { lawOf, ruleOf } from './builders/law-of.js';
import { aPermitRequest } from './builders/permit-records.js';

/** Caps on nobody: only a call that goes on is in another's way. */
const rules: DeskRules = {
  ...beginRules,
  law: lawOf(ruleOf('frequency-cap', { unit: 'attempt', scope: ['point'], limit: 99, days: 1, purposes: ['collect'] })),
};

let world: ContactMongo;
let permits: PermitStore;
let desk: DeskPorts;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  permits = mongoPermitStore(world.mongo, () => new Date());
  desk = { ...deskPorts(world, () => ten), rules };
});
afterEach(() => world.close());

type Tried = { actId: string } | { heldBack: string };
/** Ringers of a couple with one telephone: a machine of ours and a collector call him, each about another loan, a permit's dialler her. */
type Ringers = Record<'machine' | 'collector' | 'dialler', () => Promise<Tried>>;

async function aCouple(nth: number): Promise<Ringers> {
  const [him, her] = [`h${nth}`, `s${nth}`];
  const loanIds = [`A${nth}`, `B${nth}`, `C${nth}`] as const;
  const human = (personId: string, loans: string[]) => {
    const person = aPerson(loans, { _id: `${tenant}/${personId}`, personId });
    return { ...person, points: person.points.map((point) => ({ ...point, blindIndex: `${point.kind}-${nth}` })) };
  };
  const owed = (loanId: string, personId: string) => {
    const loan = aLoan(loanId);
    const debtors = [{ personId, role: 'borrower' as const }];
    return { ...loan, ...(loan.terms && { terms: { ...loan.terms, debtors } }) };
  };
  const call = (by: 'desk' | 'voice-bot'): Act => ({
    kind: 'place-call',
    purpose: 'collect',
    by,
    personId: him,
    pointId: 'm1',
  });
  const planOf = (loanId: string) => planIdOf(`${tenant}/${loanId}/1`, 1, 'call-1', 1);
  const [a, b, c] = loanIds;
  const byMachine = aCase(a, call('voice-bot'), { id: planOf(a) });
  const byDesk = aCase(b, call('desk'), { id: planOf(b), awaiting: 'task', dueAt: '2026-03-02T08:00:00.000Z' });
  await world.given({
    loans: [owed(a, him), owed(b, him), owed(c, her)],
    cases: [byMachine, byDesk, aCase(c)],
    persons: [human(him, [a, b]), human(her, [c])],
  });
  await world.collections.tasks.insertOne(aTask(byDesk, 'ann'));
  const permit = aPermitRequest({ permitId: `permit-${nth}`, personId: her, loans: [c], dials: 1 });
  expect((await grantPermit({ permits, rules }, permit)).granted).toBeDefined();
  return {
    machine: async () => {
      const request: BeginRequest = { caseId: byMachine.caseId, planId: planOf(a), actor: 'worker' };
      const result = await world.contacts.begin(request, judgeBegin(request, rules));
      if (result.begun !== 'no') return { actId: result.act._id };
      return {
        heldBack: result.withheld.result === 'deferred' ? result.withheld.rules.join() : result.withheld.result,
      };
    },
    collector: async () => {
      const result = await startTask(desk, planOf(b), 'ann');
      if (result.started) return { actId: result.actId };
      const because = result.refused === 'withheld' ? result.withheld : undefined;
      return { heldBack: because?.result === 'deferred' ? because.rules.join() : result.refused };
    },
    dialler: async () => {
      const dial = { tenant, permitId: permit.permitId, n: 1, holderId: permit.holder.id };
      const result = await redeemPermit({ permits, rules }, dial);
      return result.go ? { actId: result.actId } : { heldBack: result.because };
    },
  };
}

/** Who lost to others for 5 s tries again. */
const patiently = async (ring: () => Promise<Tried>): Promise<Tried> => {
  const tried = await ring();
  return 'heldBack' in tried && tried.heldBack.toLowerCase() === 'busy' ? patiently(ring) : tried;
};

/** Nobody can be asked what became of a call. */
function outOfReach({ contacts }: ContactMongo, now: string): SettlePorts {
  const silent = () => Promise.reject(new Error('no answer'));
  const partner = { handOver: silent, ask: silent, takeBack: silent };
  return {
    contacts,
    clock: { now: () => Promise.resolve({ now, kind: 'test' }), wall: () => new Date() },
    pause: () => Promise.resolve(),
    messages: { send: silent, ask: silent },
    agency: partner,
    lawFirm: partner,
  };
}

describe('one telephone and one person', () => {
  it('rung by a machine, a collector and a permit at the same moment: one rings, the others wait for its outcome; ten times over', async () => {
    for (let nth = 0; nth < 10; nth += 1) {
      let left = Object.entries(await aCouple(nth)).map(([who, ring]) => ({ who, ring }));
      // Who asks first is not always who reads first; each has its turn at asking first.
      left = [...left.slice(nth % 3), ...left.slice(0, nth % 3)];
      while (left.length > 0) {
        const tried = await Promise.all(left.map(async ({ who, ring }) => ({ who, came: await patiently(ring) })));
        const rang = tried.filter(({ came }) => 'actId' in came);
        expect(rang).toHaveLength(1);
        expect(tried.flatMap(({ came }) => ('heldBack' in came ? [came.heldBack] : []))).toEqual(
          Array.from({ length: left.length - 1 }, () => 'dial-open'),
        );
        for (const { who, came } of rang) {
          if ('actId' in came)
            await concludeAttempt(world.contacts, came.actId, { code: 'no-answer', at: ten, law: rules.law });
          left = left.filter((other) => other.who !== who);
        }
      }
    }
    expect(await world.collections.acts.countDocuments({ status: 'concluded' })).toBe(30);
  });

  it('whose collector never says what came of the call is free for others after two hours, and not before', async () => {
    const { collector, machine, dialler } = await aCouple(1);
    const clockTo = (now: string) =>
      world.collections.tenants.updateOne({ _id: tenant }, { $set: { clock: { kind: 'test', now } } });
    expect(await collector()).toMatchObject({ actId: `${tenant}/B1/1/1/call-1/1` });

    await clockTo('2026-03-02T02:59:00.000Z');
    expect(await dialler()).toEqual({ heldBack: 'dial-open' });
    await clockTo('2026-03-02T03:59:00.000Z');
    expect(await machine()).toEqual({ heldBack: 'dial-open' });
    await clockTo('2026-03-02T04:00:00.000Z');
    expect(await machine()).toMatchObject({ actId: `${tenant}/A1/1/1/call-1/1` });

    const act = await world.collections.acts.findOne({ 'covers.loanId': 'A1' });
    expect(act?.gate?.answers.at(-1)).toMatchObject({
      rule: 'dial-open',
      verdict: 'allow',
      inputs: { callsUnderWay: 0 },
    });
  });

  it('rung by a machine whose provider can no more be asked may ring still: given up as unknown, the call keeps others away for two hours', async () => {
    const { collector, machine, dialler } = await aCouple(1);
    const clockTo = (now: string) =>
      world.collections.tenants.updateOne({ _id: tenant }, { $set: { clock: { kind: 'test', now } } });
    await machine();
    const begun = await world.collections.acts.findOne({ 'covers.loanId': 'A1' });
    if (!begun) throw new Error('nothing was begun');
    await settleAct(outOfReach(world, ten), begun);
    const settled = await world.collections.acts.findOne({ _id: begun._id });
    expect(settled).toMatchObject({ status: 'concluded', outcome: { result: 'unknown' } });

    expect(await dialler()).toEqual({ heldBack: 'dial-open' });
    await world.collections.tasks.updateMany({}, { $set: { 'lease.until': '2026-03-02T08:00:00.000Z' } });
    await clockTo('2026-03-02T03:59:00.000Z');
    expect(await collector()).toEqual({ heldBack: 'dial-open' });
    await clockTo('2026-03-02T04:00:00.000Z');
    expect(await collector()).toMatchObject({ actId: `${tenant}/B1/1/1/call-1/1` });
  });

  it('given up as unknown is free for others as soon as its outcome is told after all', async () => {
    const { collector, machine } = await aCouple(1);
    await machine();
    const actId = `${tenant}/A1/1/1/call-1/1`;
    await concludeAttempt(world.contacts, actId, { status: 'unknown', at: ten });
    expect(await collector()).toEqual({ heldBack: 'dial-open' });

    await concludeAttempt(world.contacts, actId, { status: 'failed', at: ten });
    expect(await collector()).toMatchObject({ actId: `${tenant}/B1/1/1/call-1/1` });
  });

  it('rung on a permit keeps a collector waiting, who is told until when, and so is the case', async () => {
    const { collector, dialler } = await aCouple(1);
    expect(await dialler()).toMatchObject({ actId: `${tenant}/C1/1/0/permit-1/1` });

    expect(await collector()).toEqual({ heldBack: 'dial-open' });
    expect(await collector()).toEqual({ heldBack: 'dial-open' });

    const until = '2026-03-02T04:00:00.000Z';
    const answer = { rule: 'dial-open', verdict: 'defer', until, inputs: { callsUnderWay: 1, longestMinutes: 120 } };
    const outcome = { result: 'deferred', until, rules: ['dial-open'] };
    expect(await world.items(`${tenant}/B1/1`)).toMatchObject([
      {
        kind: 'start-withheld',
        by: 'ann',
        outcome: { ...outcome, gate: { answers: expect.arrayContaining([expect.objectContaining(answer)]) } },
      },
    ]);
    expect(await world.collections.tasks.findOne({})).toMatchObject({ status: 'open', lease: { by: 'ann' } });
  });
});
