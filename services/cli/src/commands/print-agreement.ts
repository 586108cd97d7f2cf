import { writeFileSync } from 'node:fs';
import { contentsOf } from '@recourse/domain/case/arrangements-of-case';
import { pdfDocument } from '@recourse/infra/documents/pdf-document';
import type { OpenStores } from '../stack/open-stores.js';
import { agreementText } from '../words/agreement-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { arrangementNamed } from './show-arrangements.js';
import { tenantNow } from './tenant-now.js';

/**
 * Writes the agreement that is to be signed as PDF: Chinese, English, or both, one after the other.
 * @throws Mistake when there is no such arrangement, or the file cannot be written
 */
export async function printAgreement(
  stores: OpenStores,
  loanId: string,
  { id, out, langs }: { id?: string; out: string; langs: readonly Lang[] },
): Promise<string> {
  const { kase, arrangement } = await arrangementNamed(stores, loanId, id);
  const contents = contentsOf(kase, arrangement);
  const texts = langs.map((lang) => agreementText(contents, arrangement.hash, lang));
  const pdf = await pdfDocument(texts, new Date(await tenantNow(stores)));
  try {
    writeFileSync(out, pdf, { flag: 'wx' });
  } catch (error) {
    throw new Mistake(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return `${out}: ${arrangement.id}, ${pdf.length} bytes; hash ${arrangement.hash}`;
}
