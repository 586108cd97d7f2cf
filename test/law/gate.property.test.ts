import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import { readRulePack } from '@recourse/domain/law/rule-pack-schema';
import { drawCase, type LawCase } from './drawn/law-case.js';
import { underShippedLaw } from './drawn/under-shipped-law.js';
import {
  addingForbids,
  agreesWithReference,
  askedAt,
  concludingOnlyLoosens,
  deferralIsExact,
  mergingForbids,
  orderIsNothing,
  visitAgrees,
  type Broken,
} from './gate-laws.js';

/** `npm run prove` judges millions of the same cases. */
const always = (cases: number, law: (given: LawCase) => Broken): void =>
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(law(drawCase(seed)), `npm run prove -- --cases 1 --seed ${seed}`).toBeUndefined();
    }),
    { numRuns: cases, endOnFailure: true },
  );

describe('the gate, under any law, for anybody, at any instant', () => {
  it('says rule by rule what the reference checker says', () => {
    always(2_000, ({ ask, besides }) => {
      const instants = [0, ...besides].map((ms) => new Date(Date.parse(ask.attempt.at) + ms).toISOString());
      return instants
        .map((at) => askedAt(ask, at))
        .map((asked) => agreesWithReference(asked, contactGate(asked)))
        .find((broken) => broken !== undefined);
    });
  });

  it('says under the law as shipped what the reference checker says, and of a visit too', () => {
    always(1_000, ({ ask, place, visit }) => {
      const asked = underShippedLaw(ask, place);
      return agreesWithReference(asked, contactGate(asked)) ?? visitAgrees(visit);
    });
  });

  it('is never made milder by a rule more, nor a deferral shorter', () => {
    always(1_000, ({ ask, rule, packNth }) => addingForbids(ask, contactGate(ask), rule, packNth));
  });

  it('defers to a later instant, and nothing before it is allowed', () => {
    always(1_000, ({ ask, step }) => deferralIsExact(ask, contactGate(ask), step));
  });

  it('takes an open attempt for everything it may become: to learn what it was only loosens', () => {
    always(1_000, ({ ask, begun, known }) => concludingOnlyLoosens(ask, begun, known));
  });

  it('does not care in which order contacts were written', () => {
    always(1_000, ({ ask }) => {
      const { person, point, ...knownFrom } = ask.ledger;
      const turned = { person: person.toReversed(), point: point.toReversed(), ...knownFrom };
      return orderIsNothing(ask, contactGate(ask), turned);
    });
  });

  it('allows no more by two ledgers together than by either', () => {
    always(1_000, ({ ask, other }) => mergingForbids(ask, other));
  });
});

describe('the cases made up', () => {
  const seeds = Array.from({ length: 1_000 }, (_, nth) => nth);

  it('are of laws the schema of rule packs takes', () => {
    for (const seed of seeds)
      for (const { hash: _, name: __, ...pack } of drawCase(seed).ask.law.packs)
        if (pack.rules.length > 0) expect(readRulePack(pack), String(seed)).toHaveProperty('pack');
  });

  it('come to each verdict under the law as shipped too, in each of its places', () => {
    const judged = seeds.map((seed) => {
      const { ask, place } = drawCase(seed);
      const asked = underShippedLaw(ask, place);
      return `${asked.attempt.jurisdiction} ${contactGate(asked).verdict}`;
    });
    for (const place of ['CN', 'US', 'US-OH', 'US-MA', 'US-NY', 'US-NY-NYC', 'GB'])
      for (const verdict of ['allow', 'defer', 'refuse']) expect(judged).toContain(`${place} ${verdict}`);
  });

  it('come to each verdict often enough to tell', () => {
    const verdicts = seeds.map((seed) => contactGate(drawCase(seed).ask).verdict);
    for (const verdict of ['allow', 'defer', 'refuse'])
      expect(verdicts.filter((each) => each === verdict).length, verdict).toBeGreaterThan(60);
  });
});
