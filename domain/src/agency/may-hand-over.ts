import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { RuleInputs } from '../contact/gate-ask.js';
import type { TracedAnswer } from '../contact/gate-trace.js';
import type { RefusalReason } from '../contact/refusal.js';
import { handoverGate, type AgencyStanding, type HandoverAsk } from '../law/kinds/handover-gate.js';
import { noticeBeforeAction, type NoticeSent } from '../law/kinds/notice-before-action.js';
import type { Law } from '../law/law.js';
import { placesMeant } from '../law/places-meant.js';
import { placesWithoutLaw, rulesOf } from '../law/rules-of.js';

/** A loan about to go to an agency (`place`) or a law firm (`sue`). `zones` and `places` of the borrower; `jurisdiction` and `product` of the loan. */
export type HandoverAttempt = {
  action: 'place' | 'sue';
  at: Instant;
  partner: AgencyStanding | undefined;
  jurisdiction: string;
  product: string;
  places: readonly string[];
  zones: readonly ZoneSlice[];
  notices: readonly NoticeSent[];
  caseStates: HandoverAsk['caseStates'];
  fields: readonly string[];
};

/** As of a contact: the strictest answer, the rules that made it, and what every rule said. */
export type HandoverVerdict = { trace: TracedAnswer[] } & (
  | { verdict: 'allow' }
  | { verdict: 'defer'; until: Instant; rules: string[] }
  | { verdict: 'refuse'; reason: RefusalReason; rules: string[] }
);

type Said = { verdict: 'allow' } | { verdict: 'defer'; until: Instant } | { verdict: 'refuse'; reason: RefusalReason };

const traced = (rule: string, version: string, citation: string, inputs: RuleInputs, said: Said): TracedAnswer =>
  said.verdict === 'allow' ? { rule, version, inputs, ...said } : { rule, version, inputs, ...said, citation };

const base = (rule: string, citation: string, fine: boolean, reason: RefusalReason): TracedAnswer =>
  traced(rule, 'base', citation, {}, fine ? { verdict: 'allow' } : { verdict: 'refuse', reason });

/**
 * May this loan be handed over now? The notices the law wants before it, and what it wants of who gets it. A partner that is in no
 * register gets nothing, and where no pack holds nothing is handed over.
 */
export const mayHandOver = (attempt: HandoverAttempt, law: Law): HandoverVerdict => {
  const { action, at, partner, jurisdiction, product, zones, notices, caseStates, fields } = attempt;
  const places = [...new Set([jurisdiction, ...attempt.places])];
  const days = zones.map((zone) => localDay(at, zone));
  const bearing = { places: placesMeant(law, places), product, days };
  const on = days.toSorted().at(-1) ?? at.slice(0, 10);
  const answers: TracedAnswer[] = [
    base('partner-known', 'CN-OUT-1: only who is on the list', partner !== undefined, 'partner-unknown'),
    base('zone-known', 'days are counted where the person is', zones.length > 0, 'unknown-zone'),
    base(
      'jurisdiction-known',
      'requirements D3: unknown refuses',
      placesWithoutLaw(law, places).length === 0,
      'unknown-jurisdiction',
    ),
    ...rulesOf(law, 'notice-before-action', { ...bearing, actor: 'first-party' }).flatMap(
      ({ rule, version, jurisdiction: of }) => {
        const found = noticeBeforeAction(rule, { action, at, zones, notices, calendar: law.calendars[of] });
        if (!found) return [];
        const said: Said = found.verdict === 'refuse' ? { verdict: 'refuse', reason: 'notice-not-given' } : found;
        const unmet = found.verdict === 'refuse' ? { unmet: found.unmet.join(' ') } : {};
        return [traced(rule.id, version, rule.citation, { ...found.inputs, ...unmet }, pick(said))];
      },
    ),
    ...rulesOf(law, 'handover-gate', { ...bearing, actor: action === 'place' ? 'agency' : 'first-party' }).map(
      ({ rule, version }) => {
        const ask: HandoverAsk = { on, agency: partner ?? {}, from: 'lender', caseStates, fields, personTold: [] };
        const found = handoverGate(rule, ask);
        if (found.verdict === 'allow')
          return traced(rule.id, version, rule.citation, found.inputs, { verdict: 'allow' });
        const unmet = found.unmet.map(({ because, which }) => (which === undefined ? because : `${because}:${which}`));
        return traced(
          rule.id,
          version,
          rule.citation,
          { ...found.inputs, unmet: unmet.join(' ') },
          {
            verdict: 'refuse',
            reason: 'partner-not-eligible',
          },
        );
      },
    ),
  ];
  return strictest(answers);
};

const pick = (said: Said): Said =>
  said.verdict === 'defer'
    ? { verdict: 'defer', until: said.until }
    : said.verdict === 'refuse'
      ? said
      : { verdict: 'allow' };

const strictest = (trace: TracedAnswer[]): HandoverVerdict => {
  const refused = trace.filter(({ verdict }) => verdict === 'refuse');
  const [first] = refused;
  if (first?.reason) return { verdict: 'refuse', reason: first.reason, rules: refused.map(({ rule }) => rule), trace };
  const deferred = trace.filter(({ verdict }) => verdict === 'defer');
  const until = deferred
    .flatMap((answer) => answer.until ?? [])
    .toSorted()
    .at(-1);
  return until === undefined
    ? { verdict: 'allow', trace }
    : { verdict: 'defer', until, rules: deferred.map(({ rule }) => rule), trace };
};
