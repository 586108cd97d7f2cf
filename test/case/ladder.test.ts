import { expect, it } from 'vitest';
import { aWorld, missed, tell } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

const stagesOf = (world: ReturnType<typeof aWorld>): string[] =>
  world.facts.flatMap((fact) =>
    fact.type === 'stage-entered'
      ? `${fact.stage} ${fact.because}`
      : fact.type === 'stage-passed-over'
        ? `${fact.stage} passed over`
        : [],
  );

it('a debtor who never answers climbs the whole ladder to legal, stage by stage', () => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  const done = playUntil(world, '2026-07-01', (act) =>
    act === 'place-call' || act === 'arrange-visit' ? 'no-answer' : 'delivered',
  );
  expect(stagesOf(world)).toEqual([
    'reminder grace-passed',
    'call condition-met',
    'visit condition-met',
    'outsourcing condition-met',
    'legal condition-met',
  ]);
  expect(done.map(({ at, act, planId }) => `${at.slice(0, 16)} ${act} ${planId}`)).toMatchInlineSnapshot(`
    [
      "2026-01-05T02:00 send-reminder test/loan-1/1/1/sms-1/1",
      "2026-01-06T02:00 send-reminder test/loan-1/1/1/sms-2/1",
      "2026-01-09T06:00 place-call test/loan-1/1/1/dial-1/1",
      "2026-01-10T02:00 send-notice test/loan-1/1/1/notice-credit/1",
      "2026-01-11T06:00 place-call test/loan-1/1/1/call-1/1",
      "2026-01-13T06:00 place-call test/loan-1/1/1/call-1/2",
      "2026-01-15T06:00 place-call test/loan-1/1/1/call-1/3",
      "2026-01-19T06:00 place-call test/loan-1/1/1/call-2/1",
      "2026-01-21T06:00 place-call test/loan-1/1/1/call-2/2",
      "2026-01-23T06:00 place-call test/loan-1/1/1/call-2/3",
      "2026-01-24T02:00 send-reminder test/loan-1/1/1/sms-3/1",
      "2026-01-27T06:00 place-call test/loan-1/1/1/call-3/1",
      "2026-01-29T06:00 place-call test/loan-1/1/1/call-3/2",
      "2026-02-03T06:00 arrange-visit test/loan-1/1/1/visit-1/1",
      "2026-02-10T06:00 arrange-visit test/loan-1/1/1/visit-1/2",
      "2026-02-20T06:00 place-call test/loan-1/1/1/call-4/1",
      "2026-02-22T06:00 place-call test/loan-1/1/1/call-4/2",
      "2026-03-03T02:00 send-notice test/loan-1/1/1/notice-outsourcing/1",
      "2026-03-12T02:00 place-with-agency test/loan-1/1/1/place-1/1",
      "2026-05-01T16:00 recall-from-agency test/loan-1/1/1/recall/1",
      "2026-05-02T02:00 send-notice test/loan-1/1/1/notice-legal/1",
      "2026-05-19T02:00 refer-to-legal test/loan-1/1/1/refer-1/1",
    ]
  `);
});
