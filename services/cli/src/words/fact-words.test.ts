import type { CaseFact } from '@recourse/domain/case/case-facts';
import { describe, expect, it } from 'vitest';
import { factWords } from './fact-words.js';
import { langs } from './lang.js';
import { factExamples as examples } from './testing/fact-examples.js';

const told = { zone: 'Asia/Shanghai', currency: 'CNY' };

describe.each(langs)('a case told in %s', (lang) => {
  it.each(Object.values(examples))('says $type in one line without a gap', (fact) => {
    const words = factWords(fact, told, lang);

    expect(words).toMatch(lang === 'zh' ? /^\S.*。$/ : /^[A-Z].*\.$/);
    expect(words).not.toMatch(/undefined|\[object|NaN/);
  });
});

it('tells no English code to who reads Chinese', () => {
  const hold = { ...examples['hold-placed'].hold, stops: ['contact' as const, 'escalation' as const] };
  const inChinese = (fact: CaseFact): string => factWords(fact, told, 'zh');
  expect(inChinese({ ...examples['hold-placed'], hold })).toMatch(/停止联系、升级/);
  expect(inChinese({ ...examples['task-opened'], to: 'verify-person' })).toMatch(/^派发任务（核实借款人），/);
  expect(inChinese({ ...examples['input-noted'], kind: 'instalment-missed' })).toMatch(/^收到逾期未还/);
  expect(inChinese(examples['stage-passed-over'])).toBe('跳过外访阶段：逾期金额 12345 (100000)。');
});

it('tells the status that came instead of an answer', () => {
  const { field: _, ...awaited } = examples['verification-awaited'];
  const refused: CaseFact = { ...awaited, from: 'servicing', because: 'refused-us', reason: 'answered 401' };

  expect(factWords(refused, told, 'en')).toMatch(/^Waits for servicing: it refuses us \(answered 401\); until /);
  expect(factWords(refused, told, 'zh')).toContain('对方拒绝了我方请求（answered 401）');
});

it('tells how much came with a loan that was taken on', () => {
  const words = factWords(examples['history-taken-on'], told, 'en');

  expect(words).toMatch(/^Taken on with 1 payment, 4 contacts, 0 notices, 1 hold as the books stood on 2026-01-04;/);
});

it('tells what servicing says otherwise as money', () => {
  const differs = examples['loan-mismatched'];
  const instalments = { ...differs, field: 'instalments' as const, ours: '1 due 2026-01-01: 100, 2 due 2026-02-01: 5' };

  expect(factWords(differs, told, 'en')).toContain('ours CNY 1.00, theirs CNY 0.99');
  expect(factWords(instalments, told, 'en')).toContain('ours 1 due 2026-01-01: CNY 1.00, 2 due 2026-02-01: CNY 0.05');
});

it('tells what a hold was for that ended, and not its id', () => {
  const ended = examples['hold-ended'];
  const holds = new Map([[ended.holdId, 'dispute' as const]]);

  expect(factWords(ended, { ...told, holds }, 'en')).toBe('Hold for a dispute ended.');
  expect(factWords(ended, told, 'en')).toBe('Hold ended.');
});

it('tells times in the zone of the loan and money with its currency', () => {
  expect(factWords(examples['act-awaited'], told, 'en')).toBe('Waiting for the receipt until 2026-01-05 10:00.');
  expect(factWords(examples['promise-made'], told, 'en')).toBe('Promised CNY 123.45 by 2026-01-09.');
  expect(factWords(examples['stage-entered'], told, 'zh')).toBe('由提醒进入电催阶段：条件已满足。');
  expect(factWords(examples['step-planned'], told, 'zh')).toBe(
    '下一步：2026-01-05 10:00 短信提醒（sms-1，第 1 次，共 2 次）。',
  );
});

it('tells who might not dial, what for, why and for whose loan, and which contact went without the loan', () => {
  const { loanId: _own, ...own } = examples['permit-withheld'];

  expect(factWords(examples['permit-withheld'], told, 'en')).toBe(
    'No permit for agency a-1 (t/L1/1/1/sms-1/1): the law puts it off → 2026-01-05 10:00 (CN-TIME-1), for loan L2.',
  );
  expect(factWords({ ...own, asked: 'dial', because: 'position-changed', rules: [] }, told, 'zh')).toBe(
    '委外机构 a-1 的拨打许可被撤销（t/L1/1/1/sms-1/1）：贷款账务已变化 → 2026-01-05 10:00。',
  );
  expect(factWords(examples['contact-not-joined'], told, 'en')).toBe(
    'Not spoken of in a contact of the same person, t/L1/1/1/sms-1/1: a hold is in force (no-hold).',
  );
});
