import { differsBecause, reasons, type Reason } from './by-design.js';
import { carriedFiles } from './carried-files.js';
import { crossCheck } from './cross-check.js';

const inCell = (text: string): string => text.replaceAll('|', '\\|');

/** docs/money-crosscheck.md: what was held against Fineract and what came of it. */
export function crossCheckPage(): string {
  const checked = carriedFiles.flatMap(({ scenarios }) =>
    scenarios.map((scenario) => ({ scenario, ...crossCheck(scenario), reason: differsBecause(scenario) })),
  );
  const [{ commit } = { commit: '' }] = carriedFiles;
  const agreeing = checked.filter(({ reason }) => reason === undefined);
  const statements = agreeing.reduce((sum, each) => sum + each.statements, 0);
  const strategies = [...new Set(checked.map(({ scenario }) => scenario.strategy))].sort();
  const row = ({ scenario: { feature, line, scenario }, ...each }: (typeof checked)[number]): string =>
    `| ${feature}:${line} | ${inCell(scenario)} | ${each.reason ?? `${each.statements} statements agree`} |`;
  return [
    '# Allocation held against Apache Fineract',
    '',
    '<!-- Written by test/money/fineract/write-cross-check-page.ts; the unit tests refuse a page that is not up to date. -->',
    '',
    `${checked.length} scenarios of Apache Fineract's end-to-end features, at commit \`${commit}\`, are played on our allocator and every figure that Fineract states on the way is held`,
    `against ours: what is due, paid, waived and open by instalment, component and in total, where each payment and chargeback went, what is paid too much. ${agreeing.length} agree to the last cent in all of their`,
    `${statements} statements (tables and totals); ${checked.length - agreeing.length} differ by design, for the reasons below.`,
    '',
    "The figures are Fineract's, carried over unchanged by `test/money/fineract/extract.ts` into `test/money/fineract/scenarios` (Apache-2.0); none was computed by us. Left out are scenarios that Fineract",
    'itself skips, that change the schedule (interest reckoned anew on early payment, several disbursals, re-ageing), or that state no figure of what is owed; the script counts them by reason.',
    '',
    '## How the two are made comparable',
    '',
    "- Orders: a strategy of Fineract's is one of our orders, as data (`test/money/fineract/fineract-rules.ts`).",
    '- Its advanced allocation takes a charge as due when its instalment is, whatever its own due day; ours is given that day.',
    '- An undone payment is reversed on the business date of the undoing; a chargeback falls due with the next instalment.',
    '- Down payments that Fineract books by itself are payments on the day the loan is paid out.',
    '- A chargeback that credit covers whole, Fineract writes on no schedule unless it has an order for what is taken back; ours shows it as owed and covered, and is left out there too.',
    '',
    'Strategies held: ' + strategies.map((each) => `\`${each}\``).join(', ') + '.',
    '',
    '## Differing by design',
    '',
    ...(Object.keys(reasons) as Reason[]).map((reason) => `- \`${reason}\`: ${reasons[reason]}`),
    '',
    '## All scenarios',
    '',
    '| where | scenario | |',
    '|---|---|---|',
    ...checked.map(row),
    '',
  ].join('\n');
}
