import type { CaseFact, CaseFactType } from '@recourse/domain/case/case-facts';
import type { Terms } from '@recourse/domain/case/terms';
import { describe, expect, it } from 'vitest';
import { factWords } from './fact-words.js';
import { langs } from './lang.js';

const at = '2026-01-05T02:00:00.000Z';
const base = { v: 1 as const, at, cause: 'clock' };
const told = { zone: 'Asia/Shanghai', currency: 'CNY' };
const terms: Terms = {
  version: 1,
  product: 'cash',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 3,
  tolerance: 0,
  debtors: [],
};
const outcome = { planId: 't/L1/1/1/sms-1/1', actId: 't/L1/1/1/sms-1/1', at };
const act = {
  kind: 'send-reminder',
  purpose: 'collect',
  channel: 'sms',
  personId: 'p1',
  pointId: 'm1',
  template: 'r1',
} as const;
const carry = { notices: [], round: 1, anchorOn: '2026-01-01', endedAt: at };
const promise = { id: 'i1', amount: 12_345, by: '2026-01-09', madeAt: at, state: 'open' as const };

/** One fact of every type: a new type does not compile before it has an example here. */
const examples: { [Type in CaseFactType]: Extract<CaseFact, { type: Type }> } = {
  'case-opened': {
    ...base,
    type: 'case-opened',
    caseId: 't/L1/1',
    round: 1,
    terms,
    zone: { zone: 'Asia/Shanghai', offsets: [[0, 480]] },
    anchorOn: '2026-01-01',
    graceEndsAt: at,
  },
  'records-merged': { ...base, type: 'records-merged', from: 'P2', into: 'P1', points: {} },
  'terms-noted': {
    ...base,
    type: 'terms-noted',
    terms,
    zone: { zone: 'Asia/Shanghai', offsets: [[0, 480]] },
    graceEndsAt: at,
  },
  'history-taken-on': {
    ...base,
    type: 'history-taken-on',
    asOf: '2026-01-04',
    walkedUntil: at,
    lastContactOn: { sms: '2026-01-03' },
    failedCallDays: [],
    told: { payments: 1, contacts: 4, notices: 0, holds: 1 },
  },
  'strategy-pinned': {
    ...base,
    type: 'strategy-pinned',
    strategy: { name: 'consumer-cn', version: 1, hash: 'h' },
    segment: 'standard',
  },
  'position-noted': {
    ...base,
    type: 'position-noted',
    positionVersion: 1,
    arrears: 12_345,
    currency: 'CNY',
    dpd: 4,
    bucket: 'M1',
    anchorOn: '2026-01-01',
    unpaidInstalments: [1],
  },
  'stage-entered': {
    ...base,
    type: 'stage-entered',
    stage: 'call',
    from: 'reminder',
    because: 'condition-met',
    round: 1,
    criteria: [],
  },
  'stage-passed-over': {
    ...base,
    type: 'stage-passed-over',
    stage: 'visit',
    round: 1,
    criteria: [{ fact: 'arrears', threshold: 100_000, value: 12_345, held: false }],
  },
  'step-planned': {
    ...base,
    type: 'step-planned',
    plan: { id: outcome.planId, readPosition: 1, stage: 'reminder', dueAt: at, act, because: 'sms-1, try 1 of 2' },
  },
  'step-lapsed': { ...base, type: 'step-lapsed', round: 1, step: 'sms-1', because: 'too-late' },
  'step-done': { ...base, type: 'step-done', round: 1, step: 'sms-1', by: outcome.actId },
  'contact-withheld': {
    ...base,
    type: 'contact-withheld',
    planId: outcome.planId,
    outcome: { ...outcome, result: 'refused', reason: 'held', rules: ['holds'] },
  },
  'start-withheld': { ...base, type: 'start-withheld', by: 'ann', outcome: { ...outcome, result: 'unknown' } },
  'contact-concluded': {
    ...base,
    type: 'contact-concluded',
    planId: outcome.planId,
    act,
    outcome: { ...outcome, result: 'answered', code: 'promise', details: { promise } },
    consumesTry: true,
  },
  'act-awaited': { ...base, type: 'act-awaited', planId: outcome.planId, awaiting: 'receipt', until: at },
  'alternative-called-in': { ...base, type: 'alternative-called-in', round: 1, step: 'email-1', from: 'sms-1' },
  'loan-verified': { ...base, type: 'loan-verified', by: 'servicing', positionVersion: 1 },
  'loan-mismatched': { ...base, type: 'loan-mismatched', field: 'sums', ours: '100', theirs: '99' },
  'verification-awaited': {
    ...base,
    type: 'verification-awaited',
    from: 'directory',
    because: 'nonsense',
    until: at,
    field: 'points.0.value',
    reason: 'must be text',
  },
  'notice-given': {
    ...base,
    type: 'notice-given',
    notice: { kind: 'outsourcing', instalments: [1, 2], provedOn: '2026-01-05' },
  },
  'task-opened': { ...base, type: 'task-opened', taskId: outcome.planId, to: 'desk', deadline: at },
  'task-closed': { ...base, type: 'task-closed', taskId: outcome.planId, because: 'missed' },
  'hold-placed': {
    ...base,
    type: 'hold-placed',
    hold: { id: 'i1', reason: 'dispute', scope: { loan: 'L1' }, stops: ['contact'], from: at, until: at },
  },
  'hold-ended': { ...base, type: 'hold-ended', holdId: 'i1' },
  'promise-made': { ...base, type: 'promise-made', promise },
  'promise-judged': { ...base, type: 'promise-judged', promiseId: 'i1', state: 'broken', received: 0 },
  'call-back-agreed': { ...base, type: 'call-back-agreed', round: 1, step: 'call-1', callBackAt: at },
  'try-missed': { ...base, type: 'try-missed', planId: outcome.planId, because: 'missed' },
  'refusal-recorded': { ...base, type: 'refusal-recorded', on: '2026-01-05' },
  'failed-call-noted': { ...base, type: 'failed-call-noted', on: '2026-01-05' },
  'loan-ended': { ...base, type: 'loan-ended', ending: 'paid-off' },
  'loan-reopened': { ...base, type: 'loan-reopened', ending: 'paid-off' },
  'handed-over': {
    ...base,
    type: 'handed-over',
    to: { kind: 'agency', id: outcome.planId, partnerId: 'agency-1', round: 1, since: at },
  },
  'handed-back': { ...base, type: 'handed-back', placementId: outcome.planId, because: 'recalled' },
  'unreachable-proved': {
    ...base,
    type: 'unreachable-proved',
    personId: 'p1',
    because: 'attempts-failed',
    acts: ['t/L1/1/1/call-1/1', 't/L1/1/1/call-1/2', 't/L1/1/1/call-1/3'],
    points: ['m1'],
    days: ['2026-01-03', '2026-01-05'],
  },
  'borrower-searched': {
    ...base,
    type: 'borrower-searched',
    taskId: 't/L1/1/1/locate-debtor-1/1',
    searched: [{ source: 'own-records', basis: 'law', found: 'nothing-found' }],
  },
  'borrower-located': { ...base, type: 'borrower-located', pointId: 'm2', source: 'public-register', basis: 'law' },
  'breach-opened': {
    ...base,
    type: 'breach-opened',
    kind: 'contact-without-permit',
    actId: 'demo/L1/1/0/reported-1/1',
    placementId: outcome.planId,
  },
  'wishes-noted': {
    ...base,
    type: 'wishes-noted',
    personId: 'P0001',
    actId: outcome.planId,
    wishes: [{ wish: 'opt-out', channel: 'sms' }, { wish: 'inconvenient-place' }],
  },
  'input-noted': { ...base, type: 'input-noted', kind: 'command', ignored: 'unknown-hold' },
  'case-repaired': { ...base, type: 'case-repaired', what: 'case-document', because: 'differs' },
  'case-closed': { ...base, type: 'case-closed', ending: 'cured', carry },
};

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
