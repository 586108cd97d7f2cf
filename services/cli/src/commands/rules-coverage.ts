import { isOnlyCarried, isToConfirm, type CoveredRow } from '@recourse/domain/law/coverage';
import type { Lang } from '../words/lang.js';
import { ruleLabels } from '../words/rule-words.js';
import { textTable } from '../words/text-table.js';
import { lawInForce } from './law-in-force.js';

const rowAsJson =
  (part: string) =>
  (row: CoveredRow): Record<string, unknown> => ({
    part,
    id: row.id,
    what: row.what,
    confidence: row.confidence,
    toConfirm: isToConfirm(row),
    by: isOnlyCarried(row) ? 'carried' : row.kept.by,
    rules: row.rules.map(({ rule }) => rule.id),
  });

const counted = (rows: readonly CoveredRow[]): number[] => {
  const by = (how: CoveredRow['kept']['by']): number => rows.filter(({ kept }) => kept.by === how).length;
  const carried = rows.filter(isOnlyCarried).length;
  return [rows.length, by('rules') - carried, carried, by('code'), by('nobody'), rows.filter(isToConfirm).length];
};

export type RulesCoverage = { lang: Lang; json?: boolean };

/** What became of the survey of law, part by part. @throws PolicyError when packs and survey do not fit */
export function rulesCoverage({ lang, json = false }: RulesCoverage, dir?: string): string[] {
  const { parts } = lawInForce(dir);
  if (json)
    return [JSON.stringify({ v: 1, rows: parts.flatMap(({ part, rows: of }) => of.map(rowAsJson(part))) }, null, 2)];
  const label = ruleLabels[lang];
  const rows = parts.flatMap((part) => part.rows);
  return [
    ...textTable(
      [label.part, label.rows, label.byRules, label.carried, label.otherCode, label.notSoftware, label.toConfirm],
      [...parts.map((part) => [part.part, ...counted(part.rows)]), ['=', ...counted(rows)]],
    ),
    '',
    label.more,
  ];
}
