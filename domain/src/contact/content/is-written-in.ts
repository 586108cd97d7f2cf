import type { Language } from './message-template.js';

/** Latin letters stand in Chinese too, in names; letters of a third script stand in neither, since they look like those of a word that is sought. */
export const isWrittenIn = (literal: string, language: Language): boolean =>
  /\p{Script=Han}/u.test(literal) === (language === 'zh') && !hasOtherScript(literal);

export const hasOtherScript = (literal: string): boolean =>
  /(?!\p{Script=Latin}|\p{Script=Han}|\p{Lm})\p{L}/u.test(literal.normalize('NFKC'));
