import type { NoticeGiven } from '../case/collection-case.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { TracedAnswer } from '../contact/gate-trace.js';
import { noticeBeforeAction } from '../law/kinds/notice-before-action.js';
import type { Law } from '../law/law.js';
import { placesMeant } from '../law/places-meant.js';
import { placesWithoutLaw, rulesOf } from '../law/rules-of.js';
import type { FurnishRefusal } from './credit-told.js';

/** The notice by which a person is told that something bad will be reported (征信业管理条例 art. 15). */
export const badInformationNotice = 'bad-information';

/**
 * Something bad of a month about to be told. `notices`: those proved to have reached the subject; `unpaid`: the instalments that make the
 * month bad; `told`: this lateness was told before, by this month or by the one before in which it stood without a break.
 */
export type FurnishAsk = {
  at: Instant;
  subject: string | undefined;
  zones: readonly ZoneSlice[];
  loanZone: ZoneSlice;
  places: readonly string[];
  product: string;
  notices: readonly NoticeGiven[];
  unpaid: readonly number[];
  told: boolean;
};

export type FurnishAnswer = { trace: TracedAnswer[] } & (
  | { verdict: 'allow' }
  | { verdict: 'refuse'; because: FurnishRefusal; rules: string[] }
);

type Refused = { rule: string; because: FurnishRefusal };

/**
 * May something bad of a person go to the bureau now? Only after its notice was proved to have reached that person and spoke of what is unpaid
 * (requirements B5, an own rule wherever it is), and as every pack that may hold wants of a notice before. Unknown refuses.
 */
export const mayFurnish = (ask: FurnishAsk, law: Law): FurnishAnswer => {
  const { at, subject, zones, loanZone, product, unpaid, told } = ask;
  const places = placesMeant(law, ask.places);
  const notices = ask.notices.filter(
    ({ kind, personId, provedOn, instalments }) =>
      kind === badInformationNotice &&
      (personId === undefined || personId === subject) &&
      provedOn <= localDay(at, loanZone) &&
      (told || instalments.some((number) => unpaid.includes(number))),
  );
  const refused: Refused[] = [];
  const trace: TracedAnswer[] = [];
  const base = (rule: string, citation: string, fine: boolean, because: FurnishRefusal): void => {
    const said = { rule, version: 'base', inputs: { notices: notices.length } };
    trace.push(fine ? { ...said, verdict: 'allow' } : { ...said, verdict: 'refuse', citation });
    if (!fine) refused.push({ rule, because });
  };
  base('subject-known', 'CN-CR-1: the data subject is told', subject !== undefined, 'unknown-person');
  base('zone-known', 'days are counted where the person is', zones.length > 0, 'unknown-zone');
  const lawless = placesWithoutLaw(law, ask.places).length > 0;
  base('jurisdiction-known', 'requirements D3: unknown refuses', !lawless, 'unknown-jurisdiction');
  base(
    'notice-proved',
    'requirements B5: notice before the first adverse record',
    notices.length > 0,
    'notice-not-given',
  );
  const sent = notices.map(({ kind: notice, provedOn }) => {
    // Only the day is known: it began last where the clock is furthest behind.
    const on = [loanZone, ...zones].map((zone) => startOfDay(provedOn, zone)).reduce((a, b) => (a > b ? a : b));
    return { notice, sentAt: on, receivedAt: on };
  });
  const days = zones.map((zone) => localDay(at, zone));
  for (const { rule, version, jurisdiction } of rulesOf(law, 'notice-before-action', {
    places,
    product,
    days,
    actor: 'first-party',
  })) {
    const calendar = law.calendars[jurisdiction.split('-')[0] ?? jurisdiction];
    const asked = { action: 'furnish', at, zones, notices: sent, calendar } as const;
    const found = noticeBeforeAction(rule, asked);
    if (!found) continue;
    const unmet = found.verdict === 'refuse' ? { unmet: found.unmet.join(' ') } : {};
    const said = { rule: rule.id, version, inputs: { ...found.inputs, ...unmet } };
    if (found.verdict === 'allow') trace.push({ ...said, verdict: 'allow' });
    // Not yet is no for this month: the next snapshot asks again.
    else {
      trace.push({ ...said, verdict: 'refuse', citation: rule.citation });
      refused.push({ rule: rule.id, because: 'notice-not-given' });
    }
  }
  const [first] = refused;
  return first
    ? { verdict: 'refuse', because: first.because, rules: refused.map(({ rule }) => rule), trace }
    : { verdict: 'allow', trace };
};
