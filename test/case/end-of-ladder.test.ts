import { describe, expect, test } from 'vitest';
import type { EndOfLadder } from '@recourse/domain/strategy/end-of-ladder';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { accept, propose as arrange } from '../builders/arranging.js';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { oldClaim, say, told } from '../builders/old-claim.js';
import { playUntil } from '../builders/play-case.js';
import { call, reminder, strategy } from '../builders/small-strategy.js';

const end: EndOfLadder = {
  afterDays: 10,
  outcomes: [
    { becomes: 'keep', when: [{ fact: 'time-barred', is: true }] },
    { becomes: 'sell', when: [{ fact: 'arrears', atLeast: 500_000 }] },
    { becomes: 'write-off', when: [{ fact: 'dpd', atLeast: 10 }] },
    { becomes: 'keep', when: [] },
  ],
  afterWriteOff: 'keep',
};
const ladder = (change: Partial<EndOfLadder> = {}): Strategy =>
  strategy([reminder, call], { end: { ...end, ...change } });

/** Missed on the first of January; nobody answers, and the ladder of two stages runs out on the ninth. */
const ended = (how: Strategy = ladder(), principal = 100_000): CaseWorld => {
  const world = aWorld();
  world.strategy = how;
  tell(world, missed(world, 1, '2026-01-01', principal));
  playUntil(world, '2026-02-15T00:00:00.000Z', () => 'no-answer');
  return world;
};
const open = (world: CaseWorld): string[] => world.kase?.openTasks.map((id) => id.split('/')[4] ?? '') ?? [];
const propose = (world: CaseWorld) => say(world, { command: 'propose-write-off', because: 'ladder-ended' });
const idOf = (world: CaseWorld): string => world.kase?.writeOff?.id ?? 'none';
const approve = (world: CaseWorld, actor = 'operator/second') =>
  say(world, { command: 'approve-write-off', writeOffId: idOf(world) }, actor);
const refusals = (world: CaseWorld): string[] => told(world.facts, 'write-off-refused').map(({ because }) => because);

describe('a ladder that has ended', () => {
  test('is said once, so many days after the last thing that was done', () => {
    const world = ended();
    const [said, ...more] = told(world.facts, 'ladder-ended');
    expect(more).toEqual([]);
    const last = told(world.facts, 'contact-concluded').at(-1)?.at ?? '';
    expect(said?.at.slice(0, 10)).toBe(
      new Date(Date.parse(last.slice(0, 10)) + 9 * 86_400_000).toISOString().slice(0, 10),
    );
  });

  test.each<[string, number, Partial<EndOfLadder>, string, string[]]>([
    ['a claim worth little is to be written off', 100_000, {}, 'write-off', ['propose-write-off']],
    ['a large one is offered for sale', 600_000, {}, 'sell', ['offer-for-sale']],
    ['another is kept, and nobody has work of it', 100_000, { outcomes: [{ becomes: 'keep', when: [] }] }, 'keep', []],
  ])('is what its strategy makes of it: %s', (_, principal, change, becomes, tasks) => {
    const world = ended(ladder(change), principal);
    expect(told(world.facts, 'ladder-ended').map((fact) => fact.becomes)).toEqual([becomes]);
    expect(open(world)).toEqual(tasks);
  });

  test('goes on being watched where the strategy says nothing of its end', () => {
    const world = ended(strategy([reminder, call]));
    expect(told(world.facts, 'ladder-ended')).toEqual([]);
    expect(world.kase?.plan).toMatchObject({ because: 'nothing to do but watch' });
  });

  test('has not ended while a hold keeps it where it is', () => {
    const world = aWorld();
    world.strategy = ladder();
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-12T00:00:00.000Z', () => 'no-answer');
    world.loanHolds = [
      { id: 'h', reason: 'dispute', scope: { loan: 'loan-1' }, stops: ['escalation'], from: world.now },
    ];
    playUntil(world, '2026-03-15T00:00:00.000Z', () => 'no-answer');
    expect(told(world.facts, 'ladder-ended')).toEqual([]);
  });

  test('of a claim whose limitation is over ends where suing would begin', () => {
    const world = oldClaim('2022-11-10', '2025-12-01T02:00:00.000Z');
    const [outsourcing, legal] = [
      { ...call, stage: 'outsourcing' as const, leave: [{ fact: 'ladder-age' as const, atLeast: 121 }] },
      { ...call, stage: 'legal' as const, enter: [{ fact: 'ladder-age' as const, atLeast: 121 }], steps: [] },
    ];
    const late = oldClaim('2022-11-10', '2025-12-01T02:00:00.000Z');
    late.strategy = strategy([reminder, outsourcing, legal], { end });
    delete late.kase;
    late.facts = [];
    turn(late, [{ itemId: 'again', at: late.now, kind: 'command', actor: 'a', command: { command: 'review' } }]);
    playUntil(late, '2026-03-01T00:00:00.000Z', () => 'no-answer');
    expect(told(late.facts, 'ladder-ended')).toMatchObject([
      { becomes: 'keep', criteria: [{ fact: 'time-barred', value: 'true', held: true }] },
    ]);
    expect(told(world.facts, 'ladder-ended')).toEqual([]);
  });
});

describe('a write-off', () => {
  test('takes two persons: whoever proposed it cannot approve it', () => {
    const world = ended();
    propose(world);
    approve(world, 'operator/maker');
    expect(refusals(world)).toEqual(['approver-is-proposer']);
    expect(told(world.facts, 'written-off')).toEqual([]);
    approve(world);
    expect(told(world.facts, 'written-off')).toMatchObject([
      { proposedBy: 'operator/maker', approvedBy: 'operator/second', amount: world.position.outstanding },
    ]);
  });

  test.each(['operator/maker/as/boss', 'operator/maker/as/li/as/boss'])(
    'is no second person’s by another name at the same terminal: %s',
    (actor) => {
      const world = ended();
      propose(world);
      approve(world, actor);
      expect(refusals(world)).toEqual(['approver-is-proposer']);
      expect(told(world.facts, 'written-off')).toEqual([]);
      approve(world, 'operator/second/as/boss');
      expect(told(world.facts, 'written-off')).toHaveLength(1);
    },
  );

  test('leaves the claim as it is: the case stays open, and money that comes is recovery, once, until it is taken back', () => {
    const world = ended();
    propose(world);
    approve(world);
    expect(open(world)).toEqual([]);
    expect(world.kase?.status).toBe('open');
    tell(world, paid(world, 'late', 20_000, '2026-02-20'));
    turn(world);
    tell(world, {
      eventId: 'back',
      occurredAt: world.now,
      type: 'payment-reversed',
      paymentId: 'late',
      reversedOn: '2026-02-21',
      reason: 'returned',
    });
    expect(told(world.facts, 'recovery-noted').map(({ paymentId, takenBack }) => [paymentId, takenBack])).toEqual([
      ['late', undefined],
      ['late', true],
    ]);
  });

  test('counts no money of before as recovery', () => {
    const world = ended();
    tell(world, paid(world, 'early', 20_000, '2026-01-18'));
    world.now = '2026-01-20T00:00:00.000Z';
    propose(world);
    approve(world);
    expect(told(world.facts, 'recovery-noted')).toEqual([]);
  });

  test('closes the case as uncollectable where the strategy says so', () => {
    const world = ended(ladder({ afterWriteOff: 'close' }));
    propose(world);
    approve(world);
    expect(told(world.facts, 'case-closed').map(({ ending }) => ending)).toEqual(['uncollectable']);
  });

  test('is not approved when another amount is owed by then', () => {
    const world = ended();
    propose(world);
    tell(world, paid(world, 'part', 20_000, '2026-02-15'));
    approve(world);
    expect(refusals(world)).toEqual(['owed-has-changed']);
  });

  test('is not approved once its reason is gone: a demand that is proved lets go of what was barred', () => {
    const world = oldClaim('2023-03-10', '2026-03-20T02:00:00.000Z');
    turn(world);
    say(world, { command: 'propose-write-off', because: 'time-barred' });
    const demand = { command: 'record-interruption', ground: 'demand', on: '2026-01-15', document: 'ems-77' } as const;
    say(world, { ...demand, proof: ['signed-notice'] });
    approve(world);
    expect(refusals(world)).toEqual(['not-time-barred']);
    expect(told(world.facts, 'written-off')).toEqual([]);
  });

  test('is not approved in the very turn that proves its reason wrong', () => {
    const world = oldClaim('2023-03-10', '2026-03-20T02:00:00.000Z');
    turn(world);
    say(world, { command: 'propose-write-off', because: 'time-barred' });
    const demand = { command: 'record-interruption', ground: 'demand', on: '2026-01-15', document: 'ems-77' } as const;
    const by = { kind: 'command', at: world.now } as const;
    turn(world, [
      { ...by, itemId: 'proved', actor: 'operator/a', command: { ...demand, proof: ['signed-notice'] } },
      {
        ...by,
        itemId: 'approved',
        actor: 'operator/second',
        command: { command: 'approve-write-off', writeOffId: idOf(world) },
      },
    ]);
    expect(refusals(world)).toEqual(['not-time-barred']);
    expect(told(world.facts, 'written-off')).toEqual([]);
  });

  test.each([{}, { afterWriteOff: 'close' } as const])(
    'is not approved when an arrangement is kept by then, though as much is owed: %o',
    (change) => {
      const world = ended(ladder(change));
      propose(world);
      arrange(world);
      accept(world);
      approve(world);
      expect(refusals(world)).toEqual(['under-an-arrangement']);
      expect(told(world.facts, 'written-off')).toEqual([]);
      expect(world.kase?.status).toBe('open');
    },
  );

  test.each<[string, (world: CaseWorld) => void]>([
    ['proposed-already', (world) => (propose(world), propose(world))],
    ['written-off-already', (world) => (propose(world), approve(world), propose(world))],
    ['unknown-write-off', (world) => approve(world)],
    ['not-time-barred', (world) => say(world, { command: 'propose-write-off', because: 'time-barred' })],
    [
      'not-at-that-point',
      (world) => {
        propose(world);
        say(world, { command: 'decline-write-off', writeOffId: idOf(world) }, 'operator/second');
        approve(world, 'operator/third');
      },
    ],
  ])('is refused: %s', (because, act) => {
    const world = ended();
    act(world);
    expect(refusals(world)).toEqual([because]);
  });

  test('is refused while the ladder goes on', () => {
    const world = aWorld();
    world.strategy = ladder();
    tell(world, missed(world, 1, '2026-01-01'));
    propose(world);
    expect(refusals(world)).toEqual(['ladder-goes-on']);
  });

  test('that was declined may be proposed anew', () => {
    const world = ended();
    propose(world);
    say(world, { command: 'decline-write-off', writeOffId: idOf(world) }, 'operator/second');
    propose(world);
    approve(world);
    expect(told(world.facts, 'written-off')).toHaveLength(1);
  });
});
