import type { Law } from '@recourse/domain/law/law';
import { termsByLaw } from '@recourse/domain/law/terms-by-law';
import { readLaw } from '@recourse/infra/policies/read-law';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { moneyByLaw } from '../../services/auditor/src/law/money-by-law.js';
import { testTerms } from '../builders/case-world.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));
const capped = law.packs
  .flatMap((pack) => pack.rules.flatMap((rule) => (rule.kind === 'amount-limit' ? [{ pack, rule }] : [])))
  .find(({ rule }) => rule.id === 'CN-INT-3');
if (!capped) throw new Error('no pack caps the yearly cost');

const { product: _ofSome, ...rule } = capped.rule;
/** A pack of one's own: what CN-INT-3 caps, a part of China caps for every product, and at 12 % a year. */
const part = {
  ...capped.pack,
  jurisdiction: 'CN-XX',
  rules: [{ ...rule, id: 'XX-1', maxYearlyRateBp: 1_200 }],
};
const withPart: Law = { ...law, packs: [...law.packs, part] };

const agreed = {
  ...testTerms,
  startOn: '2025-12-01',
  costs: { principal: [{ from: '2025-12-01', amount: 100_000 }] },
  lateCharge: {
    lender: 'licensed' as const,
    dayCount: 'act/365f' as const,
    rounding: { mode: 'half-up' as const, point: 'end' as const },
    contractRatePpm: 200_000,
    penalty: {
      clause: '9',
      base: 'principal' as const,
      rate: { yearlyPpm: 200_000 },
      tiers: [],
      grace: { days: 0, chargedFrom: 'due-date' as const },
    },
    caps: [],
  },
};
const { allocation, ...told } = { ...agreed, allocation: undefined };

test.each([
  ['China, without its part', 'CN', 1],
  ['that part', 'CN-XX', 1],
  ['another part', 'CN-YY', 0],
])('of a loan told to be in %s the limit of the part holds in gate and audit alike', (_, jurisdiction, caps) => {
  const day = '2026-01-02';
  const byLaw = termsByLaw(withPart, { ...told, costs: { ...told.costs, charged: [] }, jurisdiction }, day);
  expect(byLaw?.caps?.map((cap) => 'yearlyPpm' in cap && cap.yearlyPpm) ?? []).toEqual(caps ? [120_000] : []);

  const rules = [{ ...part.rules[0], jurisdiction: 'CN-XX' }] as unknown as Parameters<typeof moneyByLaw>[0];
  const audited = moneyByLaw(rules, { jurisdiction, product: told.product }, { ...told, allocation }, day);
  expect(audited.caps).toHaveLength(caps);
});
