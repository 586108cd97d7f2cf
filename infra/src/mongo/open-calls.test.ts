import { expect, test } from 'vitest';
import type { Collections } from './collections.js';
import type mongoose from 'mongoose';
import { entry } from '../../../test/builders/ask-gate.js';
import { openCallsOf } from './open-calls.js';

const at = '2026-03-02T02:00:00.000Z';
const notAfter = new Date(at);
const stored = [
  { _id: 'begun', status: 'begun' },
  { _id: 'taken', status: 'accepted' },
  { _id: 'given-up', status: 'concluded', outcome: { result: 'unknown' } },
  { _id: 'answered', status: 'concluded', outcome: { result: 'answered', code: 'no-answer' } },
  { _id: 'failed', status: 'concluded', outcome: { result: 'failed' } },
  { _id: 'of-others', status: 'begun' },
].map((act) => ({ ...act, begunAt: at, notAfter }));

/** The acts above as the store gives those asked for by id; what else is asked of it is refused. */
const asked: string[][] = [];
const acts = {
  find: ({ _id: { $in: ids }, ...more }: { _id: { $in: string[] } }) => {
    expect(more).toEqual({});
    asked.push(ids);
    return { toArray: () => Promise.resolve(stored.filter(({ _id }) => ids.includes(_id))) };
  },
} as unknown as Collections['acts'];
const session = {} as mongoose.mongo.ClientSession;
const call = (actId: string, how: object = {}) => entry(at, { actId, channel: 'call', open: true, ...how });

const openIds = async (...where: Parameters<typeof openCallsOf>[2][]): Promise<string[][]> =>
  Promise.all(where.map(async (each) => (await openCallsOf({ acts }, session, each)).map(({ actId }) => actId)));

test('calls begun, taken or given up as unknown are under way; those told of, and those of other ledgers, are not', async () => {
  const person = [call('begun'), call('taken'), call('answered')];
  const number = [call('given-up'), call('begun'), call('failed')];

  expect(await openCallsOf({ acts }, session, { ledgers: [person, number] })).toEqual(
    ['begun', 'taken', 'given-up'].map((actId) => ({ actId, begunAt: at, notAfter })),
  );
});

test('what is told of in the ledger, reserved, no call or set aside is not asked for; a dial named beside is, though no ledger has it', async () => {
  const person = [
    call('begun', { open: false }),
    call('taken', { reservedUntil: '2026-03-02T03:00:00.000Z' }),
    call('given-up', { channel: 'sms' }),
    call('never-sent'),
  ];

  expect(await openIds({ ledgers: [person] }, { ledgers: [person], also: ['taken'] })).toEqual([[], ['taken']]);
});

test('of ledgers without an open call the store is not asked', async () => {
  asked.length = 0;

  expect(await openIds({ ledgers: [] }, { ledgers: [undefined, [call('begun', { open: false })]] })).toEqual([[], []]);
  expect(asked).toEqual([]);
});
