import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentFaults } from '@recourse/domain/contact/content/content-faults';
import { creditorFaults } from '@recourse/domain/contact/content/creditor-faults';
import { creditorWordsShape } from '@recourse/domain/contact/content/creditor-words';
import { messageTemplateShape } from '@recourse/domain/contact/content/message-template';
import { senderFaults } from '@recourse/domain/contact/content/sender-faults';
import { senderWordsShape } from '@recourse/domain/contact/content/sender-words';
import { templateHash } from '@recourse/domain/contact/content/template-hash';
import { wordListsShape } from '@recourse/domain/contact/content/word-lists';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { readLaw } from './read-law.js';

const shipped = fileURLToPath(new URL('../../../policies', import.meta.url));
const file = (name: string): unknown => parse(readFileSync(`${shipped}/templates/${name}.yaml`, 'utf8'));
const lists = wordListsShape.parse(file('forbidden-words'));
const around = { law: readLaw(shipped).law, words: lists, senderNames: { zh: '某公司', en: 'Lender' } };
const sender = senderWordsShape.parse(file('sender'));
const first = messageTemplateShape.parse(file('reminder-first'));

/** Put at the end of the first reminder, and approved by somebody. */
const faultsOf = (words: string): string[] => {
  const language = /\p{Script=Han}/u.test(words) ? 'zh' : 'en';
  const text = { ...first.text, [language]: `${first.text[language]} ${words}` };
  const told = { ...first, text };
  const approved = { by: 'counsel', on: '2026-01-01', hash: templateHash(told) };
  return contentFaults({ ...told, approved }, around).map(({ reason, detail }) => `${reason}: ${detail}`);
};
const senderSays = (field: 'name' | 'howToPay', words: string): string[] => {
  const language = /\p{Script=Han}/u.test(words) ? 'zh' : 'en';
  const told = { ...sender, [field]: { ...sender[field], [language]: words } };
  const approved = { by: 'counsel', on: '2026-01-01', hash: templateHash(told) };
  return senderFaults({ ...told, approved }, around).map(({ path, reason, detail }) => `${path}: ${reason}: ${detail}`);
};
const naming = (text: string) => expect.arrayContaining([expect.stringContaining(text) as string]) as string[];

describe('a message that threatens is refused though somebody approved it', () => {
  test.each([
    ['You will be prosecuted.', 'prosecute'],
    ['A warrant will be issued.', 'warrant'],
    ['You may be jailed.', 'jail'],
    ['This means imprisonment.', 'imprisonment'],
    ['There were arrests.', 'arrest'],
    ['The polices will come.', 'police'],
    ['The p.o.l.i.c.e will come.', 'police'],
    ['The pоlice will come.', 'police'],
    ['Pay or face consequences.', 'consequence'],
    ['We know where you live.', 'we know where you'],
    ['Your boss will hear of this.', 'your boss'],
    ['We will tell your neighbours.', 'your neighbour'],
    ['We kill.', 'kill'],
    ['You are a criminal.', 'criminal'],
    ['You are a fraudster.', 'fraudster'],
    ['The bailiff comes.', 'bailiff'],
    ['Expect a summons.', 'summons'],
    ['Sell your car.', 'sell your'],
    ['打断腿。', '打断'],
    ['警察会来。', '警察'],
    ['我们将报警。', '报警'],
    ['我們將報警。', '报警'],
    ['您会被判刑。', '判刑'],
    ['您会被刑拘。', '刑拘'],
    ['这是诈骗。', '诈骗'],
    ['我们将立案。', '立案'],
    ['来抓您。', '抓您'],
    ['我们将通知亲友。', '通知亲'],
    ['我们将告诉您的领导。', '您的领导'],
    ['您将列入失信。', '列入失信'],
    ['您将成为失信被执行人。', '失信被执行'],
    ['冻结工资。', '冻结'],
    ['这会影响子女。', '影响子女'],
  ])('%s', (text, word) => expect(faultsOf(text)).toEqual(naming(`forbidden-words: ${word} (`)));

  test.each([
    '我们将发律师函。',
    'You will get a lawyer’s letter.',
    'We will bring legal proceedings.',
    'You will be sued.',
  ])('with a step at law that it does not declare: %s', (text) =>
    expect(faultsOf(text)).toEqual(['says-undeclared: legal-action']),
  );
});

test.each([
  'Please call our service line within 15 days.',
  'If you cannot pay, please talk to us; we can look for a way together.',
  'Our service line is open from 9:00 to 18:00.',
  'Never give your password to anybody.',
  'Please keep this letter until 15 January 2026.',
  'This month is the fourth; thank you for your patience.',
  '请在七日内联系我们。',
  '请于十五日内与我们协商，如有困难可申请延期。',
  '客服热线95588，工作日9:00至18:00。',
  '请勿将密码告诉他人。',
  '如您已办理，请忽略，谢谢。',
  '通知：您的账户有新消息。',
])('a lawful sentence passes: %s', (text) => expect(faultsOf(text)).toEqual([]));

describe('the sender’s words are held against what a template is held against', () => {
  it('and are in order as they ship', () => expect(senderFaults(sender, around)).toEqual([]));

  test.each([
    ['name', '某某市公安大队', 'name.zh: forbidden-words: 公安 (CN-ID-1-AUTHORITY)'],
    ['name', '某某检察院', 'name.zh: forbidden-words: 检察院 (CN-ID-1-AUTHORITY)'],
    ['name', '某某Police', 'name.zh: forbidden-words: police (CN-ID-1-AUTHORITY)'],
    ['howToPay', '付五百元到对公账户', 'howToPay.zh: amount-not-from-position: 五百'],
    ['howToPay', '请转入账户6222020200112233', 'howToPay.zh: amount-not-from-position: 6222020200112233'],
    ['howToPay', '请付款，否则我们起诉您', 'howToPay.zh: says-undeclared: legal-action'],
    ['howToPay', '不付就让您单位知道', 'howToPay.zh: forbidden-words: 让您单位 (threat)'],
    ['howToPay', 'Pay, or your credit report suffers', 'howToPay.en: says-undeclared: credit-bureau'],
    ['howToPay', 'Pay {{ total }} at once', 'howToPay.en: unknown-variable: Pay {{ total }} at once'],
    ['howToPay', 'Pаy in our app', 'howToPay.en: wrong-language: en'],
  ] as const)('%s %s', (field, words, fault) => expect(senderSays(field, words)).toEqual(naming(fault)));

  test.each([
    ['name', 'HSBC'],
    ['howToPay', '请致电官方客服95588办理，服务时间9:00至18:00；不要转账给任何个人。'],
    ['howToPay', 'Pay in our app or call us on 400-800-1234; never transfer to a private person.'],
  ] as const)('lawful: %s %s', (field, words) => expect(senderSays(field, words)).toEqual([]));

  it('and are refused unless approved as they stand', () => {
    const { approved, ...bare } = sender;
    expect(senderFaults(bare, around)).toMatchObject([{ path: 'approved', reason: 'not-approved' }]);
    const changed = { ...bare, name: { ...bare.name, en: 'Another Lender' }, ...(approved && { approved }) };
    expect(senderFaults(changed, around)).toMatchObject([{ path: 'approved.hash', reason: 'changed-since-approval' }]);
  });
});

describe('the names of creditors', () => {
  const creditors = creditorWordsShape.parse(file('creditors'));
  const named = (zh: string, en: string): string[] => {
    const told = { ...creditors, names: { ...creditors.names, x: { zh, en } } };
    const approved = { by: 'counsel', on: '2026-01-01', hash: templateHash(told) };
    return creditorFaults({ ...told, approved }, around).map(
      ({ path, reason, detail }) => `${path}: ${reason}: ${detail}`,
    );
  };

  it('are in order as they ship', () => expect(creditorFaults(creditors, around)).toEqual([]));

  it('may have figures and be Latin in Chinese', () => expect(named('三六零融资担保2号', 'Fund No. 2')).toEqual([]));

  test.each([
    ['某某市公安局', 'X', 'names.x.zh: forbidden-words: 公安 (CN-ID-1-AUTHORITY)'],
    ['某公司', '某公司', 'names.x.en: wrong-language: en'],
    ['某公司', 'Lаw Ltd', 'names.x.en: wrong-language: en'],
    ['某“公司', 'X', 'names.x.zh: unknown-variable: 某“公司'],
    ['某公司', '{{ total }}', 'names.x.en: unknown-variable: {{ total }}'],
    ['某公司，我们将起诉', 'X', 'names.x.zh: says-undeclared: legal-action'],
  ])('are held against what a message is: %s %s', (zh, en, fault) => expect(named(zh, en)).toEqual(naming(fault)));

  it('are refused unless approved as they stand', () => {
    const { approved, ...bare } = creditors;
    expect(creditorFaults(bare, around)).toMatchObject([{ path: 'approved', reason: 'not-approved' }]);
    const changed = { ...bare, lender: 'guarantee-1', ...(approved && { approved }) };
    expect(creditorFaults(changed, around)).toMatchObject([{ reason: 'changed-since-approval' }]);
  });

  it('are refused where the lender has none', () => {
    const read = creditorWordsShape.safeParse({ ...creditors, lender: 'nobody' });
    expect(read.error && schemaFaults(read.error)).toEqual([{ path: 'lender', reason: 'has no name in names' }]);
  });
});

it('a creditor written into the words is none: who it is changes', () => {
  const text = { ...first.text, en: first.text.en.replace('{{ l.creditor }}', 'Example Consumer Finance Ltd') };
  const told = { ...first, text };
  const approved = { by: 'counsel', on: '2026-01-01', hash: templateHash(told) };
  expect(contentFaults({ ...told, approved }, around)).toMatchObject([
    { path: 'text.en', reason: 'does-not-say', detail: 'creditor' },
  ]);
});

test.each(Object.keys(lists.forbidden))('lists of words without %s are refused by its name', (kind) => {
  const { [kind]: _, ...forbidden } = lists.forbidden;
  const read = wordListsShape.safeParse({ ...lists, forbidden });
  expect(read.error && schemaFaults(read.error)).toEqual([
    { path: `forbidden.${kind}`, reason: 'is missing: words of this kind are in no message' },
  ]);
});
