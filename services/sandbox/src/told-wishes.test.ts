import { expect, test } from 'vitest';
import { playedLoan } from './testing/played-loan.js';
import { type LoanScript, script } from './loan-script.js';
import { makePerson } from './person.js';
import type { OutgoingEvent } from './servicing-event.js';
import { makeWorld } from './world.js';

const person = makePerson(1, 'CN', '2025-12-01');
const mobile = person.points[0]?.value ?? '';

function worldWith(tells: LoanScript['tells'], differs: Partial<LoanScript> = {}) {
  const sent: OutgoingEvent[] = [];
  const out = {
    put: (event: OutgoingEvent) => void sent.push(event),
    flush: async () => 0,
    close: async () => undefined,
  };
  const startsAt = '2025-12-31T16:00:00.000Z';
  const noPermits = { permits: () => undefined };
  const world = makeWorld({ tenant: 't', seed: 's', clock: 'test', startsAt, out, ...noPermits });
  const behaviour = script('a', [], { alwaysReached: true, ...(tells && { tells }), ...differs });
  const loan = playedLoan('L1', person.personId, behaviour);
  world.addLoan(loan);
  world.directory.add([person]);
  const answers = () =>
    sent
      .filter(({ type }) => type === 'com.recourse.contact.message-answered.v1')
      .map(({ body, extension }) => ({ ...JSON.parse(body), ...extension }));
  const text = (id: string, at: string): void => {
    world.play(at);
    const message = {
      id,
      channel: 'sms' as const,
      to: mobile,
      language: 'zh',
      text: 'x',
      notAfter: '2099-01-01T00:00:00.000Z',
    };
    world.messages.take(message, world.now(), new Date(0));
  };
  return { world, answers, text };
}

test.each([
  ['stop-sms', { word: 'TD' }],
  ['not-at-work', { wishes: [{ wish: 'inconvenient-place', place: 'work' }] }],
] as const)('who wants %s sends that back to the first text that arrives, and once', (tells, answer) => {
  const { world, answers, text } = worldWith(tells);
  text('t/L1/1/1/sms-1/1', '2026-01-05T02:00:00.000Z');
  text('t/L1/1/1/sms-2/1', '2026-01-06T02:00:00.000Z');
  world.play('2026-01-07T02:00:00.000Z');

  expect(answers()).toMatchObject([{ attempt: 't/L1/1/1/sms-1/1', ...answer }]);
});

test('nobody else sends anything back', () => {
  const { world, answers, text } = worldWith(undefined);
  text('t/L1/1/1/sms-1/1', '2026-01-05T02:00:00.000Z');
  world.play('2026-01-07T02:00:00.000Z');

  expect(answers()).toEqual([]);
});

test('who wants to be called late says so when called back, and agrees to the time of a month', () => {
  const { world } = worldWith('call-late', { calls: [{ code: 'call-back-at' }, { code: 'pays-now' }] });
  world.play('2026-01-05T06:30:00.000Z');

  expect(world.telephone.speak('call', 'c1', mobile, world.now())).toEqual({
    code: 'call-back-at',
    details: { callBackAt: '2026-01-05T14:30:00.000Z' },
    wishes: [
      {
        wish: 'agreed-time',
        from: '22:00',
        to: '23:00',
        channels: ['call'],
        fromDay: '2026-01-05',
        untilDay: '2026-02-04',
      },
    ],
  });
  world.play('2026-01-05T14:30:00.000Z');
  expect(world.telephone.speak('call', 'c2', mobile, world.now())).toEqual({
    code: 'pays-now',
    details: { arrearsReason: 'forgot' },
  });
});
