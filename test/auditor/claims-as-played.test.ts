import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { endsNotLawful } from '@recourse/service-auditor/checks/ends-not-lawful';
import { entryOf } from '@recourse/service-auditor/entry-of';
import type { Evidence } from '@recourse/service-auditor/evidence';
import { readLaw } from '@recourse/service-auditor/law/read-law';
import { newsIn, positionIn, type News } from '@recourse/service-auditor/news';
import { cleanEvidence } from '@recourse/service-auditor/testing/clean-evidence';
import { expect, test } from 'vitest';
import { missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { oldClaim, say, told } from '../builders/old-claim.js';
import { playUntil, type Answer } from '../builders/play-case.js';

const law = await readLaw();

/** A claim of 2023-03-10 as the product keeps it, with what the auditor would find on Kafka. */
const claim = (now: string, terms: Partial<CaseWorld['terms']> = {}) => {
  const world = oldClaim('2023-03-10', now);
  if (terms.jurisdiction !== undefined) {
    world.terms = { ...world.terms, ...terms, version: 2 };
    turn(world);
  }
  const taken: { version: number; news: News[] }[] = [
    { version: world.version, news: positionIn({ ...world.position }, 'CNY') },
  ];
  const hear = (event: LoanFact): void => {
    const before = world.version;
    tell(world, event);
    const { type, ...data } = event;
    if (world.version > before)
      taken.push({ version: world.version, news: newsIn(`com.recourse.servicing.${type}.v1`, data as never) });
  };
  return { world, taken, hear };
};

const evidenceOf = ({ world, taken }: ReturnType<typeof claim>): Evidence => {
  const stored = (fact: object, nth: number) => ({ caseId: world.caseId, seq: nth + 1, prevHash: '', hash: '', fact });
  const place = (version: number) => `in/0/${version}`;
  const event = { about: 'loan' as const, tenant: 'test', bytes: '' };
  return {
    ...cleanEvidence(),
    law,
    now: world.now,
    acts: [],
    journal: world.facts.map((fact, nth) => entryOf(stored(fact, nth))),
    cases: [{ caseId: world.caseId, loanId: 'loan-1', status: world.kase?.status ?? '', seq: 0, head: '', plan: {} }],
    incoming: taken.map(({ version, news }) => ({ ...event, place: place(version), news })),
    accepted: taken.map(({ version }) => ({
      id: `e${version}`,
      place: place(version),
      loanId: 'loan-1',
      type: '',
      order: version,
      positionVersion: version,
      acceptedAt: '2026-01-11T00:00:00.000Z',
      acceptedWallAt: 0,
    })),
    loans: [{ loanId: 'loan-1', currency: 'CNY', positionVersion: world.version, position: [], holds: [] }],
  };
};

type Played = ReturnType<typeof claim>;
const at = ({ world }: Played, now: string): void => {
  world.now = now;
  turn(world);
};
const until = ({ world }: Played, end: string, answer: Answer): void => {
  playUntil(world, end, () => answer);
};
const reversed = ({ world }: Played, paymentId: string, reversedOn: string): LoanFact => ({
  eventId: `back-${paymentId}`,
  occurredAt: world.now,
  type: 'payment-reversed',
  paymentId,
  reversedOn,
  reason: 'returned',
});

test.each<[string, rule: string, () => Played]>([
  [
    'nobody answers until it is over',
    'CN-LIM-1',
    () => {
      const played = claim('2025-11-01T02:00:00.000Z');
      until(played, '2026-05-01T00:00:00.000Z', 'unknown');
      return played;
    },
  ],
  [
    'demands arrive',
    'CN-LIM-1',
    () => {
      const played = claim('2026-02-20T02:00:00.000Z');
      until(played, '2026-05-01T00:00:00.000Z', 'delivered');
      return played;
    },
  ],
  [
    'money comes, is taken back, and the end is there',
    'CN-LIM-1',
    () => {
      const played = claim('2026-02-20T02:00:00.000Z');
      played.hear(paid(played.world, 'part', 10_000, '2026-02-20'));
      at(played, '2026-03-20T02:00:00.000Z');
      played.hear(reversed(played, 'part', '2026-03-20'));
      at(played, '2026-03-25T02:00:00.000Z');
      return played;
    },
  ],
  [
    'the old instalment is paid and a new one is missed',
    'CN-LIM-1',
    () => {
      const played = claim('2026-03-15T02:00:00.000Z');
      played.hear(paid(played.world, 'all', 101_000, '2026-03-15'));
      played.world.now = '2026-04-11T02:00:00.000Z';
      played.hear(missed(played.world, 13, '2026-04-10'));
      return played;
    },
  ],
  [
    'a proof is recorded late, and an obstacle before the end',
    'CN-LIM-1',
    () => {
      const played = claim('2026-03-20T02:00:00.000Z');
      turn(played.world);
      say(played.world, {
        command: 'record-suspension',
        event: 'force-majeure',
        from: '2026-01-10',
        until: '2026-03-01',
        document: 'flood-1',
      });
      turn(played.world);
      say(played.world, {
        command: 'record-interruption',
        ground: 'demand',
        on: '2026-01-15',
        proof: ['signed-notice'],
        document: 'ems-77',
      });
      return played;
    },
  ],
  [
    'it is of England',
    'UK-LIM-1',
    () => {
      const played = claim('2027-12-01T02:00:00.000Z', { jurisdiction: 'GB-ENG' });
      until(played, '2028-05-01T00:00:00.000Z', 'unknown');
      return played;
    },
  ],
  [
    'it is of the United States',
    'US-LIM-1',
    () => {
      const played = claim('2025-12-01T02:00:00.000Z', { jurisdiction: 'US-MA' });
      until(played, '2026-05-01T00:00:00.000Z', 'unknown');
      return played;
    },
  ],
])('a claim as the product keeps it is a claim as the auditor reckons it: %s', (_what, rule, play) => {
  const played = play();

  expect(told(played.world.facts, 'limitation-noted').at(-1)).toMatchObject({ rule });
  expect(endsNotLawful(evidenceOf(played)).violations).toEqual([]);

  const noted = told(played.world.facts, 'limitation-noted').at(-1);
  if (noted) noted.endsOn = '2040-01-01';
  expect(endsNotLawful(evidenceOf(played)).violations).toEqual([expect.stringContaining('2040-01-01; by ')]);
});
