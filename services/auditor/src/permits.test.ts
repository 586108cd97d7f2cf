import { expect, test } from 'vitest';
import { breachesIn } from './breaches.js';
import type { AuditedAct } from './audited-act.js';
import type { Evidence } from './evidence.js';
import { cleanEvidence } from './testing/clean-evidence.js';
import { violationsOf } from './testing/finds-only.js';
import { act, call, inserted, must, outside } from './testing/plant.js';

const dial = 't/L3/1/0/permit-1/1';
/** Another call of P3 about L3, which nobody has planned. */
const unplanned = (evidence: Evidence, id: string, begunAt: string, change: Partial<AuditedAct>): void => {
  const { taskId: _none, covers, ...like } = act(evidence, call);
  const cover = { ...must(covers[0]), planId: id };
  const begunWallAt = Date.parse(begunAt);
  evidence.acts.push({ ...like, id, begunAt, begunWallAt, acceptedAt: begunAt, covers: [cover], ...change });
};
const dialled = (evidence: Evidence): void => {
  const at = '2026-01-14T15:30:00.000Z';
  const consent = { to: 'medium', channel: 'dialler', basis: 'consent', at: '2026-01-02T00:00:00.000Z' };
  must(evidence.persons[1]).standing = { places: ['US-MA'], consents: [consent] };
  unplanned(evidence, dial, at, { channel: 'dialler', permitId: 'permit-1', code: 'no-answer' });
  outside(evidence).received.push({ id: dial, channel: 'call', at });
  const concluded = { type: 'contact-concluded', at: '2026-01-14T15:31:00.000Z', planId: dial, consumesTry: false };
  Object.assign(evidence, inserted(evidence, 't/L3/1', 'strategy-pinned', concluded));
};
const granted = (evidence: Evidence, readPosition: number): void =>
  void evidence.permits.push({ permitId: 'permit-1', sender: 'agency', covers: [{ loanId: 'L3', readPosition }] });

test('a dial by a permit was decided by who granted it, and carried out by who dialled', () => {
  const evidence = cleanEvidence();
  dialled(evidence);
  granted(evidence, 1);

  expect(violationsOf(evidence)).toEqual({});
});

test('a dial by a permit that nobody granted, or granted before a payment, rests on nothing', () => {
  const [nobodys, old] = [cleanEvidence(), cleanEvidence()];
  for (const evidence of [nobodys, old]) dialled(evidence);
  granted(old, 1);
  Object.assign(must(act(old, dial).covers[0]), { order: 7, readPosition: 2 });

  expect(violationsOf(nobodys)).toEqual({
    'contacts-on-unread-payment': [`${dial} rests on ${dial}, which nobody had decided by 2026-01-14T15:30:00.000Z`],
  });
  expect(violationsOf(old)['contacts-on-unread-payment']).toEqual([
    `${dial} began at 7 on position 1 of loan L3, after /servicing/e4 at 6`,
  ]);
});

test('a dial that was let go and that nobody told of may never have been made; one that was told of is in the log', () => {
  const [untold, told] = [cleanEvidence(), cleanEvidence()];
  for (const evidence of [untold, told]) {
    dialled(evidence);
    granted(evidence, 1);
    const { received } = outside(evidence);
    received.splice(0, received.length, ...received.filter(({ id }) => id !== dial));
  }
  const { code: _code, result: _result, ...letGo } = act(untold, dial);
  untold.acts.splice(
    untold.acts.findIndex(({ id }) => id === dial),
    1,
    { ...letGo, status: 'accepted' },
  );

  expect(violationsOf(untold)).not.toHaveProperty('unsent-attempts');
  expect(violationsOf(told)).toEqual({ 'unsent-attempts': [`place-call ${dial} is in nobody's log but ours`] });
});

const reported = (evidence: Evidence, nth: number, begunAt: string, change: Partial<AuditedAct> = {}): void =>
  unplanned(evidence, `t/L3/1/0/reported-${nth}/1`, begunAt, { reported: true, sender: 'agency', ...change });

test('what an agency did of its own accord, by night and under a hold, is no violation of ours', () => {
  const evidence = cleanEvidence();
  reported(evidence, 1, '2026-01-22T04:00:00.000Z');

  expect(violationsOf(evidence)).toEqual({});
});

test('it is told as the breach of an agency that we know of, with the laws it broke', () => {
  const [evidence, mild] = [cleanEvidence(), cleanEvidence()];
  reported(evidence, 1, '2026-01-22T04:00:00.000Z');
  Object.assign(
    evidence,
    inserted(evidence, 't/L3/1', 'strategy-pinned', { type: 'breach-opened', at: '2026-01-22T05:00:00.000Z' }),
  );

  expect(breachesIn(mild)).toEqual({ told: 0, opened: 0, unlawful: [] });
  expect(breachesIn(evidence)).toMatchObject({ told: 1, opened: 1 });
  expect(breachesIn(evidence).unlawful).toContainEqual(expect.stringContaining('t/L3/1/0/reported-1/1'));
});

test('a call of its own to who had opted out of calls is such a breach too', () => {
  const evidence = cleanEvidence();
  const out = { channel: 'call', at: '2026-01-20T00:00:00.000Z' };
  must(evidence.persons[1]).standing = { places: ['US-MA'], optOuts: [out] };
  reported(evidence, 1, '2026-01-22T15:30:00.000Z');

  expect(violationsOf(evidence)['contacts-after-opt-out']).toBeUndefined();
  expect(breachesIn(evidence).unlawful).toContainEqual(
    `t/L3/1/0/reported-1/1 by call began at 2026-01-22T15:30:00.000Z, after P3 had opted out of call at ${out.at}`,
  );
});

test('what an agency’s own telephone logged is on our record under the name of its report, as of when it was made', () => {
  const [told, untold, shifted] = [cleanEvidence(), cleanEvidence(), cleanEvidence()];
  const [name, at] = ['/agency/contact-1', '2026-01-14T15:30:00.000Z'];
  for (const evidence of [told, untold, shifted]) outside(evidence).received.push({ id: name, channel: 'call', at });
  reported(told, 1, at, { reportedAs: name });
  reported(untold, 1, at, { reportedAs: '/agency/contact-2' });
  reported(shifted, 1, '2026-01-14T14:30:00.000Z', { reportedAs: name });

  expect(violationsOf(told)).toEqual({});
  expect(violationsOf(untold)).toEqual({ 'unrecorded-attempts': [`call ${name} at ${at} is no act of ours`] });
  expect(violationsOf(shifted)).toEqual({
    'unrecorded-attempts': [`call ${name} at ${at} was told of as of 2026-01-14T14:30:00.000Z`],
  });
});

test('it counts from when we heard of it', () => {
  const [heard, later] = [cleanEvidence(), cleanEvidence()];
  for (const evidence of [heard, later])
    for (const nth of [1, 2])
      reported(evidence, nth, `2026-01-1${nth}T15:30:00.000Z`, {
        ...(evidence === later && { begunWallAt: Date.parse('2026-01-15T00:00:00.000Z') }),
      });

  expect(violationsOf(heard)).toEqual({
    'caps-exceeded': [
      expect.stringMatching(
        /^communications of P3 about L3 .* the first too many is t\/L3\/1\/1\/call-1\/2: US-MA-1-PERSONAL /,
      ),
    ],
  });
  expect(violationsOf(later)).toEqual({});
});
