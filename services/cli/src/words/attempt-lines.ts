import type { Attempt } from '../commands/attempts-of.js';
import type { Told } from './fact-sayings.js';
import { factWords } from './fact-words.js';
import type { Lang, Words } from './lang.js';
import { momentWords } from './moment-words.js';
import { textTable } from './text-table.js';

const heading: Words<string> = {
  en: 'Attempts of which something came (recourse gate explain ATTEMPT tells what every rule said):',
  zh: '已有结果的联系尝试（用 recourse gate explain ATTEMPT 查看各规则结论）：',
};
const heads: Words<string[]> = { en: ['attempt', 'gate', 'last'], zh: ['尝试', '规则判断', '最近结果'] };
const times: Words<(nth: number) => string> = {
  en: (nth) => (nth === 0 ? 'not asked' : nth === 1 ? 'asked once' : `asked ${nth} times`),
  zh: (nth) => (nth === 0 ? '未询问' : `询问 ${nth} 次`),
};

/** The attempts of a case by name; empty when nothing has come of any. */
export function attemptLines(attempts: readonly Attempt[], told: Told, lang: Lang): string[] {
  const rows = attempts.flatMap(({ name, came }) => {
    const last = came.at(-1);
    if (!last) return [];
    const asked = came.filter(({ gate }) => gate !== undefined).length;
    return [[name, times[lang](asked), `${momentWords(last.fact.at, told.zone)} ${factWords(last.fact, told, lang)}`]];
  });
  return rows.length === 0 ? [] : [heading[lang], ...textTable(heads[lang], rows)];
}
