import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../contracts/eventually.js';
import { ownTenant } from '../e2e/crashes/own-tenant.js';
import { loanStory, scenePerson } from '../e2e/scenes/loan-story.js';
import { startTestStack, type TestStack } from '../e2e/stack.js';
import { recourse, type Said } from './recourse.js';

/** Loan A of somebody who is on file again as the borrower of loan B, and C of somebody else. Each test goes on where the one before stopped. */
const tenant = ownTenant('merge');
const [A, B, C] = ['MRG-A', 'MRG-B', 'MRG-C'] as const;
/** Sent, whatever the provider then told of it. */
const sent = /Reminder by SMS: (delivered|failed)/;
const personOf = (loan: string): string => `p-${loan}`;
let stack: TestStack;
let dir = '';

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-merge-'));
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z' });
  const persons = [A, B, C].map((loan, nth) => scenePerson(personOf(loan), 700 + nth));
  await run('persons', 'load', fileOf('persons.ndjson', persons));
  const events = [A, B, C].flatMap((loan) => loanStory(tenant, loan, personOf(loan)).missed(1, '2026-01-04').events);
  await run('events', 'publish', fileOf('events.ndjson', events));
  await eventually(async () => (await run('case', 'list')).out.includes(C));
  await advanceTo('2026-01-08T04:00:00Z');
});
afterAll(async () => {
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const advanceTo = async (instant: string): Promise<void> =>
  expect(await run('clock', 'advance', '--to', instant)).toMatchObject({ code: 0, err: '' });
const run = (...args: readonly string[]): Promise<Said> => recourse(stack.env, ...args);
const merge = (from: string, into: string): Promise<Said> =>
  run('persons', 'merge', '--from', from, '--into', into, '--because', 'a test');

function fileOf(name: string, rows: readonly unknown[]): string {
  const file = join(dir, name);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}

/** What of this tenant is set aside, and how many events of any kind were taken or set aside. */
async function traces(): Promise<{ parked: number; events: number; holds: number }> {
  const { parked, events, loans } = stack.stores.mongo.collections;
  const found = await loans.find({ tenant }).toArray();
  return {
    parked: await parked.countDocuments({ tenant }),
    events: await events.countDocuments({ tenant }),
    holds: found.flatMap(({ unresolved }) => unresolved).length,
  };
}
const end = async (): Promise<bigint> => {
  const offsets = await stack.stores.bus.admin().endOffsets('servicing.loan.events.v1');
  return Object.values(offsets).reduce((sum, offset) => sum + offset, 0n);
};

describe('persons merge', () => {
  it.each([
    ['the same id twice', personOf(A), personOf(A), `${personOf(A)} is one record already`],
    ['an unknown from', 'p-NOPE', personOf(A), `tenant ${tenant} has no person p-NOPE`],
    ['an unknown into', personOf(A), 'p-NOPE', `tenant ${tenant} has no person p-NOPE`],
  ])('of %s publishes nothing and parks nothing', async (_what, from, into, words) => {
    const before = [await traces(), await end()];

    const { code, out, err } = await merge(from, into);

    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${words}; nothing was published`);
    expect([await traces(), await end()]).toEqual(before);
    expect((await run('dlq', 'list')).out).not.toContain(tenant);
  });

  it('makes two records one: both names answer, and the ledger of both is the survivor’s', async () => {
    const optedOut = { ...scenePerson(personOf(B), 701), optOuts: [{ channel: 'sms', at: '2026-01-08T04:00:00Z' }] };
    await run('persons', 'load', fileOf('opted-out.ndjson', [optedOut]));

    const { code, out, err } = await merge(personOf(B), personOf(A));

    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`${personOf(B)} is ${personOf(A)} from now on`);
    expect((await run('persons', 'load', fileOf('again.ndjson', [optedOut]))).out).toContain('1 as they were');
    const person = await stack.stores.mongo.collections.persons.findOne({ tenant, personId: personOf(A) });
    const loans = new Set(person?.ledger.flatMap(({ actId }) => actId.split('/')[1] ?? []));
    expect([...loans].toSorted()).toEqual([A, B]);
    expect((await run('case', 'show', B)).out).toContain(`${personOf(B)} is the same person as ${personOf(A)}`);
  });

  it('keeps the points of either for them: nobody else is loaded with one, whatever it was called before', async () => {
    for (const loan of [A, B]) {
      const [point] = scenePerson(personOf(loan), 700)['points'] as object[];
      const stranger = { ...scenePerson('p-stranger', 799), points: [point] };
      const { code, err } = await run('persons', 'load', fileOf('stranger.ndjson', [stranger]));
      expect([code, err]).toEqual([
        1,
        expect.stringContaining('line 1: points[0].pointId: is a point of another person'),
      ]);
    }
    const [point] = scenePerson('p-stranger', 799)['points'] as object[];
    const later = { ...scenePerson('p-stranger', 799), points: [{ ...point, verifiedOn: '2026-01-10' }] };
    expect((await run('persons', 'load', fileOf('later.ndjson', [later]))).err).toContain(
      'line 1: points[0].verifiedOn: must not be in the future',
    );
  });

  it('binds the survivor by what the other record refused: no text for the loan of either', async () => {
    await advanceTo('2026-01-09T12:00:00Z');

    const onThe9th = async (loan: string): Promise<string> =>
      (await run('case', 'show', loan)).out.split('\n\n')[0]?.split('\n2026-01-09 10:00')[1] ?? '';
    for (const loan of [A, B]) {
      expect(await onThe9th(loan)).toMatch(/opted.out/i);
      expect(await onThe9th(loan)).not.toMatch(sent);
    }
    expect(await onThe9th(C)).toMatch(sent);
  });

  it.each([
    ['told once more', personOf(B), personOf(A), `${personOf(B)} is ${personOf(A)} already`],
    ['the other way round', personOf(A), personOf(B), `${personOf(B)} is ${personOf(A)} already, the other way round`],
    ['into somebody else', personOf(B), personOf(C), `${personOf(B)} is ${personOf(A)} already, and nobody is two`],
  ])('%s publishes nothing and parks nothing', async (_what, from, into, words) => {
    const before = [await traces(), await end()];

    const { code, err } = await merge(from, into);

    expect(code).toBe(1);
    expect(err).toContain(`${words}; nothing was published`);
    expect([await traces(), await end()]).toEqual(before);
  });

  it('leaves every attempt to be found by name and explained, under whichever name the gate was asked', async () => {
    const { out } = await run('case', 'show', B);
    const names = out.match(new RegExp(`^${tenant}/${B}/1/\\S+(?=  +asked)`, 'gm')) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(await run('gate', 'explain', name)).toMatchObject({ code: 0, err: '' });

    const never = `${tenant}/${B}/1/1/sms-1/9`;
    expect((await run('gate', 'explain', never)).err).toContain(
      `never had the attempt ${never}; recourse case show ${B}`,
    );
  });

  it('holds the survivor by what is told of the other name', async () => {
    const { events } = loanStory(tenant, B, personOf(B)).happened('person-insolvent', '2026-01-09T12:00:00.000Z');
    await run('events', 'publish', fileOf('insolvent.ndjson', events));

    const held = async (loan: string): Promise<boolean> =>
      (await run('case', 'show', loan)).out.includes('On hold for insolvency');
    await eventually(async () => (await held(A)) && (await held(B)));
    expect(await held(C)).toBe(false);
  });
});
