import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RelatedParty } from '@recourse/domain/contact/relation';
import type { SeenRelated } from '@recourse/domain/case/seen';
import { openHolds } from '@recourse/domain/holds/held-days';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, type Answer } from '../builders/play-case.js';
import { representingStrategy } from '../builders/representing-strategy.js';

/** For these the borrower is never spoken to, whatever for. */
const silences: readonly HoldReason[] = ['represented', 'incapacity', 'death'];
const speaksWhen: Record<string, HoldReason> = {
  attorney: 'represented',
  guardian: 'incapacity',
  estate: 'death',
  heir: 'death',
};

type Happening =
  | { happens: 'hold'; reason: HoldReason; onLoan: boolean; onlyContact: boolean; days: number | undefined }
  | { happens: 'end-holds' }
  | { happens: 'named'; role: RelatedParty; who: string; refused: boolean }
  | { happens: 'spoken-for'; role: 'attorney' | 'guardian' | 'estate' | 'heir' }
  | { happens: 'forgotten' }
  | { happens: 'payment'; share: number }
  | { happens: 'performed'; answer: Answer; times: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      happens: fc.constant('hold' as const),
      reason: fc.constantFrom<HoldReason[]>(
        ...silences,
        ...silences,
        'dispute',
        'cease-request',
        'complaint',
        'vulnerability',
      ),
      onLoan: fc.boolean(),
      onlyContact: fc.boolean(),
      days: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ happens: fc.constant('end-holds' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      happens: fc.constant('named' as const),
      role: fc.constantFrom<RelatedParty[]>('attorney', 'guardian', 'estate', 'heir', 'emergency-contact', 'employer'),
      who: fc.constantFrom('p2', 'p3', 'p4'),
      refused: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      happens: fc.constant('spoken-for' as const),
      role: fc.constantFrom('attorney' as const, 'guardian' as const, 'estate' as const, 'heir' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ happens: fc.constant('forgotten' as const) }) },
  { weight: 1, arbitrary: fc.record({ happens: fc.constant('payment' as const), share: fc.constantFrom(0.3, 1) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      happens: fc.constant('performed' as const),
      answer: fc.constantFrom<Answer[]>(
        'no-answer',
        'third-party-relays',
        'promise',
        'refuses',
        'missed',
        'deferred',
        'wrong-number',
        'represented',
        'deceased-reported',
      ),
      times: fc.integer({ min: 1, max: 6 }),
    }),
  },
);

const aRelated = (role: RelatedParty, personId: string, refused: boolean): SeenRelated => ({
  personId,
  to: 'p1',
  role,
  points: [{ pointId: `${personId}-m`, kind: 'mobile', valid: true }],
  holds: [],
  contacts: 0,
  refused,
});

const happen = (world: CaseWorld, event: Happening, nth: number): void => {
  switch (event.happens) {
    case 'hold': {
      const { reason, onLoan, onlyContact, days } = event;
      // The dead and the represented are persons: no loan is.
      const scope: Hold['scope'] = onLoan && !silences.includes(reason) ? { loan: 'loan-1' } : { person: 'p1' };
      const until =
        days === undefined ? {} : { until: new Date(Date.parse(world.now) + days * 86_400_000).toISOString() };
      const hold: Hold = {
        id: `h-${nth}`,
        reason,
        scope,
        stops: onlyContact ? ['contact'] : ['contact', 'escalation', 'timers'],
        from: world.now,
        ...until,
      };
      turn(world, [{ itemId: hold.id, at: world.now, kind: 'hold-reported', hold }]);
      return;
    }
    case 'end-holds':
      for (const { id, endedAt } of world.kase?.holds ?? [])
        if (endedAt === undefined)
          turn(world, [
            {
              itemId: `end-${id}-${nth}`,
              at: world.now,
              kind: 'command',
              actor: 'x',
              command: { command: 'end-hold', holdId: id },
            },
          ]);
      return;
    case 'named':
      world.related = [
        ...(world.related ?? []).filter(({ personId }) => personId !== event.who),
        aRelated(event.role, event.who, event.refused),
      ];
      turn(world, [{ itemId: `known-${nth}`, at: world.now, kind: 'person-known', personId: event.who }]);
      return;
    case 'spoken-for': {
      const { role } = event;
      const reason = speaksWhen[role] ?? 'death';
      happen(world, { happens: 'hold', reason, onLoan: false, onlyContact: false, days: 10 }, nth);
      happen(world, { happens: 'named', role, who: 'p2', refused: false }, nth);
      return;
    }
    case 'forgotten':
      world.related = [];
      turn(world);
      return;
    case 'payment':
      tell(
        world,
        paid(world, `${nth}`, Math.round((world.kase?.noted.arrears ?? 0) * event.share) || 1, world.now.slice(0, 10)),
      );
      return;
    case 'performed':
      for (let n = 0; n < event.times; n++) perform(world, event.answer);
      return;
    default:
      return event satisfies never;
  }
};

/** What is to be done next by somebody, in whatever way: also what the desk has and waits for. What awaits its receipt has gone out before. */
const reaches = (world: CaseWorld): { personId: string; pointId: string } | undefined => {
  const plan = world.kase?.plan;
  if (!plan || 'ending' in plan || plan.awaiting === 'receipt') return undefined;
  return plan.act && 'personId' in plan.act ? plan.act : undefined;
};

const check = (world: CaseWorld): void => {
  const reached = reaches(world);
  const open = openHolds(world.kase?.holds ?? [], world.now).filter(({ stops }) => stops.includes('contact'));
  const whole = open.filter(({ scope }) => !('point' in scope));
  if (!reached) return;
  if (reached.personId === 'p1') {
    expect(whole.filter(({ reason }) => silences.includes(reason))).toEqual([]);
    expect(['m1', 'e1', 'a1']).toContain(reached.pointId);
    return;
  }
  const speaker = world.related?.find(({ personId }) => personId === reached.personId);
  expect(['m1', 'e1', 'a1']).not.toContain(reached.pointId);
  if (!speaker || speaker.role === 'emergency-contact') return expect(speaker?.role).toBe('emergency-contact');
  // The right party for what the borrower is held for, who has not refused, and nothing else holds the case.
  expect(whole.map(({ reason }) => reason)).toContain(speaksWhen[speaker.role]);
  expect(speaker.refused).toBe(false);
  const besides = whole.filter(({ reason }) => reason !== speaksWhen[speaker.role]);
  expect(besides.filter(({ reason }) => reason !== 'incapacity' || speaksWhen[speaker.role] !== 'death')).toEqual([]);
};

test('while the borrower is represented, without capacity or dead no act names a point of the borrower’s, and only the right party is called', () => {
  const called = new Set<string>();
  fc.assert(
    fc.property(fc.array(happening, { minLength: 4, maxLength: 25 }), (happenings) => {
      const world = aWorld();
      world.strategy = representingStrategy();
      tell(world, missed(world, 1, '2026-01-01'));
      for (const [nth, event] of happenings.entries()) {
        const plan = world.kase?.plan;
        if (!plan || 'ending' in plan) return;
        happen(world, event, nth);
        check(world);
        const role = world.related?.find(({ personId }) => personId === reaches(world)?.personId)?.role;
        if (role) called.add(role);
      }
    }),
    { numRuns: 300 },
  );
  expect([...called].toSorted()).toEqual(expect.arrayContaining(['attorney', 'estate', 'guardian', 'heir']));
});
