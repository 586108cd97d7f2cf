import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { BreachKind } from '@recourse/domain/case/breach';
import type { CaseFact, IgnoredReason } from '@recourse/domain/case/case-facts';
import { promisesTold } from '@recourse/domain/case/promises-told';
import type { Criterion } from '@recourse/domain/case/stage';
import { criterionWords, taskToWords } from './code-words.js';
import type { Lang, Words } from './lang.js';
import { momentWords } from './moment-words.js';
import { promisesWords } from './promise-words.js';
import { codeWords, refusalWords, resultWords } from './outcome-words.js';
import type { Told } from './fact-sayings.js';

export const lapseWords: Words<Record<Extract<CaseFact, { type: 'step-lapsed' }>['because'], string>> = {
  en: {
    'too-late': 'it was too late',
    merged: 'a later step says the same',
    'notice-already-given': 'the notice had been given before',
    'condition-not-met': 'its condition is not met',
    'no-contact-point': 'there is no contact point for it',
    refused: 'it was refused',
    'tries-used': 'all tries were used',
    'promise-kept': 'the promise was kept after all',
  },
  zh: {
    'too-late': '已过期',
    merged: '并入后续步骤',
    'notice-already-given': '通知此前已送达',
    'condition-not-met': '条件不满足',
    'no-contact-point': '无可用联系方式',
    refused: '不允许',
    'tries-used': '次数已用完',
    'promise-kept': '承诺实已履行',
  },
};

export const taskWords: Words<Record<Extract<CaseFact, { type: 'task-closed' }>['because'], string>> = {
  en: { answered: 'answered', missed: 'nobody did it in time', withdrawn: 'no longer needed' },
  zh: { answered: '已完成', missed: '逾时未完成', withdrawn: '不再需要' },
};

export const handBackWords: Words<Record<Extract<CaseFact, { type: 'handed-back' }>['because'], string>> = {
  en: { returned: 'returned', recalled: 'recalled', withdrawn: 'withdrawn' },
  zh: { returned: '退案', recalled: '撤案', withdrawn: '撤回' },
};

export const breachWords: Words<Record<BreachKind, string>> = {
  en: { 'contact-without-permit': 'a contact without a permit', 'complaint-upheld': 'a complaint that was upheld' },
  zh: { 'contact-without-permit': '未经许可的联系', 'complaint-upheld': '投诉成立' },
};

export const ignoredWords: Words<Record<IgnoredReason, string>> = {
  en: {
    'already-known': 'already known',
    'not-current': 'about something that is no longer current',
    'unknown-hold': 'names a hold that is not known',
    'matter-not-closed': 'the dispute or complaint that placed it is not over: answer or release that',
    'kept-by-the-case': 'the case keeps this hold itself, and ends it when its reason is gone',
  },
  zh: {
    'already-known': '已知',
    'not-current': '与本案已无关',
    'unknown-hold': '暂缓不存在',
    'matter-not-closed': '异议或投诉尚未办结，应先答复或撤销',
    'kept-by-the-case': '由案件自行维持，事由消除后自动解除',
  },
};

/** What an act came to: the outcome code when a person spoke, else the result, with what limits it. */
export function outcomeWords(outcome: ActOutcome, { zone, currency }: Told, lang: Lang): string {
  const result = resultWords[lang][outcome.result];
  switch (outcome.result) {
    case 'answered': {
      const told = promisesTold(outcome.details) ?? [];
      const code = codeWords[lang][outcome.code];
      if (told.length === 0) return code;
      const said = promisesWords(told, currency, lang);
      return lang === 'en' ? `${code} (${said})` : `${code}（${said}）`;
    }
    case 'deferred':
      return `${result} → ${momentWords(outcome.until, zone)} (${outcome.rules.join(', ')})`;
    case 'refused':
      return `${result}: ${refusalWords[lang][outcome.reason]}`;
    case 'offered':
      return `${result}: ${taskToWords[lang](outcome.to)}, ${momentWords(outcome.deadline, zone)}`;
    case 'delivered':
    case 'failed':
    case 'done':
    case 'unknown':
    case 'provider-unavailable':
    case 'superseded':
    case 'covered':
      return result;
  }
}

/** `failed-calls-or-refusal 2 (3)`: what was found, and in brackets what was asked for, of each criterion that did not hold. */
export function unmetWords(criteria: readonly Criterion[], lang: Lang): string {
  return criteria
    .filter(({ held }) => !held)
    .map(({ fact, value, threshold }) => `${criterionWords[lang](fact)} ${value} (${threshold})`)
    .join(', ');
}
