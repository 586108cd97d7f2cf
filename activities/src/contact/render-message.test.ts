import { describe, expect, it } from 'vitest';
import type { CoveredCase } from '../records/act-record.js';
import type { Templates } from './message-template.js';
import { formatAmount, renderMessage } from './render-message.js';

const words =
  '{{ sender }}: {{ total }}{% for l in loans %} [{{ l.loan }} {{ l.amount }} {{ l.dueOn }}]{% endfor %} {{ howToPay }}';
const templates: Templates = {
  byName: new Map([
    [
      'reminder',
      { template: 'reminder', version: 1, says: [], firstContact: true, text: { zh: `催 ${words}`, en: words } },
    ],
    [
      'hole',
      {
        template: 'hole',
        version: 1,
        says: [],
        firstContact: true,
        text: { zh: '{{ nothing }}', en: '{{ nothing }}' },
      },
    ],
  ]),
  sender: { name: { zh: '某公司', en: 'Lender' }, howToPay: { zh: '还款', en: 'Pay.' } },
  creditors: {
    lender: 'own',
    names: new Map([
      ['own', { zh: '某公司本部', en: 'Lender Ltd' }],
      ['east-amc', { zh: '东方资产', en: 'East AMC' }],
    ]),
  },
};
const covered = (loanId: string, arrears: number, currency = 'CNY'): CoveredCase => ({
  caseId: '',
  planId: '',
  loanId,
  readPosition: 1,
  order: 1,
  arrears,
  currency,
  dueOn: '2026-02-20',
});

describe('a message', () => {
  it('names every loan and their sum, whatever order they come in', () => {
    const message = renderMessage(templates, 'reminder', 'en', [covered('L2', 5), covered('L1', 123_456)]);

    expect(message.text).toBe('Lender: CNY 1,234.61 [L1 CNY 1,234.56 2026-02-20] [L2 CNY 0.05 2026-02-20] Pay.');
    expect(renderMessage(templates, 'reminder', 'en', [covered('L1', 123_456), covered('L2', 5)])).toEqual(message);
    expect(message.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has its preview, which the hash speaks of too', () => {
    const preview = { zh: '{{ sender }}有消息', en: 'News of {{ sender }}' };
    const byName = new Map([
      [
        'reminder',
        {
          template: 'reminder',
          version: 1,
          says: [],
          firstContact: true,
          text: { zh: `催 ${words}`, en: words },
          preview,
        },
      ],
    ]);
    const told = renderMessage({ ...templates, byName }, 'reminder', 'en', [covered('L1', 1)]);
    expect(told.preview).toBe('News of Lender');
    expect(told.contentHash).not.toBe(renderMessage(templates, 'reminder', 'en', [covered('L1', 1)]).contentHash);
  });

  it('names the creditor of each loan: whoever lent, or who the debtor is notified of', () => {
    const told = (language: string): string => {
      const text = '{% for l in loans %}[{{ l.loan }} {{ l.creditor }}]{% endfor %}';
      const words = { template: 'who', version: 1, says: [], firstContact: true, text: { zh: text, en: text } };
      const assigned = { ...covered('L2', 5), creditor: 'east-amc' };
      return renderMessage({ ...templates, byName: new Map([['who', words]]) }, 'who', language, [
        assigned,
        covered('L1', 5),
      ]).text;
    };
    expect(told('en')).toBe('[L1 Lender Ltd][L2 East AMC]');
    expect(told('zh')).toBe('[L1 某公司本部][L2 东方资产]');
  });

  it('adds nothing up across currencies', () => {
    expect(renderMessage(templates, 'reminder', 'en', [covered('L1', 100), covered('L2', 100, 'USD')]).text).toContain(
      'CNY 1.00 + USD 1.00',
    );
  });

  it('is in Chinese for languages we do not write', () => {
    expect(renderMessage(templates, 'reminder', 'fr', [covered('L1', 100)]).text).toMatch(/^催 某公司/);
  });

  it('is not made from a template that is missing or asks for what there is not', () => {
    expect(() => renderMessage(templates, 'none', 'en', [])).toThrow('no message template none');
    expect(() => renderMessage(templates, 'hole', 'en', [])).toThrow('undefined variable: nothing');
  });
});

it.each([
  [0, 'CNY', 'CNY 0.00'],
  [7, 'CNY', 'CNY 0.07'],
  [123_456_789, 'CNY', 'CNY 1,234,567.89'],
  [1_234, 'JPY', 'JPY 1,234'],
  [1_234, 'KWD', 'KWD 1.234'],
])('%d minor units of %s are written %s', (amount, currency, written) => {
  expect(formatAmount(amount, currency)).toBe(written);
});
