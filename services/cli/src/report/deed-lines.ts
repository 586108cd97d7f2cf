import { deedTitles } from '../words/deed-titles.js';
import { deedWords } from '../words/deed-words.js';
import type { Lang } from '../words/lang.js';
import { textTable } from '../words/text-table.js';

/** Something the played portfolio is meant to show, and how often it has been shown (loans, as a rule). Without a minimum it is only told. */
export type DeedSeen = { deed: string; times: number; minimum?: number };

/** Whether something was shown less often than it must be. */
export const showsTooLittle = (deeds: readonly DeedSeen[]): boolean => deeds.some(isShort);

const isShort = ({ times, minimum }: DeedSeen): boolean => minimum !== undefined && times < minimum;

/** The feature table: feature, times, minimum; those below are marked. Empty when nothing is meant to be shown. */
export function deedLines(deeds: readonly DeedSeen[], lang: Lang): string[] {
  if (deeds.length === 0) return [];
  const titles = deedTitles[lang];
  const rows = deeds.map((seen) => [
    deedWords[lang][seen.deed] ?? seen.deed,
    seen.times,
    seen.minimum ?? titles.none,
    isShort(seen) ? titles.below : '',
  ]);
  const table = textTable([titles.feature, titles.times, titles.minimum, ''], rows).map((line) => line.trimEnd());
  const verdict = showsTooLittle(deeds) ? ['', `  ${titles.short}`] : [];
  return ['', titles.title, '', ...table.map((line) => `  ${line}`), ...verdict];
}
