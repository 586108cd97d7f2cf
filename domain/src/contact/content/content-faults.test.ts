import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import { noLaw } from '../../../../test/builders/no-law.js';
import { hashPack } from '../../law/hash-pack.js';
import type { Law } from '../../law/law.js';
import type { Rule } from '../../law/rule.js';
import type { ContentAround } from './content-around.js';
import { contentFaults } from './content-faults.js';
import { messageTemplateShape, type MessageTemplate } from './message-template.js';
import { templateHash } from './template-hash.js';

const around: ContentAround = {
  law: noLaw,
  words: {
    forbidden: { threat: { zh: ['后果自负'], en: ['or else'] }, blacklist: { zh: ['黑名单'], en: ['blacklist'] } },
    debt: { zh: ['逾期', '还款'], en: ['overdue', 'debt'] },
    product: { zh: ['贷款'], en: ['loan'] },
    settling: { zh: ['减免'], en: ['discount'] },
  },
  senderNames: { zh: '某公司', en: 'Lender' },
};
const approve = (template: MessageTemplate): MessageTemplate => ({
  ...template,
  approved: { by: 'counsel', on: '2026-01-01', hash: templateHash(template) },
});
const reminder: MessageTemplate = messageTemplateShape.parse({
  template: 'reminder',
  version: 1,
  channels: ['sms', 'letter'],
  purposes: ['collect'],
  parties: ['borrower'],
  says: ['sender-identity', 'amount'],
  text: { zh: '【{{ sender }}】您的逾期金额为 {{ total }}。', en: '{{ sender }}: {{ total }} is overdue.' },
});
const locate: MessageTemplate = messageTemplateShape.parse({
  template: 'locate',
  version: 1,
  channels: ['sms'],
  purposes: ['locate'],
  parties: ['emergency-contact'],
  says: ['sender-identity'],
  text: { zh: '{{ sender }}请您转告来电。', en: '{{ sender }} asks you to pass on a word.' },
});
const faults = (template: MessageTemplate, how: Partial<ContentAround> = {}) =>
  contentFaults(approve(template), { ...around, ...how }).map(
    ({ path, reason, detail }) => `${path}: ${reason}: ${detail}`,
  );
const saying = (template: MessageTemplate, en: string, zh = template.text.zh): MessageTemplate => ({
  ...template,
  text: { zh, en },
});
const lawOf = (...rules: Rule[]): Law => ({
  packs: [hashPack({ pack: 'cn', version: 1, jurisdiction: 'CN', title: 't', rules })],
  calendars: {},
});
const gate = (fields: Record<string, unknown>) => lawRule('content-gate', { channels: ['sms'], ...fields });

describe('a template', () => {
  it('in order is approved', () => {
    expect(faults(reminder)).toEqual([]);
    expect(faults(locate)).toEqual([]);
  });

  it.each([
    ['a debt word', '{{ sender }} asks about a debt.', 'debt'],
    ['a product', '{{ sender }} asks about a loan.', 'loan'],
    ['the amount', '{{ sender }} asks about {{ total }}.', '{{ total }}'],
  ])('that could reveal a debt to a third party by %s is not', (_, text, shown) => {
    expect(faults(saying(locate, text))).toContain(`text.en: reveals-debt: ${shown}`);
  });

  it('reveals it by the sender’s name too', () => {
    const senderNames = { zh: '某贷款公司', en: 'Lender' };
    expect(faults(locate, { senderNames })).toEqual(['text.zh: reveals-debt: 贷款']);
  });

  it.each([
    ['others may be reached by it', { parties: ['borrower', 'employer'] }],
    ['anyone may answer', { channels: ['dialler'] }],
    ['it only looks for somebody', { purposes: ['locate'] }],
  ] as [string, Partial<MessageTemplate>][])('must be safe for third parties when %s', (_, change) => {
    expect(faults({ ...reminder, ...change })).toContain('text.en: reveals-debt: overdue');
  });

  it('must be safe where a rule of any pack says so', () => {
    const law = lawOf(gate({ thirdPartySafe: true }));
    expect(faults(reminder, { law })).toContain('text.zh: reveals-debt: 逾期');
  });

  it.each([
    ['{{ sender }}: {{ total }} is overdue, pay or else.', 'text.en: forbidden-words: or else (threat)'],
    ['{{ sender }}: {{ total }} is overdue. BLACK\u200bLIST', 'text.en: forbidden-words: blacklist (blacklist)'],
    ['{{ sender }}: {{ total }} is overdue: Blacklist!', 'text.en: forbidden-words: blacklist (blacklist)'],
  ])('that threatens is not: %s', (text, fault) => {
    expect(faults(saying(reminder, text))).toEqual([fault]);
  });

  it('that threatens in Chinese is not, however the words are spaced', () => {
    const text = '【{{ sender }}】您的逾期金额为 {{ total }}，否则后 果·自 负。';
    expect(faults(saying(reminder, reminder.text.en, text))).toEqual(['text.zh: forbidden-words: 后果自负 (threat)']);
  });

  it('that has a word a pack forbids is not, and names the rule', () => {
    const law = lawOf(gate({ id: 'UK-TEMPL-1', forbidden: ['parcel', 'rest'] }));
    const told = saying(
      reminder,
      '{{ sender }}: {{ total }} is overdue. A parcel waits for the restless in the forest.',
    );
    expect(faults(told, { law })).toEqual(['text.en: forbidden-words: parcel (UK-TEMPL-1)']);
  });

  it.each([
    '{{ sender }}: CNY 500 and {{ total }} is overdue.',
    '{{ sender }}: ¥5 and {{ total }} is overdue.',
    '{{ sender }}: 1,234.00 and {{ total }} is overdue.',
    '{{ sender }}: 5 yuan and {{ total }} is overdue.',
    '{{ sender }}: {{ total }} is overdue, 24% a year.',
    '{{ sender }}: 五百元 and {{ total }} is overdue.',
    '{{ sender }}: 20000 and {{ total }} is overdue.',
    '{{ sender }}: {{ total | times: 2 }} or {{ total }} is overdue.',
    '{{ sender }}: {{ total }}0 is overdue.',
    '{{ sender }}: 1{{ total }} is overdue.',
    '{{ sender }}: {{ total }} thousand is overdue.',
  ])('that names an amount of its own is not: %s', (text) => {
    expect(faults(saying(reminder, text))).toContainEqual(
      expect.stringContaining('text.en: amount-not-from-position: '),
    );
  });

  it('may count days and name parts of a law', () => {
    expect(faults(saying(reminder, '{{ sender }}: {{ total }} is overdue; 15 days are left, see part 3.'))).toEqual([]);
  });

  it('puts in only what it is given, and makes nothing up', () => {
    const text = '{% assign total = "CNY" %}{{ sender }}: {{ total }} is overdue {{ l.balance }}.';
    expect(faults(saying(reminder, text))).toEqual([
      'text.en: unknown-variable: l.balance',
      'text.en: unknown-variable: assign total = "CNY"',
    ]);
  });

  it('says in each language what it declares, and declares what it says', () => {
    const told = saying(
      { ...reminder, says: ['sender-identity', 'amount', 'opt-out'] },
      '{{ sender }}: {{ total }}. Pay, or see you in court.',
    );
    expect(faults(told)).toEqual([
      'text.zh: does-not-say: opt-out',
      'text.en: does-not-say: opt-out',
      'text.en: says-undeclared: legal-action',
    ]);
  });

  it('says what packs demand and not what they bar, by rule; of the first contact only where it may be one', () => {
    const law = lawOf(
      gate({ id: 'A-1', mustSay: ['debt-collector'], firstContactOnly: true }),
      gate({ id: 'A-2', mustNotSay: ['amount'] }),
      gate({ id: 'A-3', mustSay: ['creditor'], actor: ['agency'] }),
      gate({ id: 'A-4', mustSay: ['creditor'], purposes: ['locate'] }),
    );
    expect(faults(reminder, { law })).toEqual([
      'says: must-say: debt-collector (A-1)',
      'says: must-not-say: amount (A-2)',
    ]);
    expect(faults({ ...reminder, firstContact: false }, { law })).toEqual(['says: must-not-say: amount (A-2)']);
  });

  it('offers a way out of a medium where a pack asks for it', () => {
    const law = lawOf(lawRule('channel-permission', { id: 'US-OUT', channels: ['sms'], mustOfferOptOut: true }));
    expect(faults(reminder, { law })).toEqual(['says: must-say: opt-out (US-OUT)']);
    expect(faults({ ...reminder, channels: ['letter'] }, { law })).toEqual([]);
  });

  it('of a voice bot says that it is automated, hands over on request, and never settles', () => {
    const bot: MessageTemplate = {
      ...locate,
      channels: ['voice-bot'],
      purposes: ['collect'],
      parties: ['borrower'],
      text: { zh: '{{ sender }}可为您减免。', en: '{{ sender }} has a discount.' },
    };
    expect(faults(bot)).toEqual([
      'says: must-say: automated (a voice bot)',
      'says: must-say: human-on-request (a voice bot)',
      'text.zh: settles: 减免',
      'text.en: settles: discount',
    ]);
  });

  it.each(['app', 'im', 'email'] as const)(
    'that shows on a locked screen by %s has words for it without debt or amount',
    (channel) => {
      const app: MessageTemplate = { ...reminder, channels: [channel] };
      expect(faults(app)).toEqual(['preview: no-preview: it shows on a locked screen or in a mailbox’s list']);
      const preview = { zh: '【{{ sender }}】您有新消息', en: '{{ sender }}: {{ total }} overdue' };
      expect(faults({ ...app, preview })).toEqual([
        'preview.en: reveals-debt: {{ total }}',
        'preview.en: reveals-debt: overdue',
      ]);
      expect(faults({ ...app, preview: { ...preview, en: '{{ sender }}: a new message' } })).toEqual([]);
    },
  );

  it('is written in the language it is for', () => {
    expect(faults(saying(reminder, '{{ sender }}: {{ total }} 逾期'))).toEqual(['text.en: wrong-language: en']);
    expect(faults(saying(reminder, reminder.text.en, '{{ sender }}: {{ total }}'))).toEqual([
      'text.zh: wrong-language: zh',
    ]);
    expect(faults(saying(reminder, '{{ sender }}: {{ total }} is ovеrdue.'))).toContain('text.en: wrong-language: en');
  });
});

describe('an approval', () => {
  it('is needed, and is of the very words', () => {
    expect(contentFaults(reminder, around)).toMatchObject([{ path: 'approved', reason: 'not-approved' }]);
    const changed = { ...approve(reminder), version: 2 };
    expect(contentFaults(changed, around)).toMatchObject([{ path: 'approved.hash', reason: 'changed-since-approval' }]);
  });

  it('is for nothing once a word, a channel or a saying is another', () => {
    const changes: Partial<MessageTemplate>[] = [
      { text: { ...reminder.text, en: `${reminder.text.en} ` } },
      { channels: ['sms'] },
      { parties: ['borrower', 'guarantor'] },
      { says: ['amount', 'sender-identity'] },
      { firstContact: false },
    ];
    for (const change of changes) expect(templateHash({ ...reminder, ...change })).not.toBe(templateHash(reminder));
    expect(templateHash(approve(reminder))).toBe(templateHash(reminder));
  });

  it('is not won by adding a rule: what was refused stays refused', () => {
    const rules = fc.record({
      mustSay: fc.subarray(['opt-out', 'amount', 'creditor']),
      mustNotSay: fc.subarray(['amount', 'sender-identity']),
      forbidden: fc.subarray(['overdue', 'parcel']),
      thirdPartySafe: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 3 }), rules, (some, more) => {
        const made = [...some, more].map((fields, nth) => gate({ id: `R-${nth}`, ...fields }));
        const before = faults(reminder, { law: lawOf(...made.slice(0, -1), gate({ id: 'NONE' })) });
        expect(faults(reminder, { law: lawOf(...made, gate({ id: 'NONE' })) })).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
