import { createHash } from 'node:crypto';
import { Liquid } from 'liquidjs';
import { primaryLanguage } from '@recourse/domain/contact/contact-content';
import type { Language } from '@recourse/domain/contact/content/message-template';
import type { Minor } from '@recourse/domain/money/money';
import type { CoveredCase } from '../records/act-record.js';
import { owedOf } from './owed-of.js';
import type { Templates } from './message-template.js';

/** `contentHash`: SHA-256 of the text, and of the preview on a line of its own where there is one. */
export type Message = { text: string; preview?: string; contentHash: string };

/** `templates`: none, and so none is looked for on disk. */
const liquid = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, templates: {} });
/** A message is one file: what would put another in is a tag there is not, and named so. */
for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag];

/**
 * The text of a message about all loans an act speaks of: amounts come from the position that `begin` read, never from elsewhere.
 * Of languages we do not write, Chinese. Equal input gives equal text, so that a retry can say again what was hashed.
 * @throws when there is no such template, or it asks for something there is not
 */
export function renderMessage(
  { byName, sender, creditors }: Templates,
  template: string,
  language: string,
  covers: readonly CoveredCase[],
): Message {
  const found = byName.get(template);
  if (!found) throw new Error(`no message template ${template}`);
  const written = writtenIn(language);
  const loans = [...covers]
    .sort((a, b) => (a.loanId < b.loanId ? -1 : 1))
    .map((cover) => {
      const creditor = creditors.names.get(cover.creditor ?? creditors.lender);
      return {
        loan: cover.loanId,
        amount: formatAmount(owedOf(cover), cover.currency),
        dueOn: cover.dueOn ?? '',
        ...(creditor && { creditor: creditor[written] }),
      };
    });
  const data = {
    sender: sender.name[written],
    howToPay: sender.howToPay[written],
    loans,
    total: totals(covers).join(' + '),
  };
  const rendered = (words: string): string =>
    (liquid.parseAndRenderSync(words, data) as string).replace(/\s+/g, ' ').trim();
  const text = rendered(found.text[written]);
  const preview = found.preview && rendered(found.preview[written]);
  const hashed = preview === undefined ? text : `${text}\n${preview}`;
  return {
    text,
    ...(preview !== undefined && { preview }),
    contentHash: createHash('sha256').update(hashed).digest('hex'),
  };
}

/** The language in which somebody of that language is written to. */
export const writtenIn = (language: string): Language => (primaryLanguage(language) === 'en' ? 'en' : 'zh');

/** One sum per currency: nothing is converted. */
function totals(covers: readonly CoveredCase[]): string[] {
  const sums = new Map<string, Minor>();
  for (const cover of covers) sums.set(cover.currency, (sums.get(cover.currency) ?? 0) + owedOf(cover));
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => formatAmount(sum, currency));
}

/** Currencies whose minor unit is not a hundredth (ISO 4217). */
const decimals: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  IDR: 2,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
};

/** `CNY 12,345.67`. Not `Intl`: its output changes with the release of its data, and the text is hashed. */
export function formatAmount(amount: Minor, currency: string): string {
  const digits = decimals[currency] ?? 2;
  const padded = String(amount).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  return digits === 0 ? `${currency} ${whole}` : `${currency} ${whole}.${padded.slice(-digits)}`;
}
