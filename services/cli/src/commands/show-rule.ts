import { isToConfirm, type CoveredRow } from '@recourse/domain/law/coverage';
import type { Rule } from '@recourse/domain/law/rule';
import type { HashedPack } from '@recourse/domain/law/rule-pack';
import type { Lang } from '../words/lang.js';
import { lettersBetween } from '../words/letters-between.js';
import { Mistake } from '../words/mistake.js';
import { actorWords, confidenceWords, forceWords, kindWords, ruleLabels } from '../words/rule-words.js';
import { shownWidth } from '../words/shown-width.js';
import { lawInForce } from './law-in-force.js';

export type ShowRule = { json: boolean; lang: Lang };

type Found = { pack: HashedPack; rule: Rule };

/** What is said of every rule has a line of its own; the rest are parameters of its kind. */
const saidAlready = new Set(['id', 'kind', 'actor', 'citation', 'confidence', 'force', 'effectiveFrom', 'effectiveTo']);
const parametersOf = (rule: Rule): [name: string, value: unknown][] =>
  Object.entries(rule).filter(([name]) => !saidAlready.has(name));

/** One rule of law as the packs have it, with the rows of the survey it keeps; or a row that no rule keeps, and why. @throws Mistake naming near ids */
export function showRule(id: string, { json, lang }: ShowRule, dir?: string): string[] {
  const { packs, parts } = lawInForce(dir);
  const rows = parts.flatMap((part) => part.rows);
  const all = packs.flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })));
  const found = all.find(({ rule }) => rule.id === id);
  const row = rows.find((each) => each.id === id);
  const kept = rows.filter(({ rules }) => rules.some(({ rule }) => rule.id === id));
  if (found) return json ? [ruleJson(found, kept)] : labelled(ruleLines(found, kept, lang));
  if (row) return json ? [JSON.stringify({ v: 1, row: rowJson(row) }, null, 2)] : labelled(rowLines(row, lang));
  const ids = [...new Set([...all.map(({ rule }) => rule.id), ...rows.map((each) => each.id)])];
  const near = nearest(id, ids);
  throw new Mistake(
    `there is no rule ${id}${near.length > 0 ? `; near it are ${near.join(', ')}` : ''} (recourse rules list)`,
  );
}

/** At most five: those it begins, then those a few letters away. */
const nearest = (id: string, ids: readonly string[]): string[] => {
  const asked = id.toUpperCase();
  const begun = ids.filter((each) => asked.length > 2 && each.startsWith(asked));
  const alike = ids
    .map((each) => ({ each, away: lettersBetween(asked, each) }))
    .filter(({ away }) => away <= 3)
    .toSorted((a, b) => a.away - b.away)
    .map(({ each }) => each);
  return [...new Set([...begun, ...alike])].slice(0, 5);
};

const rowJson = ({ id, what, citations, confidence, kept, rules }: CoveredRow) => ({
  id,
  what,
  citations,
  confidence,
  ...(kept.by === 'rules' ? { rules: rules.map(({ rule }) => rule.id) } : kept),
});

const ruleJson = ({ pack, rule }: Found, kept: readonly CoveredRow[]): string =>
  JSON.stringify(
    { v: 1, rule: { pack: pack.name, jurisdiction: pack.jurisdiction, ...rule }, keeps: kept.map(rowJson) },
    null,
    2,
  );

type Line = [label: string, text: string];

const ruleLines = ({ pack, rule }: Found, kept: readonly CoveredRow[], lang: Lang): Line[] => {
  const label = ruleLabels[lang];
  return [
    [label.rule, rule.id],
    [label.pack, `${pack.name}  ${pack.title}`],
    [label.place, pack.jurisdiction === '*' ? label.everywhere : pack.jurisdiction],
    [label.kind, `${kindWords[lang][rule.kind]} (${rule.kind})`],
    [label.binds, rule.actor.map((actor) => actorWords[lang][actor]).join(', ')],
    [label.citation, rule.citation],
    [label.read, readWords(rule, lang)],
    [label.force, forceWords[lang][rule.force]],
    [label.inForce, `${rule.effectiveFrom} - ${rule.effectiveTo ?? ''}`.trimEnd()],
    ...parametersOf(rule).map(([name, value], nth): Line => [
      nth === 0 ? label.says : '',
      `${name}: ${JSON.stringify(value)}`,
    ]),
    ...kept.map(({ id, what }, nth): Line => [nth === 0 ? label.keeps : '', `${id}: ${what}`]),
  ];
};

const rowLines = (row: CoveredRow, lang: Lang): Line[] => {
  const label = ruleLabels[lang];
  return [
    [label.rule, row.id],
    [label.keeps, row.what],
    ...row.citations.map((citation, nth): Line => [nth === 0 ? label.citation : '', citation]),
    [label.read, readWords(row, lang)],
    [label.howKept, howKept(row, lang)],
  ];
};

const howKept = ({ kept, rules }: CoveredRow, lang: Lang): string => {
  switch (kept.by) {
    case 'rules':
      return rules.map(({ rule }) => rule.id).join(', ');
    case 'code':
      return `${ruleLabels[lang].otherCode}: ${kept.path}`;
    case 'nobody':
      return `${ruleLabels[lang].notSoftware}: ${kept.because}`;
    default:
      return kept satisfies never;
  }
};

const readWords = (of: Pick<Rule, 'confidence'>, lang: Lang): string =>
  `${confidenceWords[lang][of.confidence]}${isToConfirm(of) ? ` (${ruleLabels[lang].toConfirm})` : ''}`;

const labelled = (lines: readonly Line[]): string[] => {
  const width = Math.max(...lines.map(([label]) => shownWidth(label)));
  return lines.map(([label, text]) => `${label}${' '.repeat(width - shownWidth(label))}  ${text}`);
};
