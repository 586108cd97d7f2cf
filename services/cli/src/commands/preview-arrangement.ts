import { join } from 'node:path';
import { agreementContents, agreementHash } from '@recourse/domain/arrangements/agreement-contents';
import { owedForArrangement } from '@recourse/domain/arrangements/owed-for-arrangement';
import { previewArrangement } from '@recourse/domain/arrangements/preview-arrangement';
import { amountsOn, bucketOf, dpdOn } from '@recourse/domain/money/arrears';
import { explainInterest } from '@recourse/domain/money/explain/explain-interest';
import type { ExplainInput } from '@recourse/domain/money/explain/read-explain-input';
import { lateBilled } from '@recourse/domain/money/late-billed';
import type { Components } from '@recourse/domain/money/money';
import { unbilledLate } from '@recourse/domain/money/unbilled-late';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { readArrangementFile } from '../files/read-arrangement-file.js';
import { arrangementRefusalWords } from '../words/arrangement-refusal-words.js';
import { authorityWords } from '../words/arrangement-words.js';
import { agreementText } from '../words/agreement-words.js';
import { documentLines } from '../words/document-lines.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';

export type PreviewArrangement = { input: string; json: boolean; lang: Lang };

/** @throws Mistake when the contract charges for lateness and that cannot be reckoned */
function lateIn({ lateCharges: terms, asOf, ...loan }: ExplainInput): Components {
  if (!terms) return {};
  const said = explainInterest({ lateCharges: terms, asOf, ...loan });
  if ('refused' in said)
    throw new Mistake(said.refused.map(({ field, text, reason }) => `loan.${field}: ${text} [${reason}]`).join('\n'));
  return unbilledLate({ terms, ...loan }, asOf, lateBilled(loan.position, 'now', loan.allocation)) ?? {};
}

/**
 * What would be agreed by policies and law as they stand, from a file (docs/arrangements.md); needs no server.
 * @throws Mistake naming every reason why nothing would
 */
export function arrangementPreview(
  { input: file, json, lang }: PreviewArrangement,
  dir = join(repoRoot, 'policies'),
): string[] {
  const { loan, product, jurisdiction, authority, asked } = readArrangementFile(file);
  const { position, allocation, asOf: today } = loan;
  const { law, arrangements } = loadPolicies(dir);
  const { currency } = position;
  const dpd = dpdOn(amountsOn(position, 'now', allocation).oldestUnpaidDueOn, today);
  const found = previewArrangement(
    asked,
    {
      today,
      currency,
      bucket: bucketOf(dpd),
      owed: owedForArrangement(position, allocation, lateIn(loan)),
      lateBilled: lateBilled(position, 'now', allocation),
      authority,
      law,
      bearing: { places: [jurisdiction], actor: 'first-party', product, days: [today] },
    },
    arrangements,
  );
  if ('refused' in found) {
    if (json) throw new Mistake(JSON.stringify({ v: 1, refused: found.refused }, null, 2));
    const because = found.refused.map((each) => each.because).join(' ');
    const words = arrangementRefusalWords(found.refused, currency, lang).map((each) => `  ${each}`);
    throw new Mistake(`${lang === 'zh' ? '不予安排' : 'nothing is agreed so'} [${because}]\n${words.join('\n')}`);
  }
  const { terms, schedule, total, needs } = found.preview;
  if (json) return [JSON.stringify({ v: 1, terms, total, schedule, ...(needs && { needs }) }, null, 2)];
  const contents = agreementContents(terms, {
    loanId: '-',
    debtors: [],
    product,
    proposedOn: today,
    offerUntil: today,
  });
  const owed = agreementText(contents, agreementHash(contents), lang);
  const figures = { title: owed.title, sections: owed.sections.slice(1, 3) };
  const who = needs ? authorityWords[lang][needs] : undefined;
  return [
    ...documentLines(figures),
    '',
    lang === 'zh'
      ? who
        ? `须由第二人复核：${who}。`
        : '无须复核。'
      : who
        ? `A second person must approve it: ${who}.`
        : 'Nobody else need approve it.',
  ];
}
