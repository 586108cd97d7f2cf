import type { TaskRecord } from '@recourse/activities/records/task-record';
import { expect, test } from 'vitest';
import type { Desk } from './desk.js';
import { habitWith, type Habit } from './habits.js';
import type { Heard } from './outside.js';
import { staffAt } from './staff.js';
import { staffHttp } from './staff-http.js';

const seed = 's';
const openedAt = '2026-01-05T06:00:00.000Z';
const deadline = '2026-01-05T12:00:00.000Z';

/** The first task id whose habit is this one. */
function taskIdFor(habit: Habit, nth = 0): string {
  const ids = Array.from({ length: 2_000 }, (_, n) => `t/L${n}/1/1/call-1/1`);
  return ids.filter((id) => habitWith(seed, id) === habit)[nth] ?? '';
}

const task = (_id: string, kind: TaskRecord['kind'] = 'call'): TaskRecord => ({
  _id,
  tenant: 't',
  kind,
  covers: [],
  personId: 'P1',
  openedAt,
  deadline,
  status: 'open',
  version: 1,
});

/** A desk that keeps its tasks in memory and notes what is done to them. */
function deskWith(open: TaskRecord[], withhold?: { until: string }) {
  const did: string[] = [];
  const answered = new Set<string>();
  const desk: Desk = {
    list: async () => open.filter(({ _id }) => !answered.has(_id)),
    async lease(taskId, by) {
      did.push(`lease ${taskId} by ${by.split('-')[0]}`);
      return open.some(({ _id }) => _id === taskId)
        ? { leased: true, until: deadline }
        : { leased: false, refused: 'task-closed' };
    },
    async start(taskId) {
      if (withhold)
        return {
          started: false,
          refused: 'withheld',
          withheld: {
            planId: taskId,
            actId: taskId,
            at: openedAt,
            result: 'deferred',
            until: withhold.until,
            rules: ['HOURS'],
          },
        };
      return {
        started: true,
        actId: taskId,
        kind: taskId.includes('visit') ? 'visit' : 'call',
        to: '+8613900000001',
        loans: [],
      };
    },
    async answer(taskId, _by, { code }) {
      did.push(`answer ${taskId} ${code}`);
      if (answered.has(taskId)) return { answered: false, refused: 'already-answered', recorded: false };
      answered.add(taskId);
      return { answered: true };
    },
    async handBack(taskId) {
      did.push(`hand back ${taskId}`);
    },
  };
  return { desk, did, open };
}

const outside = { speak: async (): Promise<Heard> => ({ code: 'refuses' }) };
const staffWith = (desk: Desk, speaker = outside) =>
  staffAt({ desk, outside: speaker, seed, clock: 'test', onTrouble: () => undefined });

test('tasks are worked on at the half hour after they came up, in order of their ids, each once', async () => {
  const [first, second] = [taskIdFor('in-time', 0), taskIdFor('in-time', 1)];
  const { desk, did } = deskWith([task(second), task(first)]);
  const staff = staffWith(desk);

  expect(await staff.agenda()).toBe('2026-01-05T06:30:00.000Z');
  expect(await staff.play('2026-01-05T06:00:00.000Z')).toBe(0);
  expect(await staff.play('2026-01-05T06:30:00.000Z')).toBe(2);

  expect(did.filter((each) => each.startsWith('answer'))).toEqual(
    [first, second].toSorted().map((id) => `answer ${id} refuses`),
  );
  expect(await staff.agenda()).toBeUndefined();
  expect(staff.log()).toMatchObject({ answered: 2, 'answered-twice': 0 });
});

test('punctual staff forgets nothing, is never late and answers once', async () => {
  const ids = (['never', 'too-late', 'twice'] as const).map((habit) => taskIdFor(habit));
  const { desk } = deskWith(ids.map((id) => task(id)));
  const staff = staffAt({ desk, outside, seed, habits: 'punctual', clock: 'test', onTrouble: () => undefined });

  expect(await staff.play('2026-01-05T06:30:00.000Z')).toBe(3);

  expect(staff.log()).toMatchObject({ answered: 3, 'left-alone': 0, 'came-too-late': 0, 'twice-refused': 0 });
});

test('a task somebody forgets is never touched and wakes nobody', async () => {
  const { desk, did } = deskWith([task(taskIdFor('never'))]);
  const staff = staffWith(desk);

  expect(await staff.agenda()).toBeUndefined();
  expect(await staff.play('2026-01-09T06:30:00.000Z')).toBe(0);
  expect([did, staff.log()['left-alone']]).toEqual([[], 1]);
});

test('who comes after the deadline is refused, though the task has left the worklist', async () => {
  const { desk, did, open } = deskWith([task(taskIdFor('too-late'))]);
  const staff = staffWith(desk);

  expect(await staff.agenda()).toBe('2026-01-06T01:00:00.000Z');
  open.pop();
  expect(await staff.agenda()).toBe('2026-01-06T01:00:00.000Z');
  await staff.play('2026-01-06T01:00:00.000Z');

  expect(did).toHaveLength(1);
  expect(staff.log()).toMatchObject({ 'came-too-late': 1, answered: 0 });
  expect(await staff.agenda()).toBeUndefined();
});

test('who answers twice is refused the second time', async () => {
  const id = taskIdFor('twice');
  const { desk, did } = deskWith([task(id)]);
  const staff = staffWith(desk);

  await staff.play('2026-01-05T06:30:00.000Z');

  expect(did.slice(1)).toEqual([`answer ${id} refuses`, `answer ${id} no-answer`]);
  expect(staff.log()).toMatchObject({ answered: 1, 'twice-refused': 1, 'answered-twice': 0 });
});

test('what the gate puts off is handed back and looked at again when it said', async () => {
  const id = taskIdFor('in-time');
  const { desk, did } = deskWith([task(id)], { until: '2026-01-05T08:10:00.000Z' });
  const staff = staffWith(desk);

  await staff.play('2026-01-05T06:30:00.000Z');

  expect(did).toContain(`hand back ${id}`);
  expect(await staff.agenda()).toBe('2026-01-05T08:30:00.000Z');
  expect(staff.log()).toMatchObject({ withheld: 1 });
});

test('trouble with one task leaves the others alone', async () => {
  const [bad, good] = [taskIdFor('in-time', 0), taskIdFor('in-time', 1)].toSorted();
  const { desk, did } = deskWith([task(bad ?? ''), task(good ?? '')]);
  let calls = 0;
  const staff = staffWith(desk, {
    speak: async () => {
      calls += 1;
      if (calls === 1) throw new Error('the line is dead');
      return { code: 'no-answer' };
    },
  });

  expect(await staff.play('2026-01-05T06:30:00.000Z')).toBe(2);

  expect(did).toContain(`answer ${good} no-answer`);
  expect(staff.log()).toMatchObject({ trouble: 1, answered: 1 });
});

test('the share of the careless is as told: 3 % never, 1 % too late, 1 % twice', () => {
  const habits = Array.from({ length: 20_000 }, (_, n) => habitWith(seed, `task-${n}`));
  const share = (habit: Habit) => habits.filter((each) => each === habit).length / 20_000;

  expect(share('never')).toBeCloseTo(0.03, 2);
  expect(share('too-late')).toBeCloseTo(0.01, 2);
  expect(share('twice')).toBeCloseTo(0.01, 2);
});

test('over HTTP it speaks the participants’ protocol and names what is wrong in a request', async () => {
  const { desk } = deskWith([task(taskIdFor('in-time'))]);
  const http = staffHttp(staffWith(desk), 'test').listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  const address = http.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const play = async (body: string) => {
    const response = await fetch(`${url}/play`, { method: 'POST', body });
    return [response.status, await response.json()];
  };

  expect(await (await fetch(`${url}/agenda?now=${openedAt}`)).json()).toEqual({ next: '2026-01-05T06:30:00.000Z' });
  expect(await play('{"until":"2026-01-05T06:30:00.000Z"}')).toEqual([200, { played: 1, published: 0 }]);
  expect(await play('{"until":"later"}')).toEqual([
    400,
    { error: 'bad-request', field: 'until', reason: 'must be an RFC 3339 time with its offset' },
  ]);
  expect(await play('{')).toMatchObject([400, { field: 'body' }]);
  expect((await fetch(`${url}/agenda`)).status).toBe(400);
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  expect(await (await fetch(`${url}/log/work`)).json()).toMatchObject({ answered: 1 });
  http.close();
  http.closeAllConnections();
});
