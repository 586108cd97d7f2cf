import type { PolicyFault } from '@recourse/infra/policies/policy-error';
import { faultCodeWords, type FaultCode } from './fault-code-words.js';
import { faultInChinese } from './fault-in-chinese.js';
import type { Lang, Words } from './lang.js';

type Covered = { from: string; to: string };

/** What `policies check` says of policies that are in order. */
export const policyWords: Words<{
  inOrder: string;
  strategy: (of: { name: string; version: number; older: number }) => string;
  pack: (of: { name: string; jurisdiction: string; rules: number }) => string;
  calendar: (of: Covered & { calendar: string }) => string;
  zones: (of: Covered) => string;
  warning: (text: string) => string;
  ofPack: (pack: string) => string;
  faults: (count: number) => string;
}> = {
  en: {
    inOrder: 'policies are in order',
    strategy: ({ name, version, older }) =>
      `strategy ${name}: new cases take version ${version}${older > 0 ? `, ${older} older` : ''}`,
    pack: ({ name, jurisdiction, rules }) =>
      `rule pack ${name} for ${jurisdiction === '*' ? 'all places' : jurisdiction}: ${rules} rules`,
    calendar: ({ calendar, from, to }) => `calendar ${calendar}: from ${from} up to ${to}`,
    zones: ({ from, to }) => `time zones: from ${from} up to ${to}`,
    warning: (text) => `warning: ${text}`,
    ofPack: (pack) => `rule pack ${pack}`,
    faults: (count) => `${count} ${count === 1 ? 'fault' : 'faults'} in the policies:`,
  },
  zh: {
    inOrder: '政策文件无误',
    strategy: ({ name, version, older }) =>
      `策略 ${name}：新案件采用第 ${version} 版${older > 0 ? `，另有 ${older} 个旧版` : ''}`,
    pack: ({ name, jurisdiction, rules }) =>
      `规则包 ${name}（${jurisdiction === '*' ? '所有地方' : jurisdiction}）：${rules} 条规则`,
    calendar: ({ calendar, from, to }) => `日历 ${calendar}：自 ${from} 至 ${to} 之前`,
    zones: ({ from, to }) => `时区：自 ${from} 至 ${to} 之前`,
    warning: (text) => `警告：${faultInChinese(text) ?? text}`,
    ofPack: (pack) => `规则包 ${pack}`,
    faults: (count) => `政策文件有 ${count} 处错误：`,
  },
};

const isCode = (word: string): word is FaultCode => Object.hasOwn(faultCodeWords.en, word);

/** A closed reason is said by its words, with its code; what was found there, and prose, in the language as far as it has words. */
export const faultReasonWords = (reason: string, lang: Lang): string => {
  const [, code = '', detail = ''] = /^([a-z][a-z-]*): (.*)$/s.exec(reason) ?? [];
  const inWords = (text: string): string => (lang === 'zh' ? (faultInChinese(text) ?? text) : text);
  if (!isCode(code)) return inWords(reason);
  const words = faultCodeWords[lang][code];
  return lang === 'zh' ? `${words}（${code}）：${inWords(detail)}` : `${words} (${code}): ${detail}`;
};

/** Every fault in a line of its own, under their number. */
export const policyFaultLines = (faults: readonly PolicyFault[], lang: Lang): string[] => [
  policyWords[lang].faults(faults.length),
  ...faults.map(
    ({ file, path, reason }) =>
      `  ${[file, path].filter((each) => each !== '').join(': ')}: ${faultReasonWords(reason, lang)}`,
  ),
];
