import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { describe, expect, it, test } from 'vitest';
import { faultCodeWords } from './fault-code-words.js';
import { faultReasonWords, policyFaultLines } from './policy-words.js';

const chinese = /[\u4e00-\u9fff]/;

test('every closed reason of a fault has words of its own in both languages', () => {
  const codes = Object.keys(faultCodeWords.en) as (keyof typeof faultCodeWords.en)[];
  expect(Object.keys(faultCodeWords.zh)).toEqual(codes);
  expect(codes.length).toBeGreaterThan(40);
  for (const lang of ['en', 'zh'] as const)
    expect(new Set(codes.map((code) => faultCodeWords[lang][code])).size).toBe(codes.length);
  for (const code of codes) {
    expect(faultCodeWords.en[code]).toMatch(/^[a-z][ -~]+$/);
    expect(faultCodeWords.zh[code]).toMatch(chinese);
  }
});

/** Every saying of the files the check reads policies with, `X` where a value would stand; read from the source, since they are no list. */
const sayings = (folder: string, wanted: RegExp): [file: string, saying: string][] =>
  readdirSync(join(repoRoot, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && wanted.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(repoRoot, folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const literals = source.matchAll(/'([^'\\\n]*)'|`((?:[^`\\$]|\$\{(?:[^{}`]|\{[^{}]*\})*\})*)`/g);
      return [...literals].flatMap(([, plain, made]): [string, string][] => {
        const saying = (plain ?? made ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'X').replaceAll("\\'", "'");
        return isSaid.test(saying) ? [[file, saying]] : [];
      });
    });
const isSaid =
  /^(X |rows X|unfit|unknown-|must |is |has |names |needs |says |belongs |covers |no row |overlap |limits |leaves out |holds |cannot |there is |no rule |this template |policies\/).*[a-z]/;
/** Made of sayings, which are tried below. */
const parts = ['must X at X XX', 'has ended'];

describe('a fault of the policies', () => {
  const all = [
    ...sayings('domain/src/law', /^(coverage|dated-faults|keeping|law-faults|law-survey|odd|pack-faults|rule)/),
    ...sayings('domain/src/law/shapes', /./),
    ...sayings('domain/src/policy', /./),
    ...sayings('domain/src/contact', /^contact-settings/),
    ...sayings('domain/src/contact/content', /(word-lists|sender-words|message-template|approval)\.ts$/),
    ...sayings('domain/src/agency', /^partner-register/),
    ...sayings('domain/src/arrangements', /^arrangement-practice/),
    ...sayings('domain/src/calendar', /^holiday-calendar-schema/),
    ...sayings('domain/src/simulation', /^(borrower-model|collection-costs|drawn-portfolio)/),
    ...sayings('infra/src/policies', /^(read-|policy-folder|ending|first-contact|partner-faults|template-faults)/),
  ].filter(([, saying]) => !parts.includes(saying));

  it('is looked for in the sources', () => expect(all.length).toBeGreaterThan(100));

  it.each(all)('has Chinese words: %s: %s', (_, saying) => expect(faultReasonWords(saying, 'zh')).toMatch(chinese));

  it.each([
    ['must be 0 to 1', '必须在 0 至 1 之间'],
    ['must be a whole number', '必须是整数'],
    ['must be at least 1', '至少为 1'],
    ['must have at most 2 items', '最多 2 项'],
    [
      'CN-FREQ-3 of pack cn has limit 999 for 6 of row CN-FREQ-3 of the survey',
      '规则包 cn 的 CN-FREQ-3 的 limit 为 999，应为 6（法律调查第 CN-FREQ-3 行）',
    ],
    [
      'US-FREQ-1 of pack us-reg-f leaves out actor agency, leaves out channels sms, call: row US-FREQ-1 of the survey has it',
      '规则包 us-reg-f 的 US-FREQ-1 在 actor 中缺少 agency，在 channels 中缺少 sms, call，而法律调查第 US-FREQ-1 行有此要求',
    ],
    [
      'unknown-template: policies/templates has no a.yaml; there are b, c',
      '模板不存在（unknown-template）：policies/templates 中没有 a.yaml；现有 b, c',
    ],
    [
      'calendar CN ends in 60 days; past its end whatever rests on it is refused',
      '日历 CN 将在 60 天后到期；到期后凡依据它的一律拒绝',
    ],
  ])('is said in Chinese with what stands in the files: %s', (en, zh) => expect(faultReasonWords(en, 'zh')).toBe(zh));

  it('stays as it is where no words are known, and says a closed reason in English by words and code', () => {
    expect(faultReasonWords('Nested mappings are not allowed', 'zh')).toBe('Nested mappings are not allowed');
    expect(faultReasonWords('stage-order: late before early', 'en')).toBe(
      'stages out of order (stage-order): late before early',
    );
    expect(policyFaultLines([{ file: 'a.yaml', path: 'x', reason: 'is missing' }], 'zh')).toEqual([
      '政策文件有 1 处错误：',
      '  a.yaml: x: 缺失',
    ]);
  });
});
