import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { afterAll, expect, it } from 'vitest';
import { readPlanInput } from './read-plan-input.js';

const scratch = mkdtempSync(join(tmpdir(), 'recourse-plan-input-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const file = join(scratch, 'input.json');
const example = readFileSync(join(repoRoot, 'examples/explain/old-claim.json'), 'utf8');
const reading = (content: string | Buffer) => {
  writeFileSync(file, content);
  return () => readPlanInput(file);
};

it('the example is read', () => expect(reading(example)().kase.status).toBe('open'));

it.each([
  ['a zone nobody keeps', /"zone": "[^"]+"/g, '"zone": "Mars/X"', 'people[0].zone: is no zone'],
  [
    'a zone named like what every object has',
    /"zone": "[^"]+"/g,
    '"zone": "constructor"',
    'people[0].zone: is no zone',
  ],
  ['a place there is not', /"jurisdiction": "[^"]+"/g, '"jurisdiction": "XX"', 'terms.jurisdiction: is no country'],
  ['a day nobody reckons with', /^(\{[^]*?"at": ")[^"]+"/, '$19999-12-31T23:59:59.999Z"', 'at: must be from 1900'],
])('%s is refused by its field', (_what, of, instead, told) => {
  const wrong = example.replace(of, instead);
  expect(wrong).not.toBe(example);
  expect(reading(wrong)).toThrow(told);
});

const withEvents = (...more: { type: string; data: object; at?: string }[]): string => {
  const told: { events: unknown[] } = JSON.parse(example);
  return JSON.stringify({
    ...told,
    events: [...told.events, ...more.map((each) => ({ at: '2026-02-20T01:30:00.000Z', ...each }))],
  });
};
const restructured = (restructuringId: string, number: number) => ({
  type: 'loan-restructured',
  data: {
    restructuringId,
    on: '2026-02-20',
    currency: 'CNY',
    replaces: { from: 11, to: 12 },
    takenOver: { principal: 400_000, interest: 4_000 },
    overdue: 'billed-anew',
    instalments: [{ number, dueOn: '2026-03-20', due: { principal: 400_000, interest: 4_000 } }],
    arrearsTotal: 0,
    outstandingTotal: 404_000,
  },
});
const paid = (change: object) => ({
  type: 'payment-received',
  data: {
    paymentId: 'p-1',
    amount: 100,
    currency: 'CNY',
    valueDate: '2026-02-19',
    receivedAt: '2026-02-19T01:00:00.000Z',
    method: 'transfer',
    payer: 'debtor',
    ...change,
  },
});
const back = { type: 'payment-reversed', data: { paymentId: 'p-9', reversedOn: '2026-02-20', reason: 'returned' } };

it.each([
  ['a field nobody reads', withEvents(paid({ mood: 1 })), 'events[1].data.mood: is not a known field [shape]'],
  [
    'one inside a list',
    example.replace('"state": "missed"', '"state": "missed", "foo": 1'),
    'events[0].data.instalments[0].foo: is not a known field [shape]',
  ],
  [
    'an instant without milliseconds',
    example.replace('"at": "2026-02-20T02:00:00.000Z"', '"at": "2026-02-20T02:00:00Z"'),
    'at: must be an instant in UTC with milliseconds, such as 2026-02-20T02:00:00.000Z [shape]',
  ],
  [
    'an id with an escape sequence',
    example.replace('"P1-email"', String.raw`"\u001b[2J"`),
    'points[1].pointId: must be 1 to 64',
  ],
  [
    'a reversal of a payment it does not tell',
    withEvents(back),
    'events[1].data.paymentId: must be one that this file tells of [payment-unknown]',
  ],
  [
    'money that came a year later',
    withEvents(paid({ valueDate: '2027-02-19', receivedAt: '2027-02-19T01:00:00.000Z' })),
    'events[1].data.receivedAt: must not be later than at [event-in-the-future]',
  ],
  [
    'an event of later',
    withEvents({ ...paid({}), at: '2026-02-20T03:00:00.000Z' }),
    'events[1].at: must not be later than at [event-in-the-future]',
  ],
  [
    'a payment told twice with other money',
    withEvents(paid({}), paid({ amount: 200 })),
    'events[2].data.amount: payment p-1 is known with amount 100, not 200 [contradiction]',
  ],
  [
    'two new schedules for the same instalments',
    withEvents(restructured('r-1', 13), restructured('r-2', 15)),
    'events[2].data.replaces: names what r-1 has replaced already [contradiction]',
  ],
])('a file with %s is refused by its field', (_what, wrong, told) => {
  expect(wrong).not.toBe(example);
  expect(reading(wrong)).toThrow(told);
});

it('what is told in another order than it happened is read', () => {
  const known = { ...back, data: { ...back.data, paymentId: 'p-1' } };
  expect(reading(withEvents(known, paid({})))().seen.position.payments).toMatchObject([{ reversedOn: '2026-02-20' }]);
});

it('a dispute is refused, since a file tells no hold', () => {
  const told: { events: unknown[]; at: string } = JSON.parse(example);
  const dispute = { type: 'dispute-raised', at: told.at, data: {} };
  expect(reading(JSON.stringify({ ...told, events: [...told.events, dispute] }))).toThrow(
    `events[${told.events.length}].type: places a hold`,
  );
});

it('a file in another encoding is refused, and not read with signs of doubt in it', () => {
  expect(reading(Buffer.from(example.replace('v', '\u00e9'), 'latin1'))).toThrow('is no text in UTF-8');
});

it.each([
  ['China, where no law wants a notice', 'CN', undefined],
  ['the United Kingdom, where nobody has proved the default notice', 'GB-ENG', ['UK-DN-1-ACCELERATE']],
])('an acceleration counts as the law of its place lets it: %s', (_, jurisdiction, against) => {
  const accelerated = {
    type: 'loan-accelerated',
    data: {
      accelerationId: 'a-1',
      on: '2026-02-19',
      from: 13,
      currency: 'CNY',
      due: { principal: 81_000 },
      arrearsTotal: 485_000,
      outstandingTotal: 485_000,
    },
  };
  const placed = withEvents(accelerated).replaceAll(/"jurisdiction":\s*"[^"]+"/g, `"jurisdiction":"${jurisdiction}"`);
  const { seen } = reading(placed)();
  expect(seen.position.accelerations?.[0]?.against).toEqual(against);
});
