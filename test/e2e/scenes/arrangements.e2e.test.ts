import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arrangement } from '@recourse/domain/arrangements/arrangement';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { givePortfolio } from '../given.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { loanStory, scenePerson } from './loan-story.js';

const tenant = ownTenant('arrangements');
const dir = mkdtempSync(join(tmpdir(), 'arrangements-'));
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z' });
  look = lookAt(stack);
  const kept = loanStory(tenant, 'kept', 'p-kept')
    .missed(1, '2026-01-05')
    .paid('first', '2026-01-20', 150_500)
    .paid('second', '2026-02-20', 150_500);
  const broken = loanStory(tenant, 'broken', 'p-broken')
    .missed(1, '2026-01-05')
    .paid('late', '2026-01-28', 100_333, '2026-01-22');
  await givePortfolio(stack, {
    events: [kept, broken].flatMap(({ events }) => events),
    persons: [scenePerson('p-kept', 1), scenePerson('p-broken', 2)],
  });
  for (const loan of ['kept', 'broken']) await stack.script({ loan, calls: [], afterwards: 'silent' });
  await stack.advanceTo('2026-01-12T02:00:00.000Z');
}, 300_000);
afterAll(async () => {
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const arrangement = async (loan: string): Promise<Arrangement> => {
  const found = (await look.kase(loan))?.arrangements?.at(-1);
  if (!found) throw new Error(`loan ${loan} has no arrangement`);
  return found;
};
const said = (...args: string[]) => recourse(stack.env, 'arrangement', ...args);
const contactsAfter = async (loan: string, at: string): Promise<string[]> =>
  (await look.acts(loan)).flatMap(({ act, begunAt }) => ('purpose' in act && begunAt > at ? act.kind : []));
/** Another name is no second person, and the tests run as one user of the system: somebody else's word goes in beside the terminal. */
const approveAs = async (actor: string): Promise<void> => {
  const { mongo } = stack.stores;
  const { now: at } = await tenantClock(mongo.collections).now(tenant);
  const { id: arrangementId } = await arrangement('kept');
  const command = { command: 'approve-arrangement', arrangementId, authority: 'supervisor' } as const;
  const item = { kind: 'command', itemId: 'command/approved', at, actor, command } as const;
  const caseId = await giveCommand(mongo, { tenant, loanId: 'kept' }, item);
  if (caseId === undefined) throw new Error('kept has no open case');
  await stack.ring(caseId);
  await expect.poll(async () => (await arrangement('kept')).state, { timeout: 20_000 }).toBe('offered');
};
const accept = async (loan: string, hash: string) =>
  said('accept', loan, '--person', `p-${loan}`, '--on', '2026-01-12', '--hash', hash);

test('a plan above a limit is approved by a second person, printed, signed as printed, and ends the calls while it is kept', async () => {
  const plan = ['--kind', 'hardship', '--first-on', '2026-01-20', '--instalments', '2', '--authority', 'collector'];
  const proposed = await said('propose', 'kept', ...plan, '--as', 'wang');
  expect(proposed).toMatchObject({ code: 0 });
  expect(await arrangement('kept')).toMatchObject({ state: 'proposed', needs: 'supervisor' });
  const self = await said('approve', 'kept', '--authority', 'manager', '--as', 'li');
  expect(self.code).toBe(1);
  expect(self.err).toContain('[approver-is-proposer]');
  await approveAs('operator/li');

  const out = join(dir, 'agreement.pdf');
  expect(await said('print', 'kept', '--out', out)).toMatchObject({ code: 0 });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  const { hash } = await arrangement('kept');
  const other = await accept('kept', 'f'.repeat(64));
  expect(other.err).toContain('[not-what-was-offered]');
  expect(await accept('kept', hash)).toMatchObject({ code: 0 });
  expect(await arrangement('kept')).toMatchObject({ state: 'active', acceptedBy: 'p-kept' });

  const plain = [
    '--kind',
    'repayment-plan',
    '--first-on',
    '2026-01-20',
    '--instalments',
    '3',
    '--authority',
    'collector',
  ];
  expect(await said('propose', 'broken', ...plain)).toMatchObject({ code: 0 });
  expect(await accept('broken', (await arrangement('broken')).hash)).toMatchObject({ code: 0 });
}, 120_000);

test('nobody is contacted until it is broken, at the end of grace and posting time, and then they are', async () => {
  await stack.advanceTo('2026-01-25T15:59:59.000Z');
  expect((await arrangement('broken')).state).toBe('active');
  expect(await contactsAfter('broken', '2026-01-12T02:00:00.000Z')).toEqual([]);
  await stack.advanceTo('2026-01-27T15:00:00.000Z');
  expect((await arrangement('broken')).state).toBe('broken');
  expect(await contactsAfter('broken', '2026-01-25T16:00:00.000Z')).not.toEqual([]);
}, 300_000);

test('late news of money that came in grace turns it back, and it is quiet again', async () => {
  await stack.advanceTo('2026-02-24T00:00:00.000Z');
  expect((await look.facts('broken')).filter(({ type }) => type === 'arrangement-judged')).toMatchObject([
    { state: 'broken', missed: '2026-01-20' },
    { state: 'active', was: 'broken' },
  ]);
  expect(await contactsAfter('broken', '2026-01-28T05:00:00.000Z')).toEqual([]);
}, 300_000);

test('kept to its end it leaves the loan paid, with no contact since it was signed; the audit finds nothing', async () => {
  expect((await arrangement('kept')).state).toBe('kept');
  expect(await contactsAfter('kept', '2026-01-12T02:00:00.000Z')).toEqual([]);
  expect((await look.kase('kept'))?.noted.arrears).toBe(0);
  const shown = await said('show', 'kept', '--lang', 'zh');
  expect(shown.out).toContain('已履行完毕');
  expect(await stack.audit()).toMatchObject({ code: 0 });
}, 300_000);
