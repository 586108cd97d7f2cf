import type { Instant } from '@recourse/domain/calendar/instant';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import { caseBook } from '@recourse/infra/mongo/case-book';
import { permitBook } from '@recourse/infra/mongo/permit-book';
import type { OpenStores } from '../stack/open-stores.js';
import { channelWords } from '../words/act-words.js';
import type { Lang, Words } from '../words/lang.js';
import { listTable } from '../words/list-table.js';
import { momentWords } from '../words/moment-words.js';
import { holderWords, permitHeads, permitStateWords, revocationWords } from '../words/permit-words.js';
import { tenantNow } from './tenant-now.js';

export type ListPermits = { loan?: string; limit: number; lang: Lang };

const moreWords: Words<(shown: number, of: number) => string> = {
  en: (shown, of) => `${shown} of ${of}, the newest; --limit shows more`,
  zh: (shown, of) => `共 ${of} 个，已列最新 ${shown} 个；--limit 可多列`,
};

/** Permits, the newest first, by the time of their loans. */
export async function listPermits(stores: OpenStores, { loan, limit, lang }: ListPermits): Promise<string[]> {
  const { mongo, tenant } = stores;
  const now = await tenantNow(stores);
  const { permits, left } = await permitBook(mongo.collections).list(tenant, loan, limit);
  const caseIds = permits.flatMap(({ covers }) => covers.map(({ caseId }) => caseId));
  const zones = await caseBook(mongo.collections).zones([...new Set(caseIds)]);
  const rows = permits.map((permit) =>
    permitRow(permit, zones.get(permit.covers[0]?.caseId ?? '') ?? 'UTC', now, lang),
  );
  const more = left > permits.length ? [moreWords[lang](permits.length, left)] : [];
  return [...listTable(permitHeads[lang], rows, lang), ...more];
}

export function permitRow(permit: PermitRecord, zone: string, now: Instant, lang: Lang): string[] {
  const { permitId, holder, personId, covers, channel, from, until, dials } = permit;
  const made = dials.filter(({ state }) => state === 'redeemed').length;
  return [
    permitId,
    `${holderWords[lang][holder.kind]} ${holder.id}`,
    personId,
    covers.map(({ loanId }) => loanId).join(' '),
    channelWords[lang][channel],
    momentWords(from, zone),
    momentWords(until, zone),
    `${made}/${dials.length}`,
    stateWords(permit, now, lang),
  ];
}

function stateWords({ state, until, revoked, givenBackAt }: PermitRecord, now: Instant, lang: Lang): string {
  const words = permitStateWords[lang];
  if (revoked) return `${words.revoked}: ${revocationWords[lang][revoked.because]}`;
  if (givenBackAt !== undefined) return words['given-back'];
  return state === 'open' && now >= until ? words.passed : words[state];
}
