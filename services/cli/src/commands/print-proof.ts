import { writeFileSync } from 'node:fs';
import type { Templates } from '@recourse/activities/contact/message-template';
import { tenantKey } from '@recourse/domain/case/case-id';
import { authorityProof, type AuthorityProof } from '@recourse/domain/case/authority-proof';
import { pdfDocument } from '@recourse/infra/documents/pdf-document';
import type { OpenStores } from '../stack/open-stores.js';
import type { DocumentText } from '../words/agreement-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { proofNumber, proofRefusalWords, proofText } from '../words/proof-words.js';
import { arrangementsOf } from './show-arrangements.js';
import { tenantNow } from './tenant-now.js';

type NamesOnFile = Pick<Templates, 'creditors' | 'sender'>;

const refusal = (because: keyof (typeof proofRefusalWords)['en'], langs: readonly Lang[]): string =>
  `no proof can be made: ${proofRefusalWords[langs.includes('en') ? 'en' : 'zh'][because]}`;

/** The proof in each language, with the names that policies have. @throws Mistake when the creditor has no name there */
export function proofDocuments(
  proof: AuthorityProof,
  { creditors, sender }: NamesOnFile,
  langs: readonly Lang[],
): DocumentText[] {
  const creditor = creditors.names.get(proof.creditor?.id ?? creditors.lender);
  if (!creditor) throw new Mistake(refusal('creditor-not-on-file', langs));
  return langs.map((lang) =>
    proofText(proof, { creditor: creditor[lang], sender: sender.name[lang], howToPay: sender.howToPay[lang] }, lang),
  );
}

/**
 * Writes the proof that we may collect as PDF, as of the tenant's day where the loan is.
 * @throws Mistake when the loan has no case, no proof can be made of it, or the file cannot be written
 */
export async function printProof(
  stores: OpenStores,
  names: NamesOnFile,
  loanId: string,
  { out, langs }: { out: string; langs: readonly Lang[] },
): Promise<string> {
  const { kase } = await arrangementsOf(stores, loanId);
  const loan = await stores.mongo.collections.loans.findOne({ _id: tenantKey(stores.tenant, loanId) });
  if (!loan) throw new Mistake(`tenant ${stores.tenant} has no loan ${loanId}`);
  const now = await tenantNow(stores);
  const proof = authorityProof(kase, loan, now);
  if ('refused' in proof) throw new Mistake(refusal(proof.refused, langs));
  const pdf = await pdfDocument(proofDocuments(proof, names, langs), new Date(now));
  try {
    writeFileSync(out, pdf, { flag: 'wx' });
  } catch (error) {
    throw new Mistake(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return `${out}: ${proofNumber(proof)}, ${pdf.length} bytes`;
}
