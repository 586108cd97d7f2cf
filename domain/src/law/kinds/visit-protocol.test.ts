import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import { visitProtocol, type VisitPlan, type VisitUnmet } from './visit-protocol.js';

const at = '2026-03-02T02:00:00.000Z';
const rule = (fields: Record<string, unknown>) => lawRule('visit-protocol', fields);
const strict = rule({
  minCrew: 2,
  maxCrew: 5,
  idRequired: true,
  priorNoticeHours: 24,
  purposeExplainedFirst: true,
  entryNeedsConsent: true,
  placesBarred: ['work'],
  wholeVisitRecorded: true,
  filmingInsideNeedsConsent: true,
  publicPostingBarred: true,
  notIfVulnerable: true,
});
const inOrder: VisitPlan = {
  at,
  crew: 2,
  idCarried: true,
  noticeGivenAt: '2026-03-01T02:00:00.000Z',
  purposeExplained: true,
  placeType: 'home',
  recording: 'whole',
  vulnerable: 'no',
};

describe('a visit', () => {
  it('is allowed when everything is in order, the notice having run to the minute', () => {
    expect(visitProtocol(strict, inOrder)).toMatchObject({ verdict: 'allow' });
  });

  it('waits until the notice has run', () => {
    const late = { ...inOrder, noticeGivenAt: '2026-03-01T02:01:00.000Z' };
    expect(visitProtocol(strict, late)).toMatchObject({ verdict: 'defer', until: '2026-03-02T02:01:00.000Z' });
  });

  it.each<[string, Partial<VisitPlan>, VisitUnmet]>([
    ['one collector alone (CBA guideline 2026 art. 22)', { crew: 1 }, 'crew-too-small'],
    ['more than five (Singapore industry code)', { crew: 6 }, 'crew-too-large'],
    ['nobody carries identification (CBA art. 22)', { idCarried: false }, 'no-identification'],
    ['notice is to come only later', { noticeGivenAt: '2026-03-02T02:00:00.001Z' }, 'no-notice'],
    ['its purpose was not explained (CONC 7.9.12R)', { purposeExplained: false }, 'purpose-not-explained'],
    ['it goes to the office (CBA, prohibited acts)', { placeType: 'work' }, 'place-barred'],
    ['it would enter without consent (CBA art. 22)', { entersHome: true }, 'no-consent-to-enter'],
    ['it is recorded in part', { recording: 'part' }, 'not-recorded-throughout'],
    ['it films inside without consent (民法典 art. 1033)', { filmsInside: true }, 'films-without-consent'],
    ['it posts a notice in public (CBA, prohibited acts)', { postsInPublic: true }, 'posts-in-public'],
    ['the person may be vulnerable (CONC 7.9.14R)', { vulnerable: 'suspected' }, 'vulnerable'],
    ['the person is vulnerable', { vulnerable: 'known' }, 'vulnerable'],
  ])('is refused when %s', (_, how, because) => {
    expect(visitProtocol(strict, { ...inOrder, ...how })).toMatchObject({ verdict: 'refuse', unmet: [because] });
  });

  it('is refused on what nobody knows, naming all of it', () => {
    expect(visitProtocol(strict, { at, crew: 2 })).toMatchObject({
      verdict: 'refuse',
      unmet: [
        'no-identification',
        'no-notice',
        'purpose-not-explained',
        'place-unknown',
        'not-recorded-throughout',
        'vulnerable',
      ],
    });
  });

  it('goes where and films what the person agreed to', () => {
    const agreed: VisitPlan = {
      ...inOrder,
      placeType: 'work',
      placeConsent: true,
      entersHome: true,
      entryConsent: true,
      filmsInside: true,
      filmConsent: true,
    };
    expect(visitProtocol(strict, agreed)).toMatchObject({ verdict: 'allow' });
  });

  it('takes as many as the rule lets, and a notice at its very beginning where only a notice is asked', () => {
    expect(visitProtocol(strict, { ...inOrder, crew: 5 })).toMatchObject({ verdict: 'allow' });
    const noticed = { at, crew: 1, noticeGivenAt: at };
    expect(visitProtocol(rule({ priorNoticeHours: 0 }), noticed)).toMatchObject({ verdict: 'allow' });
  });

  it('needs somebody to go, whatever the rule asks', () => {
    expect(visitProtocol(rule({}), { at, crew: 0 })).toMatchObject({ unmet: ['crew-too-small'] });
    expect(visitProtocol(rule({}), { at, crew: 1 })).toMatchObject({ verdict: 'allow' });
  });

  it('is never allowed by asking more', () => {
    const order = { allow: 0, defer: 1, refuse: 2 };
    const yes = fc.boolean();
    const rules = fc.record({
      minCrew: fc.integer({ min: 1, max: 3 }),
      idRequired: yes,
      priorNoticeHours: fc.option(fc.integer({ min: 0, max: 72 }), { nil: undefined }),
      wholeVisitRecorded: yes,
      notIfVulnerable: yes,
      entryNeedsConsent: yes,
    });
    const plans = fc.record({ crew: fc.integer({ min: 0, max: 3 }), idCarried: yes, entersHome: yes, noticed: yes });
    fc.assert(
      fc.property(rules, rules, plans, (a, b, { noticed, ...plan }) => {
        const more = {
          minCrew: Math.max(a.minCrew, b.minCrew),
          idRequired: a.idRequired || b.idRequired,
          priorNoticeHours:
            a.priorNoticeHours === undefined && b.priorNoticeHours === undefined
              ? undefined
              : Math.max(a.priorNoticeHours ?? 0, b.priorNoticeHours ?? 0),
          wholeVisitRecorded: a.wholeVisitRecorded || b.wholeVisitRecorded,
          notIfVulnerable: a.notIfVulnerable || b.notIfVulnerable,
          entryNeedsConsent: a.entryNeedsConsent || b.entryNeedsConsent,
        };
        const visit: VisitPlan = { at, ...plan, ...(noticed && { noticeGivenAt: '2026-03-01T02:00:00.000Z' }) };
        const strictness = (fields: Record<string, unknown>) => order[visitProtocol(rule(fields), visit).verdict];
        expect(strictness(more)).toBeGreaterThanOrEqual(Math.max(strictness(a), strictness(b)));
      }),
    );
  });
});
