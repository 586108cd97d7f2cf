import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AuthorityProof } from '@recourse/domain/case/authority-proof';
import { pdfDocument } from '@recourse/infra/documents/pdf-document';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadTemplates } from '@recourse/infra/policies/load-templates';
import { proofDocuments } from './print-proof.js';

const names = loadTemplates(join(repoRoot, 'policies'));
const proof: AuthorityProof = {
  caseId: 't/L1/1',
  loanId: 'L1',
  product: 'cash-loan',
  debtors: [{ personId: 'p1', role: 'borrower' }],
  asOf: '2026-02-20',
  collector: { by: 'agency', partnerId: 'agency-1', placementId: 't/L1/1/1/place-1/1', since: '2026-02-02' },
  creditor: { id: 'guarantee-1', since: '2026-01-20', notifiedOn: '2026-01-25' },
  currency: 'CNY',
  overdueSince: '2026-01-10',
  dpd: 41,
  open: [{ instalment: 1, dueOn: '2026-01-10', component: 'principal', amount: 500_000 }],
  arrears: 500_000,
  late: 20_500,
  credit: 0,
  owed: 520_500,
};
const textOf = (lang: 'en' | 'zh', of: AuthorityProof = proof): string =>
  JSON.stringify(proofDocuments(of, names, [lang]));

it('says in both languages who collects, for whom, since when, and what is owed that day', () => {
  for (const said of [
    'agency agency-1',
    'since 2026-02-02',
    'Example Guarantee Ltd',
    'notified on 2026-01-25',
    'CNY 5,205.00',
  ])
    expect(textOf('en')).toContain(said);
  for (const said of [
    '催收机构 agency-1',
    '自 2026-02-02 起',
    '示例融资担保有限公司',
    '2026-01-25 通知',
    'CNY 5,205.00',
  ])
    expect(textOf('zh')).toContain(said);
});

it('names the lender where no change of creditor was told', () => {
  const { creditor: _changed, ...own } = proof;
  expect(textOf('en', { ...own, collector: { by: 'lender' } })).toContain('Creditor: Example Consumer Finance Ltd');
});

it('is not made for a creditor whose name is not on file', () => {
  const unnamed = { ...proof, creditor: { id: 'buyer-9', since: '2026-01-20', notifiedOn: '2026-01-25' } };
  expect(() => proofDocuments(unnamed, names, ['en'])).toThrow(
    'the creditor is not named in policies/templates/creditors.yaml',
  );
});

it('is printed as PDF', async () => {
  const pdf = await pdfDocument(proofDocuments(proof, names, ['zh', 'en']), new Date('2026-02-20T00:00:00.000Z'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
