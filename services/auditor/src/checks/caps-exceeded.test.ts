import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, call, outside, sms } from '../testing/plant.js';

/** So many more of an act on the day on which it went out, in half hours before or after it. */
const more = (evidence: Evidence, like: string, count: number, change: object = {}, halfHours = 1): void => {
  const { taskId: _own, ...one } = act(evidence, like);
  for (let nth = 1; nth <= count; nth++) {
    const at = new Date(Date.parse(one.begunAt) + nth * halfHours * 1_800_000).toISOString();
    const id = `t/L9/1/1/extra-${nth}/1`;
    const received = { id, channel: one.channel, at, to: one.blindIndex ?? '', ...change };
    const times = { begunAt: at, begunWallAt: Date.parse(at), notAfterWallAt: Date.parse(at) + 5_000, acceptedAt: at };
    const { channel } = received;
    evidence.acts.push({ ...one, ...change, channel, id, ...times, covers: [] });
    outside(evidence).received.push(received);
  }
};

findsOnly('caps-exceeded', [
  [
    'a sixth message to one person on one day',
    (evidence) => more(evidence, sms, 5, { to: 'another number' }),
    'attempts on P1 on 2026-01-06 in Asia/Shanghai: more than 5, the first too many is t/L9/1/1/extra-5/1',
  ],
  [
    'a fourth conversation with one person on one day',
    (evidence) => more(evidence, call, 4, { code: 'refuses' }),
    'conversations with P3 on 2026-01-13 in America/New_York: more than 3, the first too many is t/L9/1/1/extra-4/1',
  ],
  [
    'a fourth call of which nobody knows what was said',
    (evidence) => more(evidence, call, 4, { code: undefined, result: 'unknown' }),
    'conversations with P3 on 2026-01-13 in America/New_York: more than 3, the first too many is t/L9/1/1/extra-4/1',
  ],
  [
    'a seventh attempt on a number that two persons share',
    (evidence) => {
      evidence.persons.push({ personId: 'P4', zone: 'Asia/Shanghai', holds: [] });
      more(evidence, sms, 4);
      const { received } = outside(evidence);
      const own = received.slice(-4);
      for (const { id, ...each } of own.slice(2)) {
        received.push({ ...each, id: `${id}-b` });
        evidence.acts.push({ ...act(evidence, id), id: `${id}-b` });
      }
      for (const each of evidence.acts.slice(-4)) each.personId = 'P4';
    },
    /^attempts on one number on 2026-01-06 in Asia\/Shanghai: more than 6, the first too many is /,
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  ['five messages to one person on one day', (evidence) => more(evidence, sms, 4)],
  ['six, of which one answers what was asked', (evidence) => more(evidence, sms, 5, { purpose: 'service' })],
  ['six over two of the days of the person', (evidence) => more(evidence, call, 5, {}, 6)],
  ['four calls of which one reached the person', (evidence) => more(evidence, call, 3, { code: 'busy' })],
])('%s are allowed', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['caps-exceeded']).toBeUndefined();
});
