import { expect, test } from 'vitest';
import type { AcceptedEvent, Evidence } from './evidence.js';
import { newsOfLoans } from './news-of-loans.js';
import { cleanEvidence } from './testing/clean-evidence.js';
import { must } from './testing/plant.js';
import { termsIn } from './terms-in.js';
import type { News } from './news.js';

const terms: News = {
  news: 'terms',
  version: 1,
  zone: 'Asia/Shanghai',
  startOn: '2025-12-01',
  jurisdiction: 'CN',
  product: 'micro-loan',
  allocation: undefined,
  lateCharge: { dayCount: 'act/365f', rounding: { mode: 'half-up', point: 'end' } },
  costs: { principal: [{ from: '2025-12-01', amount: 5_000 }] },
};

/** Loan L1, whose terms were told at one instant, and again at others. */
const toldAt = (...instants: string[]): Evidence => {
  const evidence = cleanEvidence();
  const first = must(evidence.accepted.find(({ loanId }) => loanId === 'L1'));
  const record = must(evidence.incoming.find(({ place }) => place === first.place));
  const accepted = instants.map((acceptedAt, n): AcceptedEvent => ({
    ...first,
    place: `again/${n}`,
    order: n + 1,
    acceptedAt,
  }));
  const incoming = accepted.map(({ place }) => ({ ...record, place, news: [structuredClone(terms)] }));
  return { ...evidence, accepted: accepted.toReversed(), incoming };
};
/** CN-INT-6 caps micro-loans since 1 January 2026. */
const capsOf = (evidence: Evidence): number | undefined =>
  termsIn((newsOfLoans(evidence).get('L1') ?? []).flatMap(({ news }) => news))?.byLaw?.caps.length;

test('terms are under the law of the day, by UTC, on which they were taken', () => {
  expect(capsOf(toldAt('2026-01-01T00:00:00.000Z'))).toBe(1);
  expect(capsOf(toldAt('2025-12-31T23:59:59.999Z'))).toBe(0);
});

test('the same version told again stays under the law of the day it was told first', () => {
  expect(capsOf(toldAt('2025-12-20T00:00:00.000Z', '2026-01-20T00:00:00.000Z'))).toBe(0);
});
