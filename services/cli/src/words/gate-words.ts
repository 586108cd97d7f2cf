import type { RuleInputs } from '@recourse/domain/contact/gate-ask';
import type { GateTrace, TracedAnswer } from '@recourse/domain/contact/gate-trace';
import type { Lang, Words } from './lang.js';
import { refusalWords } from './outcome-words.js';
import { textTable } from './text-table.js';

export const verdictWords: Words<Record<TracedAnswer['verdict'], string>> = {
  en: { allow: 'allow', defer: 'defer', refuse: 'refuse' },
  zh: { allow: '允许', defer: '推迟', refuse: '拒绝' },
};

const heads: Words<readonly string[]> = {
  en: ['verdict', 'rule', 'pack', 'on what', 'because'],
  zh: ['结论', '规则', '规则包', '依据', '原因'],
};

const until: Words<(at: string) => string> = { en: (at) => `until ${at}`, zh: (at) => `推迟至 ${at}` };

const inputWords = (inputs: RuleInputs): string =>
  Object.entries(inputs)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');

const because = (answer: TracedAnswer, lang: Lang): string =>
  [
    answer.reason && refusalWords[lang][answer.reason],
    answer.until && until[lang](answer.until),
    answer.citation && `(${answer.citation})`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');

const order = { refuse: 0, defer: 1, allow: 2 } as const;

/** What every rule said, those that did not allow first. */
export const traceTable = ({ answers }: GateTrace, lang: Lang): string[] =>
  textTable(
    heads[lang],
    answers
      .toSorted((a, b) => order[a.verdict] - order[b.verdict])
      .map((answer) => [
        verdictWords[lang][answer.verdict],
        answer.rule,
        answer.version,
        inputWords(answer.inputs),
        because(answer, lang),
      ]),
  );
