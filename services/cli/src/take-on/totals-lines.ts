import type { ControlTotals } from '@recourse/activities/take-on/control-totals';
import type { Stage } from '@recourse/domain/case/stage';
import { amountWords } from '../words/amount-words.js';
import type { Lang } from '../words/lang.js';
import { stageWords } from '../words/stage-words.js';
import { takeOnWords } from '../words/take-on-words.js';
import { textTable } from '../words/text-table.js';

const ladder = ['none', 'intake', 'reminder', 'call', 'visit', 'outsourcing', 'legal', 'monitoring'];
const byBucket = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** Control totals as tables: overall by currency, by bucket, by the stage cases start in. */
export function totalsLines({ loans, persons, arrears, buckets, stages }: ControlTotals, lang: Lang): string[] {
  const { heads, totals, withoutCase } = takeOnWords[lang];
  const overall = Object.entries(arrears)
    .toSorted(([a], [b]) => byBucket(a, b))
    .map(([currency, amount]) => amountWords(amount, currency, lang));
  const rows = Object.entries(buckets)
    .toSorted(([a], [b]) => byBucket(a, b))
    .map(([key, each]) => {
      const [bucket = '', currency = ''] = key.split(' ');
      return [bucket, each.loans, amountWords(each.arrears, currency, lang)];
    });
  const stage = (name: string): string => (name === 'none' ? withoutCase : stageWords[lang][name as Stage | 'intake']);
  const standing = ladder.flatMap((name) => (stages[name] === undefined ? [] : [[stage(name), stages[name]]]));
  return [
    `${totals} ${heads.loans} ${loans}, ${heads.persons} ${persons}, ${heads.overdue} ${overall.join(', ') || 0}`,
    '',
    ...textTable([heads.bucket, heads.loans, heads.overdue], rows),
    '',
    ...textTable([heads.stage, heads.loans], standing),
    '',
  ];
}
