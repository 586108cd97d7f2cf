import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creditShown } from '@recourse/infra/mongo/credit-shown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { creditOffice } from '../../../services/cli/src/demo/credit-office.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { givePortfolio } from '../given.js';
import { startTestStack, type TestStack } from '../stack.js';
import { loanStory, scenePerson } from './loan-story.js';

const tenant = ownTenant('credit-office');
const dir = mkdtempSync(join(tmpdir(), 'credit-office-'));
const names = Array.from({ length: 10 }, (_, index) => `l${index + 1}`);
let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2025-12-05T00:00:00.000Z' });
  await givePortfolio(stack, {
    events: names.flatMap((name) => loanStory(tenant, name, `p-${name}`).missed(1, '2025-12-05').events),
    persons: names.map((name, index) => scenePerson(`p-${name}`, index + 1)),
  });
  for (const loan of names) await stack.script({ loan, calls: [], afterwards: 'silent' });
}, 300_000);
afterAll(async () => {
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('the demonstration’s back office tells the month, hears the bureau, and answers two disputes, of which one was right', async () => {
  const notes: string[] = [];
  const told = { logs: dir, lang: 'en' as const, note: (line: string) => void notes.push(line) };
  const office = creditOffice(stack.stores, stack.clock, told);
  for (const day of ['2025-12-06', '2026-01-02', '2026-01-03', '2026-01-14', '2026-02-02']) {
    await stack.advanceTo(`${day}T00:00:00.000Z`);
    await office();
  }
  await stack.advanceTo('2026-02-02T01:00:00.000Z');

  expect(readdirSync(dir).filter((file) => file.endsWith('.jsonl'))).toEqual([
    `credit-${tenant}-2025-12.jsonl`,
    `credit-${tenant}-2026-01.jsonl`,
  ]);
  expect(notes).toHaveLength(2);
  expect(await creditShown(stack.stores.mongo.collections, tenant)).toMatchObject({
    furnished: 10,
    corrected: 1,
    disputed: 2,
    rejected: 1,
  });
  expect(await stack.audit()).toMatchObject({ code: 0 });
}, 300_000);
