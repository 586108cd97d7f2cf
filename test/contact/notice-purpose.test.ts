import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { BeginRead, BeginVerdict } from '@recourse/activities/contact/contact-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { Act } from '@recourse/domain/case/act';
import type { HoldReason } from '@recourse/domain/holds/hold';
import type { Law } from '@recourse/domain/law/law';
import { describe, expect, test } from 'vitest';
import { lawRule } from '../builders/law-rule.js';
import { aCase, aLoan, aPerson, beginRules } from '../builders/contact-records.js';
import { aBeginRead } from '../builders/begin-read.js';
import { smsOf } from '../builders/begin-sms.js';

/** A demand for money as the shipped ladder sends it. */
const demand: Act = {
  kind: 'send-notice',
  purpose: 'legally-required',
  channel: 'sms',
  personId: 'p1',
  pointId: 'm1',
  template: 'notice-outsourcing',
  notice: 'outsourcing',
};
const held = (reason: HoldReason): Partial<PersonRecord> => ({
  holds: [{ id: reason, reason, scope: { person: 'p1' }, stops: ['contact'], from: '2026-03-01T00:00:00.000Z' }],
});
const begin = (
  person: Partial<PersonRecord>,
  law: Law = beginRules.law,
  act: Act = demand,
  more: Partial<BeginRead> = {},
): BeginVerdict => {
  const read = aBeginRead({ kase: aCase('L1', act), person: aPerson(['L1', 'L2'], person), ...more });
  return judgeBegin(smsOf('L1'), { ...beginRules, law })(read);
};

describe('a notice the lender wants sent', () => {
  test('collects, in the act and in the ledger, whatever the ladder calls it', () => {
    expect(begin({})).toMatchObject({ go: true, act: { act: { purpose: 'collect' } }, entry: { purpose: 'collect' } });
  });

  test.each<HoldReason>(['insolvency', 'dispute', 'cease-request', 'breathing-space'])(
    'does not begin under a hold for %s',
    (reason) => {
      expect(begin(held(reason))).toMatchObject({ go: false, withheld: { result: 'refused', reason: 'held' } });
    },
  );

  test('does not begin after the person opted out of the medium', () => {
    const standing = { optOuts: [{ channel: 'sms' as const, at: '2026-03-01T00:00:00.000Z' }] };
    expect(begin({ standing })).toMatchObject({ go: false, withheld: { reason: 'opted-out' } });
  });
});

describe('a notice that a law there names', () => {
  const [first, ...rest] = beginRules.law.packs.filter(({ jurisdiction }) => jurisdiction === 'CN');
  if (!first) throw new Error('no pack of CN');
  const rule = lawRule('notice-before-action', {
    confidence: 'primary',
    action: 'place',
    notice: 'outsourcing',
    minDays: 7,
    clockStart: 'received',
  });
  const law = {
    ...beginRules.law,
    packs: [
      ...beginRules.law.packs.filter(({ jurisdiction }) => jurisdiction !== 'CN'),
      { ...first, rules: [...first.rules, rule] },
      ...rest,
    ],
  };

  test('stays legally required, and is given under a hold that lets notices through', () => {
    expect(begin(held('dispute'), law)).toMatchObject({ go: true, act: { act: { purpose: 'legally-required' } } });
  });

  test('is no such notice in the words of another', () => {
    const letter: Act = { ...demand, template: 'lawyers-letter' };
    expect(begin(held('dispute'), law, letter)).toMatchObject({ go: false, withheld: { reason: 'held' } });
    expect(begin({}, law, letter)).toMatchObject({ go: true, act: { act: { purpose: 'collect' } } });
  });

  test('is not given about another loan of the person whose law does not want it, and that case is told why', () => {
    const product = 'card';
    const wanted = lawRule('notice-before-action', { ...rule, id: 'CARD-ONLY', product: [product] });
    const [pack, ...others] = beginRules.law.packs.filter(({ jurisdiction }) => jurisdiction === 'CN');
    if (!pack) throw new Error('no pack of CN');
    const elsewhere = beginRules.law.packs.filter(({ jurisdiction }) => jurisdiction !== 'CN');
    const cards = { ...beginRules.law, packs: [...elsewhere, { ...pack, rules: [...pack.rules, wanted] }, ...others] };
    const card = aLoan('L1');
    if (!card.terms) throw new Error('no terms');
    const loan = { ...card, terms: { ...card.terms, product } };
    const siblings = [{ kase: aCase('L2', demand), loan: aLoan('L2') }];

    const verdict = begin({}, cards, demand, { loan, siblings });

    expect(verdict).toMatchObject({
      go: true,
      act: { act: { purpose: 'legally-required' }, covers: [{ loanId: 'L1' }] },
      notes: [{ caseId: 'test/L2/1', item: { notJoined: { because: 'other-purpose', rules: [] } } }],
    });
    const alike = begin({}, cards, demand, {
      loan,
      siblings: siblings.map((each) => ({ ...each, loan: { ...each.loan, terms: loan.terms } })),
    });
    expect(alike).toMatchObject({ go: true, act: { covers: [{ loanId: 'L1' }, { loanId: 'L2' }] } });
  });
});
