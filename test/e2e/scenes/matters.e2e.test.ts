import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Matter } from '@recourse/domain/matters/matter';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recourse } from '../../cli/recourse.js';
import { ownTenant } from '../crashes/own-tenant.js';
import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { giveStories } from './give-stories.js';
import { loanStory } from './loan-story.js';

const tenant = ownTenant('matters');
let stack: TestStack;
let look: Look;

const complained = { channel: 'regulator', ground: 'too-often' };

beforeAll(async () => {
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z' });
  look = lookAt(stack);
  const plain = loanStory(tenant, 'plain', 'p-plain').missed(1, '2026-01-05');
  const first = loanStory(tenant, 'first', 'p-both')
    .missed(1, '2026-01-05')
    .told('dispute', 'dispute-raised', '2026-01-10T04:00:00.000Z', {
      channel: 'borrower',
      ground: 'amount',
      raisedOn: '2026-01-10',
    })
    .told('complaint', 'complaint-raised', '2026-01-12T04:00:00.000Z', {
      ...complained,
      personId: 'p-both',
      raisedOn: '2026-01-12',
    });
  const second = loanStory(tenant, 'second', 'p-both').missed(1, '2026-01-05');
  const silent = loanStory(tenant, 'silent', 'p-silent')
    .missed(1, '2026-01-05')
    .told('complaint', 'complaint-raised', '2026-01-10T04:00:00.000Z', {
      ...complained,
      personId: 'p-silent',
      raisedOn: '2026-01-09',
    });
  const stories = [plain, first, second, silent];
  await giveStories(stack, stories);
  await stack.advanceTo('2026-01-14T02:00:00.000Z');
}, 300_000);
afterAll(() => stack?.stop());

const said = (...args: string[]) => recourse(stack.env, 'matter', ...args);
const matters = async (loan: string): Promise<readonly Matter[]> => (await look.kase(loan))?.matters ?? [];
const openHolds = async (loan: string): Promise<string[]> =>
  ((await look.kase(loan))?.holds ?? []).filter(({ endedAt }) => endedAt === undefined).map(({ reason }) => reason);
const collectedBetween = async (loan: string, from: string, until: string): Promise<string[]> =>
  (await look.acts(loan)).flatMap(({ act, begunAt }) =>
    'purpose' in act && begunAt >= from && begunAt < until ? act.kind : [],
  );
const callsBegan = async (loan: string): Promise<string> => {
  const entered = (await look.facts(loan)).find(
    (fact): fact is Extract<CaseFact, { type: 'stage-entered' }> =>
      fact.type === 'stage-entered' && fact.stage === 'call',
  );
  return localDay(entered?.at ?? '', (await look.kase(loan))?.zone ?? { zone: 'UTC', offsets: [[0, 0]] });
};

test('what is told of holds at once: the loan for a dispute, the person on every loan for a complaint', async () => {
  expect(await matters('first')).toMatchObject([
    { kind: 'dispute', dueOn: '2026-01-25', state: 'open' },
    { kind: 'complaint', channel: 'regulator', dueOn: '2026-01-27', rule: 'CN-CPL-1', state: 'open' },
  ]);
  expect(await openHolds('first')).toEqual(['dispute', 'complaint']);
  expect(await openHolds('second')).toEqual(['complaint']);
  expect(await matters('second')).toEqual([]);
  expect((await look.loan('first'))?.holds).toMatchObject([{ reason: 'dispute', scope: { loan: 'first' } }]);
}, 60_000);

test('three overlapping holds are ended one by one, each by its own answer', async () => {
  const how = ['--kind', 'dispute', '--channel', 'borrower', '--ground', 'terms', '--raised-on', '2026-01-14'];
  expect(await said('raise', 'first', ...how, '--as', 'li')).toMatchObject({ code: 0 });
  const [dispute, complaint, third] = await matters('first');
  expect(await openHolds('first')).toEqual(['dispute', 'complaint', 'dispute']);

  await stack.advanceTo('2026-01-16T02:00:00.000Z');
  const rejected = ['--outcome', 'rejected', '--on', '2026-01-16'];
  expect(await said('answer', 'first', '--id', dispute?.id ?? '', ...rejected)).toMatchObject({ code: 0 });
  const again = await said('answer', 'first', '--id', dispute?.id ?? '', ...rejected);
  expect(again).toMatchObject({ code: 1 });
  expect(again.err).toContain('[not-at-that-point]');
  expect(await openHolds('first')).toEqual(['complaint', 'dispute']);

  await stack.advanceTo('2026-01-18T02:00:00.000Z');
  const upheld = ['--outcome', 'upheld', '--on', '2026-01-18'];
  expect(await said('answer', 'first', '--id', third?.id ?? '', ...upheld)).toMatchObject({ code: 0 });

  await stack.advanceTo('2026-01-20T02:00:00.000Z');
  const extended = await said('extend', 'first', '--ground', 'complex', '--told-on', '2026-01-20');
  expect(extended.out).toContain('2026-02-11');
  expect((await said('extend', 'first', '--ground', 'busy', '--told-on', '2026-01-20')).err).toContain(
    '[unknown-ground]',
  );

  await stack.advanceTo('2026-01-22T02:00:00.000Z');
  const partly = ['--outcome', 'partly-upheld', '--on', '2026-01-22'];
  expect(await said('answer', 'first', '--id', complaint?.id ?? '', ...partly)).toMatchObject({ code: 0 });
  expect(await openHolds('first')).toEqual([]);
  await expect.poll(() => openHolds('second'), { timeout: 10_000 }).toEqual([]);
}, 300_000);

test('while one was open nobody collected, and the ladder went on with exactly the time that was left', async () => {
  await stack.advanceTo('2026-01-30T15:00:00.000Z');
  expect(await collectedBetween('first', '2026-01-10T04:00:00.000Z', '2026-01-22T02:00:00.000Z')).toEqual([]);
  expect(await collectedBetween('second', '2026-01-12T04:00:00.000Z', '2026-01-22T02:00:00.000Z')).toEqual([]);
  const began = await callsBegan('plain');
  // Held over the midnights of 11 to 22 January, each once however many hold; the second loan over those of 13 to 22.
  expect(await callsBegan('first')).toBe(addDays(began, 12));
  expect(await callsBegan('second')).toBe(addDays(began, 10));
}, 300_000);

test('a day that is missed is told the instant it is over, once, and is somebody’s work; the hold stays', async () => {
  const late = (await look.facts('silent')).filter(({ type }) => type === 'matter-overdue');
  // Raised on the 9th, though we were told on the 10th: the 24th is the last day.
  expect(late).toMatchObject([{ at: '2026-01-24T16:00:00.000Z', dueOn: '2026-01-24' }]);
  expect((await said('list', '--late')).out).toContain('silent');
  expect(await openHolds('silent')).toEqual(['complaint']);
  const open = (await look.tasks('silent'))
    .filter(({ status }) => status === 'open')
    .map(({ _id }) => _id.split('/')[4] ?? '');
  expect(open.toSorted()).toEqual(['answer-complaint', 'missed-answer']);
  const answer = ['--outcome', 'rejected', '--on', '2026-01-30'];
  expect(await said('answer', 'silent', ...answer)).toMatchObject({ code: 0 });
  expect((await look.facts('silent')).findLast(({ type }) => type === 'matter-answered')).toMatchObject({
    inTime: false,
  });
  expect((await said('list')).out.trim()).toBe('none');
  expect((await said('show', 'silent', '--lang', 'zh')).out).toContain('不成立');
}, 300_000);

test('by what right we collect is printed of a live case, and not over a file that is there', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'proof-'));
  try {
    const out = join(dir, 'proof.pdf');
    const printed = await recourse(stack.env, 'proof', 'print', 'plain', '--out', out);
    expect(printed).toMatchObject({ code: 0 });
    expect(printed.out).toContain(`${tenant}/plain/1/2026-`);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    const again = await recourse(stack.env, 'proof', 'print', 'plain', '--out', out);
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('cannot be written');
  } finally {
    rmSync(dir, { recursive: true });
  }
}, 60_000);

test('many loans are held by one word, counted first, until a day; one hold is ended by itself; the audit finds nothing', async () => {
  const many = ['many', '--place', 'CN', '--until', '2026-02-10'];
  const counted = await recourse(stack.env, 'hold', ...many);
  expect(counted.out).toContain('4 open cases');
  expect(await openHolds('plain')).toEqual([]);
  const wrong = await recourse(stack.env, 'hold', ...many, '--expecting', '3');
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.err).toContain('not 3 as counted');
  expect(await recourse(stack.env, 'hold', ...many, '--expecting', '4')).toMatchObject({ code: 0 });
  await stack.advanceTo('2026-02-02T00:00:00.000Z');
  expect([await openHolds('plain'), await openHolds('silent')]).toEqual([['disaster'], ['disaster']]);
  const hold = (await look.kase('plain'))?.holds.find(({ reason }) => reason === 'disaster');
  expect(hold?.until, 'as the day begins in Shanghai').toBe('2026-02-09T16:00:00.000Z');
  const id = hold?.id ?? '';
  expect(await recourse(stack.env, 'hold', 'end', 'plain', '--id', id)).toMatchObject({ code: 0 });
  await stack.advanceTo('2026-02-12T00:00:00.000Z');
  expect(await openHolds('silent')).toEqual([]);
  expect(await collectedBetween('silent', '2026-01-31T00:00:00.000Z', '2026-02-10T00:00:00.000Z')).toEqual([]);
  expect(await stack.audit()).toMatchObject({ code: 0 });
}, 300_000);
