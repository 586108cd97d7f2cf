import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilRelayed } from '../../services/cli/src/demo/wait-until-relayed.js';
import { eventually } from '../contracts/eventually.js';
import { ownTenant } from '../e2e/crashes/own-tenant.js';
import { loanStory, scenePerson } from '../e2e/scenes/loan-story.js';
import { startTestStack, type TestStack } from '../e2e/stack.js';
import { recourse, startRecourse, type Said } from './recourse.js';

/** One life of one tenant; each test goes on where the one before it stopped. */
const tenant = ownTenant('cli');
const other = `${tenant}-2`;
const loan = 'CLI-1';
let stack: TestStack;
let dir = '';

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-commands-'));
  stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z' });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const run = (...args: readonly string[]): Promise<Said> => recourse(stack.env, ...args);
const of = (who: string, ...args: readonly string[]): Promise<Said> =>
  recourse({ ...stack.env, RECOURSE_TENANT: who }, ...args);
const story = (of: string) => loanStory(tenant, of, `p-${of}`);

function fileOf(name: string, rows: readonly unknown[], text = rows.map((row) => JSON.stringify(row)).join('\n')) {
  const file = join(dir, name);
  writeFileSync(file, `${text}\n`);
  return file;
}

function expectRefused({ code, out, err }: Said, words: string): void {
  expect(err).toContain(words);
  expect(err).not.toMatch(/^ +at /m);
  expect([code, out]).toEqual([1, '']);
}

function expectDone({ code, out, err }: Said, words: string | RegExp): void {
  expect(err).toBe('');
  expect(out).toMatch(words);
  expect(code).toBe(0);
}

/** Id of the one event parked under this tenant; those of other tenants' tests may lie beside it. */
async function parkedId(cause: string): Promise<string> {
  let id: string | undefined;
  await eventually(async () => {
    const { out } = await run('dlq', 'list');
    const line = out.split('\n').find((each) => each.includes(tenant) && each.includes(cause));
    id = line?.split(' ')[0];
    return id !== undefined;
  });
  return id ?? '';
}

describe('a clock', () => {
  it('is made once and shown', async () => {
    expectDone(await run('clock', 'show'), `tenant ${tenant}: test clock at 2026-01-05T00:00:00.000Z`);
    expectDone(await run('clock', 'create', other, '--at', '2026-01-01'), `tenant ${other} created on a test clock`);
    expectRefused(await run('clock', 'create', other), `tenant ${other} exists`);
    expectRefused(await of('nobody', 'clock', 'show'), 'there is no tenant nobody');
  });

  it('is refused what is no instant, and both ways of saying how far', async () => {
    expectRefused(await run('clock', 'create', 't3', '--at', '2026-02-30'), 'is not a day that exists');
    expectRefused(
      await run('clock', 'create', 't3', '--strategy', 'nosuch'),
      'there is no strategy nosuch; policies/strategies has consumer-cn',
    );
    expectRefused(await run('clock', 'advance', '--days', '1', '--to', '2026-01-06'), 'say either --to or --days');
    expectRefused(await run('clock', 'advance', '--to', '2026-01-01'), 'its clock is already past that instant');
  });
});

describe('files', () => {
  it('of persons are loaded whole or not at all', async () => {
    const good = [scenePerson(`p-${loan}`, 900)];
    const bad = fileOf('bad-persons.ndjson', [...good, { personId: 'no spaces allowed', language: 'zh', points: [] }]);

    expectRefused(await run('persons', 'load', bad), 'line 2: personId');
    expectRefused(await run('persons', 'load', join(dir, 'none')), 'no such file');
    expectDone(
      await run('persons', 'load', fileOf('persons.ndjson', good)),
      '1 persons new, 0 changed, 0 as they were',
    );
  });

  it('of events are published whole or not at all, and every bad line is named', async () => {
    const { events } = story(loan).missed(1, '2026-01-04');
    const bad = fileOf('bad.ndjson', [events[0], { ...events[0], tenant: 7 }, 'not an object']);

    const refused = await run('events', 'publish', bad);

    expectRefused(refused, 'line 2: tenant: must be text');
    expect(refused.err).toContain('line 3: ');
    const printed = await run('events', 'publish', fileOf('printed.json', [], JSON.stringify(events, null, 2)));
    expectRefused(printed, 'each line must be one JSON object by itself');
    expect(printed.err.trim().split('\n')).toHaveLength(1);
    expectDone(await run('events', 'publish', fileOf('events.ndjson', events)), '1 event published');
    const large = { ...events[0], data: { ...(events[0]?.['data'] as object), note: 'x'.repeat(1_100_000) } };
    expectRefused(
      await run('events', 'publish', fileOf('large.ndjson', [events[0], large])),
      'line 2: is too large, at most 900000 bytes',
    );
  });
});

describe('cases', () => {
  it('are listed as soon as the event has opened one', async () => {
    await eventually(async () => (await run('case', 'list')).out.includes(loan));

    expectDone(await run('case', 'list'), new RegExp(`${loan} +1 +intake +CNY 3,010.00`));
    expectDone(await run('case', 'list', '--stage', 'intake'), loan);
    expectDone(await run('case', 'list', '--stage', 'legal'), /^none\n$/);
    expectDone(await run('case', 'list', '--limit', '1', '--loan', loan), loan);
    expectDone(await run('case', 'list', '--after', loan, '--loan', loan), /^none\n$/);
    expectDone(await run('task', 'list'), /^none\n$/);
    expectRefused(await run('case', 'list', '--stage', 'heaven'), 'Allowed choices are intake, reminder');
  });

  it('go on when the clock is advanced, and are told in plain words in two languages', async () => {
    expectDone(
      await run('clock', 'advance', '--days', '4'),
      /test clock at 2026-01-09T00:00:00.000Z.*; \d+ instants met/,
    );

    expectDone(await run('case', 'show', loan), /Case opened: unpaid since 2026-01-04[\s\S]*Reminder by SMS/);
    expectDone(await run('case', 'show', loan), / · DPD 5 \(M1\) · Asia\/Shanghai\n/);
    expectDone(
      await run('case', 'show', loan, '--lang', 'zh'),
      /建案：自 2026-01-04 起逾期[\s\S]*短信提醒（sms-1，第 1 次，共 2 次）。/,
    );
    const row = new RegExp(
      `${loan} +1 +reminder +CNY 3,010.00 +5 +2026-01-\\d\\d 10:00 +reminder by SMS +sms-\\d, try`,
    );
    expectDone(await run('case', 'list'), row);
    expectRefused(await run('case', 'show', 'NONE'), `tenant ${tenant} has no case of loan NONE`);
  });

  it('say why each contact began: what every rule answered', async () => {
    const attempt = `${tenant}/${loan}/1/1/sms-1/1`;

    expectDone(await run('gate', 'explain', attempt), /it came to: \w+\n[\s\S]*allow +CN-TIME-1 +cn@1#/);
    expectRefused(await run('gate', 'explain', 'sms-1'), `sms-1 is no attempt of tenant ${tenant}`);
  });

  it('are followed on Kafka until Ctrl-C', async () => {
    const tail = startRecourse(stack.env, 'events', 'tail', '--from-beginning');
    await tail.said(`${tenant}/${loan}/1/1  `);

    tail.interrupt();

    const { code, err } = await tail.ended;
    expect([code, err]).toEqual([130, 'stopped following; whatever runs goes on\n']);
  });
});

describe('parked events', () => {
  it('are listed, shown, and taken again once they can be', async () => {
    const { events } = story(loan).paid('soon', '2026-01-10', 1_000);
    await run('events', 'publish', fileOf('ahead.ndjson', events));
    const id = await parkedId('dated-ahead');

    expectDone(await run('dlq', 'show', id), '"code": "dated-ahead"');
    expectDone(await run('dlq', 'show', id, '--content'), '"paymentId');
    expectRefused(await run('dlq', 'redrive', id), 'was refused again and stays parked: dated-ahead');
    await run('clock', 'advance', '--to', '2026-01-11');
    expectDone(await run('dlq', 'redrive', id), `${id} is taken`);
    expectRefused(await run('dlq', 'redrive', id), 'it has been resolved before');
  });

  it('are given up with a reason', async () => {
    await run('events', 'publish', fileOf('unknown.ndjson', story('CLI-9').paid('stray', '2026-01-08').events));
    const id = await parkedId('unknown-loan');

    expectRefused(await run('dlq', 'discard', id), "required option '--reason <text>'");
    expectRefused(await run('dlq', 'discard', id, '--reason', ' '), 'must say why');
    expectRefused(
      await of(other, 'dlq', 'discard', id, '--reason', 'not ours'),
      `no event is parked under this id (tenant ${other})`,
    );
    expect((await of(other, 'dlq', 'list')).out).not.toContain(id);
    expectDone(await run('dlq', 'discard', id, '--reason', 'a drill'), `${id} is discarded`);
    expectDone(await run('dlq', 'list', '--status', 'discarded'), id);
    expectRefused(await run('dlq', 'show', 'no/such/id'), 'no event is parked under this id');
  });
});

describe('a tenant that does not exist', () => {
  it.each([
    ['dlq', 'list'],
    ['persons', 'load', '-'],
    ['case', 'list'],
    ['contact', 'start'],
    ['audit', 'run'],
    ['events', 'tail'],
  ])('is named in one sentence by %s %s', async (...args) => {
    const refused = await of('nobody', ...args);

    expectRefused(refused, 'there is no tenant nobody');
    expect(refused.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('the law', () => {
  it('is asked and listed without a tenant', async () => {
    const question = 'examples/gate/at-night.json';

    expectDone(await of('nobody', 'gate', 'check', '--input', question), /^defer → .*CN-TIME-1/);
    expectDone(await of('nobody', 'rules', 'list', '--jurisdiction', 'US-MA'), /^US-MA-1-PERSONAL /m);
  });
});

describe('the kill switch', () => {
  it('stops all contact with a reason, and lets it go on', async () => {
    expectRefused(await run('contact', 'stop'), "required option '--reason <text>'");
    expectRefused(await run('contact', 'stop', '--reason', ''), 'must say why');
    expectDone(await run('contact', 'stop', '--reason', 'a drill'), `contact of tenant ${tenant} is stopped`);
    expectDone(await run('clock', 'show'), 'contact stopped by operator/');
    expectDone(await run('contact', 'start'), `contact of tenant ${tenant} goes on`);
    expectDone(await run('contact', 'start'), 'was not stopped');
  });
});

describe('a process of its own', () => {
  it('audits all of it', async () => {
    await waitUntilRelayed(stack.stores);
    const { code, out, err } = await startRecourse(stack.env, 'audit', 'run').ended;

    // On a slow machine it says how far it is.
    const said = err.split('\n').filter((line) => !/^(?:[\w ]+: [\d/]+(?: \(looking again\))?)?$/.test(line));
    expect([said, code]).toEqual([[], 0]);
    expect(out).toContain('All that must be 0 is 0.');
  });

  it('ends with 1 and one sentence when it is refused', async () => {
    const env = { ...stack.env, RECOURSE_LOG_LEVEL: 'loud', RECOURSE_KEY: 'short' };
    const refused = await startRecourse(env, 'case', 'list').ended;

    expectRefused(refused, 'RECOURSE_KEY: must be 64 hex digits');
    expect(refused.err).toContain('RECOURSE_LOG_LEVEL: must be fatal, error');
  });
});
