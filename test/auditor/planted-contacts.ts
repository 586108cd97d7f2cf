import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { handedOverAt, placement } from './placed-loan.js';
import type { StoredWorld } from './stored-world.js';
import { actRecord, closedCase, openCase, sendsAt, tenant } from './world-records.js';

/** What is changed in the stores or in the world outside, and how it is taken back. */
export type Planted = { plant(): Promise<unknown>; undo(): Promise<unknown>; words: string | RegExp };

/** A rule as violations name it, by its pack. */
export const citedRule = (pack: string, id: string): string => {
  const { rules } = parse(readFileSync(`policies/rule-packs/${pack}.yaml`, 'utf8')) as {
    rules: { id: string; citation: string }[];
  };
  return `${id} (${rules.find((rule) => rule.id === id)?.citation})`;
};

type Contact = { id: string; act: object; channel: string; at: string; concludedAt?: string; gate?: object };

/** Contacts of P1 that receivers logged and our records have. */
function contactsMade({ db, received }: StoredWorld, made: Contact[]): Omit<Planted, 'words'> {
  const acts = () => db.collection<{ _id: string }>('acts');
  const kept = received.length;
  return {
    async plant() {
      await acts().insertMany(
        made.map(({ id: _id, act, at: begunAt, concludedAt, gate }) => ({
          ...actRecord,
          _id,
          act: { ...actRecord.act, ...act },
          begunAt,
          ...(concludedAt && { concludedAt }),
          ...(gate && { gate }),
          covers: [],
        })),
      );
      received.push(...made.map(({ id, channel, at }) => ({ id, channel, at, to: 'a number' })));
    },
    async undo() {
      await acts().deleteMany({ _id: { $in: made.map(({ id }) => id) } });
      received.splice(kept);
    },
  };
}

/** Five messages more than the one of that day. */
export const sixMessages = (world: StoredWorld): Planted => {
  const ids = [2, 3, 4, 5, 6].map((nth) => `${openCase}/1/sms-2/${nth}`);
  return {
    ...contactsMade(
      world,
      ids.map((id) => ({ id, act: {}, channel: 'sms', at: sendsAt })),
    ),
    words: `attempts of P1 on 2026-01-14 in Asia/Shanghai: more than 5, the first too many is ${ids.at(-1)}: ${citedRule('house', 'OWN-FREQ-1')}`,
  };
};

/** Two visits of somebody in China, a week apart. */
export const twoVisits = (world: StoredWorld): Planted => {
  const [first, second] = [`${openCase}/1/visit-1/1`, `${openCase}/1/visit-1/2`] as const;
  const persons = () => world.db.collection<{ _id: string }>('persons');
  const act = { kind: 'arrange-visit' };
  const visits = contactsMade(world, [
    { id: first, act, channel: 'visit', at: '2026-01-07T02:00:00.000Z' },
    { id: second, act, channel: 'visit', at: '2026-01-14T02:00:00.000Z' },
  ]);
  return {
    async plant() {
      await visits.plant();
      await persons().updateOne({ _id: `${tenant}/P1` }, { $set: { standing: { places: ['CN'] } } });
    },
    async undo() {
      await visits.undo();
      await persons().updateOne({ _id: `${tenant}/P1` }, { $unset: { standing: '' } });
    },
    words: `${second} on 2026-01-14 in Asia/Shanghai follows the visit ${first} on 2026-01-07, before 7 days have passed: ${citedRule('cn', 'CN-FREQ-4')}`,
  };
};

/** Two collectors on the telephone with one person: the second begins five minutes into what the first says of twenty. */
export const callIntoAnother = (world: StoredWorld): Planted => {
  const [first, second] = [`${openCase}/1/call-1/1`, `${openCase}/1/call-1/2`] as const;
  const act = { kind: 'place-call', by: 'desk' };
  const gate = { answers: [{ rule: 'dial-open', inputs: { callsUnderWay: 0, longestMinutes: 120 } }] };
  return {
    ...contactsMade(world, [
      { id: first, act, channel: 'call', at: '2026-01-13T02:00:00.000Z', concludedAt: '2026-01-13T02:20:00.000Z' },
      {
        id: second,
        act,
        channel: 'call',
        at: '2026-01-13T02:05:00.000Z',
        concludedAt: '2026-01-13T02:06:00.000Z',
        gate,
      },
    ]),
    words: `${second} began at 2026-01-13T02:05:00.000Z while ${first} went on`,
  };
};

/** A message about the open loan while the other is with an agency. */
export const whilePlaced = (world: StoredWorld): Planted => {
  const [id, at] = [`${openCase}/1/sms-2/1`, handedOverAt.replace('T00', 'T02')] as const;
  const { id: placementId, partnerId } = placement(closedCase);
  return {
    ...contactsMade(world, [{ id, act: {}, channel: 'sms', at }]),
    words: `${id} by us began at ${at} while loan L2 was with ${partnerId} (${placementId})`,
  };
};
