import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { verifyLoan } from '@recourse/activities/acts/verify-loan';
import { planIdOf } from '@recourse/domain/case/case-id';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { personStore } from '@recourse/infra/mongo/person-store';
import { pointVault } from '@recourse/infra/mongo/point-vault';
import { verificationStore } from '@recourse/infra/mongo/verification-store';
import { actsBench, type ActsBench } from './builders/acts-bench.js';
import { aCase, aLoan, ten, tenant } from './builders/contact-records.js';
import { memoryServicing } from './fakes/memory-servicing.js';

const caseId = `${tenant}/L1/1`;
const planId = planIdOf(caseId, 1, 'verify-loan', 1);
const call = { caseId, planId };
const mobile = '+8613900000001';

let bench: ActsBench;
let servicing: ReturnType<typeof memoryServicing>;
let verify: () => Promise<void>;
const keys = keyRing('0'.repeat(64));

beforeEach(async () => {
  bench = await actsBench(inject('mongoUri'));
  const { mongo } = bench.world;
  servicing = memoryServicing();
  const wall = () => new Date();
  const verification = {
    ...servicing,
    persons: personStore(mongo, keys, {}, wall),
    store: verificationStore(mongo, wall),
  };
  const act = verifyLoan({ ...bench.ports, verification });
  verify = () => act(call);
  const kase = aCase('L1', { kind: 'verify-loan' }, { id: planId }, { status: 'intake' });
  await bench.world.given({ loans: [aLoan('L1')], cases: [kase] });
  const unpaid = [{ number: 1, dueOn: '2026-02-20', components: { principal: 100_000 } }];
  const debtors = [{ personId: 'p1', role: 'borrower' as const }];
  servicing.loans.set(`${tenant}/L1`, { loanId: 'L1', currency: 'CNY', debtors, unpaid, overdue: true });
  const point = { pointId: 'm', kind: 'mobile' as const, value: mobile, source: 'branch', recordedOn: '2026-02-01' };
  servicing.persons.set(`${tenant}/p1`, { personId: 'p1', zone: 'Asia/Shanghai', language: 'zh', points: [point] });
});
afterEach(() => bench.world.close());

const told = { kind: 'loan-verification', itemId: `verified/${planId}`, planId, at: ten };

it('the persons are stored sealed and the case is told once, however often the activity is retried', async () => {
  await verify();
  await verify();

  expect(await bench.items()).toMatchObject([{ ...told, verification: { result: 'verified', positionVersion: 1 } }]);
  const { collections } = bench.world;
  const person = await collections.persons.findOne({ tenant });
  expect(person?.points).toMatchObject([{ pointId: 'm', source: 'branch', recordedOn: '2026-02-01' }]);
  expect(JSON.stringify(person)).not.toContain(mobile);
  expect(await pointVault(collections, keys).open(tenant, 'p1', 'm')).toBe(mobile);
  expect(await collections.acts.countDocuments()).toBe(0);
});

it('a mismatch is told with both sides', async () => {
  servicing.loans.get(`${tenant}/L1`)!.currency = 'USD';
  await verify();
  const verification = { result: 'mismatched', field: 'currency', ours: 'CNY', theirs: 'USD' };
  expect(await bench.items()).toMatchObject([{ ...told, verification }]);
});

it.each([
  ['down', { reason: 'answered 503' }],
  ['nonsense', { field: 'currency', reason: 'must make sense' }],
] as const)('trouble that stays (%s) is told, and what the directory said is kept', async (trouble, said) => {
  servicing.troubles.push(...Array.from({ length: 3 }, () => ({ from: 'servicing' as const, trouble })));
  await verify();
  expect(await bench.items()).toMatchObject([{ ...told, verification: { result: 'trouble', trouble, ...said } }]);
  expect(await bench.world.collections.persons.countDocuments()).toBe(1);
});

it('a number that was found to reach nobody stays invalid when the directory tells of it again', async () => {
  const { collections } = bench.world;
  await verify();
  await collections.persons.updateOne({ tenant }, { $set: { 'points.0.invalidSince': '2026-02-25' } });
  const row = servicing.persons.get(`${tenant}/p1`);
  if (row) row.language = 'en';
  await verify();
  const invalid = async () => (await collections.persons.findOne({ tenant }))?.points[0]?.invalidSince;
  expect(await invalid()).toBe('2026-02-25');

  Object.assign(row?.points[0] ?? {}, { verifiedOn: '2026-03-01' });
  await verify();
  expect(await invalid()).toBeUndefined();
});

it('a plan that is over is not asked for', async () => {
  await bench.world.collections.cases.updateOne({ _id: caseId }, { $set: { 'plan.id': `${planId}0` } });
  await verify();
  expect(await bench.items()).toEqual([]);
});
