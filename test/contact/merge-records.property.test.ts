import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import type { Contact } from '@recourse/activities/contact/contact-of-act';
import { gateForLoan } from '@recourse/activities/contact/gate-for-loan';
import { mergeRecords } from '@recourse/activities/people/merge-records';
import { pointNames } from '@recourse/activities/people/point-names';
import { localTime } from '@recourse/domain/calendar/local-time';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { aLoan, beginRules, ten, tenant } from '../builders/contact-records.js';
import { lawOf, ruleOf } from '../builders/law-of.js';
import { twoRecords, twoRecordsApart } from '../builders/two-records.js';

/** A law in which everything that two records may tell differently bears on a contact. */
const rules: BeginRules = {
  ...beginRules,
  law: lawOf(
    ruleOf('contact-window', {
      windows: [{ from: '08:00', to: '20:00' }],
      override: ['agreed-time'],
      personsTimes: true,
    }),
    ruleOf('channel-permission', { channels: ['dialler'], basis: ['consent'] }),
    ruleOf('frequency-cap', {
      unit: 'attempt',
      scope: ['person'],
      limit: 3,
      days: 2,
      exclusions: ['consented'],
      consentDays: 20,
    }),
  ),
};
const severity = { allow: 0, defer: 1, refuse: 2 } as const;
const when = { at: ten, wallAt: new Date(ten) };

/** Sealing is not what these tests are about. */
const made = (into: PersonRecord, from: PersonRecord): PersonRecord => {
  const names = pointNames(into.points, from.points);
  const resealed = from.points.map((point) => ({ ...point, pointId: names[point.pointId] ?? '' }));
  return mergeRecords(into, from, { names, resealed, handedOver: [], ...when });
};

type Drawn = typeof twoRecords extends fc.Arbitrary<infer D> ? D : never;

/** In the zone the person told of, on a day that is Monday to Wednesday in all of them. */
const isInconvenient = ({ zone = '', standing, said }: PersonRecord, now: string): boolean => {
  const slice = beginRules.zones[zone];
  const time = slice ? localTime(now, slice) : '';
  const told = [...(standing?.inconvenientTimes ?? []), ...(said?.inconvenientTimes ?? [])];
  return told.some(({ from, to }) => from <= time && time < to);
};

const asked = (person: PersonRecord, contact: Omit<Contact, 'personId'>, now: string) => {
  const ofPerson = person.points.find(({ pointId }) => pointId === contact.pointId);
  const { blindIndex = '' } = ofPerson ?? {};
  const record = { _id: 'x', tenant, blindIndex, ledger: [], holds: [], version: 1 };
  const loan = aLoan('L1');
  const { terms } = loan;
  if (terms) terms.debtors = [{ personId: person.personId, role: 'borrower' }];
  return gateForLoan(
    { ...contact, personId: person.personId },
    loan,
    { person, now, ...(ofPerson && { point: { ofPerson, record } }) },
    rules,
    { actor: 'first-party' },
  );
};

describe('two records of one human', () => {
  test('have the ledger of both: in order, no contact twice, none lost', () => {
    fc.assert(
      fc.property(twoRecords, ({ into, from }) => {
        const { ledger } = made(into, from);
        const acts = ledger.map(({ actId }) => actId);
        expect(acts.toSorted()).toEqual(
          [...new Set([...into.ledger, ...from.ledger].map(({ actId }) => actId))].toSorted(),
        );
        expect(ledger.map(({ at }) => at)).toEqual(ledger.map(({ at }) => at).toSorted());
      }),
    );
  });

  const askedBoth = ({ into, from, contact, now, ofFrom }: Drawn) => {
    const one = made(into, from);
    const name = ofFrom ? (one.records?.at(-1)?.points[contact.pointId] ?? '') : contact.pointId;
    return { before: asked(ofFrom ? from : into, contact, now), after: asked(one, { ...contact, pointId: name }, now) };
  };

  test('let no contact pass that was stopped before', () => {
    fc.assert(
      fc.property(twoRecordsApart, (drawn) => {
        const { before, after } = askedBoth(drawn);
        expect([before.verdict, severity[after.verdict] >= severity[before.verdict]]).toEqual([before.verdict, true]);
        if (before.verdict === 'defer' && after.verdict === 'defer') expect(after.until >= before.until).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  test('of one number take nothing back of what either asked not to have', () => {
    fc.assert(
      fc.property(twoRecords, (drawn) => {
        const { before, after } = askedBoth(drawn);
        const { into, from, ofFrom, now } = drawn;
        if (before.verdict === 'refuse' && before.rules.includes('no-opt-out')) expect(after.verdict).toBe('refuse');
        if (isInconvenient(ofFrom ? from : into, now) && before.verdict !== 'allow')
          expect(after.verdict).not.toBe('allow');
      }),
      { numRuns: 800 },
    );
  });

  test('keep refusals for ever, holds and the later beginning of what is known of their contacts', () => {
    fc.assert(
      fc.property(twoRecords, ({ into, from }) => {
        const one = made(into, from);
        const both = [into, from];
        expect(one.refusedForEverAt).toBe(both.flatMap(({ refusedForEverAt: at }) => at ?? []).toSorted()[0]);
        expect(one.ledgerKnownFrom).toBe(
          both
            .flatMap(({ ledgerKnownFrom: at }) => at ?? [])
            .toSorted()
            .at(-1),
        );
        expect(one.holds.map(({ id }) => id).toSorted()).toEqual(
          [...new Set(both.flatMap(({ holds }) => holds.map(({ id }) => id)))].toSorted(),
        );
        expect(one.holds.every(({ scope }) => !('person' in scope) || scope.person === into.personId)).toBe(true);
      }),
    );
  });

  test('of which a third is one more are as one as when all are made one at once', () => {
    fc.assert(
      fc.property(twoRecords, twoRecords, ({ into, from }, { from: drawn }) => {
        const third: PersonRecord = {
          ...drawn,
          _id: `${tenant}/p7`,
          personId: 'p7',
          points: drawn.points.map((point) => ({ ...point, blindIndex: `third-${point.blindIndex}` })),
        };
        const stepwise = made(third, made(into, from));
        const atOnce = made(made(third, into), from);
        const seen = ({ ledger, holds, standing, relations, loans, refusedForEverAt }: PersonRecord) => ({
          acts: ledger.map(({ actId }) => actId).toSorted(),
          holds: holds.map(({ id }) => id).toSorted(),
          optOuts: standing?.optOuts?.length,
          relations: relations?.length,
          loans,
          refusedForEverAt,
          names: stepwise.records?.map(({ personId }) => personId).toSorted(),
        });
        expect(seen(stepwise)).toEqual(seen(atOnce));
      }),
    );
  });
});
