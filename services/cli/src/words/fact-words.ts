import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { FactSayings, Told } from './fact-sayings.js';
import { factsInChinese } from './facts-in-chinese.js';
import { factsInEnglish } from './facts-in-english.js';
import type { Lang, Words } from './lang.js';

const sayings: Words<FactSayings> = { en: factsInEnglish, zh: factsInChinese };

/** What happened, in one plain sentence. */
export function factWords(fact: CaseFact, told: Told, lang: Lang): string {
  const say = sayings[lang][fact.type] as (fact: CaseFact, told: Told) => string;
  return say(fact, told);
}
