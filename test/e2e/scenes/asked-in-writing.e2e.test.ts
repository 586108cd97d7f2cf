import type { Arrangement } from '@recourse/domain/arrangements/arrangement';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownTenant } from '../crashes/own-tenant.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { giveStories } from './give-stories.js';
import { loanStory } from './loan-story.js';

const tenant = ownTenant('asked-in-writing');
let stack: TestStack;
let look: Look;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z' });
  look = lookAt(stack);
  const stories = ['plan', 'breaks', 'settles'].map((loan) =>
    loanStory(tenant, loan, `p-${loan}`).missed(1, '2026-01-05'),
  );
  await giveStories(stack, stories);
  await stack.advanceTo('2026-01-12T02:00:00.000Z');
  const asks = { kind: 'hardship', parts: 2, firstInDays: 10 };
  await stack.ask('/borrower/asks', { loan: 'plan', asks });
  const plain = { kind: 'repayment-plan', parts: 2, firstInDays: 10 };
  await stack.ask('/borrower/asks', { loan: 'breaks', asks: plain, breaksAfter: 1, paysLaterDays: 25 });
  // In the first month of arrears no role may give anything up.
  const early = { kind: 'settlement', parts: 1, firstInDays: 10, percentOff: 30 };
  await stack.ask('/borrower/asks', { loan: 'settles', asks: early });
  await stack.advanceTo('2026-01-12T08:00:00.000Z');
}, 300_000);
afterAll(async () => {
  await stack?.stop();
});

const arrangement = async (loan: string): Promise<Arrangement | undefined> =>
  (await look.kase(loan))?.arrangements?.at(-1);

test('what is asked for in writing is proposed, approved by a second person, signed and in force the same day', async () => {
  expect(await arrangement('plan')).toMatchObject({
    state: 'active',
    proposedBy: 'collector-1',
    needs: 'supervisor',
    approvedBy: 'supervisor-1',
    acceptedBy: 'p-plan',
    acceptedOn: '2026-01-12',
  });
  const alone = await arrangement('breaks');
  expect(alone).toMatchObject({ state: 'active', proposedBy: 'collector-1' });
  expect(alone?.approvedBy).toBeUndefined();
});

test('a settlement that no role may give is refused with its reason, and the case goes on', async () => {
  expect((await look.facts('settles')).filter(({ type }) => type === 'arrangement-refused')).toMatchObject([
    { refused: [{ because: 'above-every-authority' }] },
  ]);
  expect(await arrangement('settles')).toBeUndefined();
});

test('who pays as agreed is left alone to the end; who does not is called again, and the audit finds nothing', async () => {
  await stack.advanceTo('2026-03-20T00:00:00.000Z');
  expect((await arrangement('plan'))?.state).toBe('kept');
  expect((await arrangement('breaks'))?.state).toBe('broken');
  const contactsAfter = async (loan: string, at: string) =>
    (await look.acts(loan)).filter(({ act, begunAt }) => 'purpose' in act && begunAt > at).length;
  expect(await contactsAfter('plan', '2026-01-12T08:00:00.000Z')).toBe(0);
  expect(await contactsAfter('breaks', '2026-02-22T00:00:00.000Z')).toBeGreaterThan(0);
  expect((await look.kase('breaks'))?.noted.arrears).toBe(0);
  expect(await stack.audit()).toMatchObject({ code: 0 });
}, 300_000);
