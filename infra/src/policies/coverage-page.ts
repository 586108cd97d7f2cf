import { carriedBecause, type CarriedReason } from '@recourse/domain/law/carried-because';
import { coverage, isOnlyCarried, isToConfirm, type CoveredRow } from '@recourse/domain/law/coverage';
import { isAsked } from '@recourse/domain/law/is-asked';
import type { SurveyRow } from '@recourse/domain/law/law-survey';
import type { Rule } from '@recourse/domain/law/rule';
import type { RulePack } from '@recourse/domain/law/rule-pack';
import { actors, type RuleScope } from '@recourse/domain/law/rule-scope';

/** Headings of the parts of the survey, in the order of the page; a file of another name comes last, under its own. */
const headings: Record<string, string> = {
  cn: 'China',
  us: 'United States, Massachusetts, New York City',
  uk: 'United Kingdom',
  events: 'Events that stop or pause contact',
  house: "The lender's own rules",
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const carriedWords: Record<CarriedReason, string> = {
  'bought-debts': 'binds only a buyer, and nobody buys debts here yet',
  'agencys-own': 'a duty of the agency itself, of which nothing is told to us',
  'nothing-deleted':
    'nothing here deletes a record, so none goes too soon; that each is made, or goes in time, nothing looks after',
  'court-not-told': 'what a court does and when is told by no event yet: the law firm keeps the clock',
  'act-not-ours': 'the act is the servicing system’s, which tells of it afterwards',
  'figures-told': 'the figures are reckoned by the terms that servicing tells, and not held against this',
  'answered-by-nobody': 'nothing here takes such a request',
  'revoked-at-once': 'a consent taken back ends at once, without days',
  'paid-is-not-overdue': 'what is paid is not overdue, and nobody is contacted for it',
  'held-until-notified': 'every loan whose creditor changed is held until the notice is proved, whoever acts',
};

const unasked = (rule: Rule): string => {
  const { reason, by } = carriedBecause(rule);
  return by === undefined ? `carried: ${carriedWords[reason]}` : `kept by \`${by}\`: ${carriedWords[reason]}`;
};

const howOf = ({ kept, rules }: CoveredRow): string => {
  switch (kept.by) {
    case 'rules':
      return rules
        .map(({ pack, rule }) => `${rule.id}: \`${pack}\`, ${rule.kind}${isAsked(rule) ? '' : ` (${unasked(rule)})`}`)
        .join('; ');
    case 'code':
      return `other code: \`${kept.path}\``;
    case 'nobody':
      return `not software: ${kept.because}`;
    default:
      return kept satisfies never;
  }
};

const scopeText = ({ jurisdiction, actor, ...rest }: RuleScope): string =>
  [
    `${jurisdiction === '*' ? 'everywhere' : jurisdiction}: ${(actor ?? actors).join(', ')}`,
    ...Object.entries(rest).map(([name, words]) => `${name} ${words?.join(', ')}`),
  ].join('; ');

/** For whom a row holds; what its rules do not have in common is told rule by rule. */
const bindsOf = ({ kept }: CoveredRow): string => {
  if (kept.by !== 'rules') return '';
  const texts = kept.rules.map(({ scope }) => scopeText(scope));
  const [first = ''] = texts;
  return texts.every((text) => text === first)
    ? first
    : kept.rules.map(({ rule }, nth) => `${rule}: ${texts[nth]}`).join('. ');
};

const rowOf = (row: CoveredRow): string => {
  const confidence = isToConfirm(row) ? `${row.confidence}: to be confirmed by counsel` : row.confidence;
  const cells = [row.id, row.what, row.citations.join('; '), confidence, row.forces.join(', '), bindsOf(row)];
  return `| ${[...cells, howOf(row)].map(cell).join(' | ')} |`;
};

const partName = (file: string): string => file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');

const counts = (rows: readonly CoveredRow[]): string => {
  const by = (how: SurveyRow['kept']['by']): number => rows.filter(({ kept }) => kept.by === how).length;
  const toConfirm = rows.filter(isToConfirm).length;
  const carried = rows.filter(isOnlyCarried).length;
  return `${rows.length} rows: ${by('rules') - carried} kept by rules, ${carried} carried by rules that nothing asks yet, ${by('code')} by other code, ${by('nobody')} not software; ${toConfirm} to be confirmed by counsel.`;
};

/** `docs/compliance/coverage.md`: every row of the survey of law, and what became of it. */
export const coveragePage = (
  parts: readonly { file: string; rows: readonly SurveyRow[] }[],
  packs: readonly RulePack[],
): string => {
  const order = Object.keys(headings);
  const place = (file: string): number => (order.indexOf(partName(file)) + order.length + 1) % (order.length + 1);
  const sections = parts
    .toSorted((a, b) => place(a.file) - place(b.file))
    .map(({ file, rows }) => {
      const covered = coverage(rows, packs);
      return [
        `## ${headings[partName(file)] ?? partName(file)}`,
        '',
        counts(covered),
        '',
        '| rule id | what must be enforced | citation | confidence | force | binds | how |',
        '|---|---|---|---|---|---|---|',
        ...covered.map(rowOf),
        '',
      ].join('\n');
    });
  const all = coverage(
    parts.flatMap(({ rows }) => rows),
    packs,
  );
  return `# What of the law software enforces

Generated from \`policies/rule-packs\` and \`policies/law-survey\` by \`npm run generate\`; a test holds it to them. Not legal advice.

${counts(all)}

- Confidence: \`primary\`, the text of the law was read; \`secondary\`, a report of it; \`memory\`, nothing was read; \`own\`, the lender's own rule. What is \`secondary\` or \`memory\` is in the packs all the same, and must be confirmed by counsel before real use.
- Carried: the rule is in a pack and has its judgment, but nothing that runs asks it yet (\`domain/src/law/is-asked.ts\`): it keeps nobody from anything; beside each stands why. Where other code keeps what such a rule asks, that is named, and its row counts as kept.
- Force: \`hard\`, \`presumption\` (crossing it is presumed a breach), \`standard\` (a national standard or a code), \`advisory\`. No rule is relaxed for its force.
- Binds: where and whom, as the survey has it, and of which channels, purposes, parties and places when not of all; a pack whose rule holds for less, or says less than the \`least\` of the row, is refused, the lender's own too: who needs a looser one changes its row in \`policies/law-survey/house.yaml\` with it, and says why there. The packs' own words are in \`recourse rules show ID\`.

${sections.join('\n')}`;
};
