import { localDay } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import { openHolds } from '../holds/held-days.js';
import { visitProtocol, type VisitPlan } from '../law/kinds/visit-protocol.js';
import { rulesOf } from '../law/rules-of.js';
import { placesOf } from './base/places-of-contact.js';
import { contactGate, type GateVerdict } from './contact-gate.js';
import type { ContactSettings } from './contact-settings.js';
import type { GateAsk, RuleAnswer } from './gate-ask.js';
import { ruleAnswer } from './rule-answer.js';

/** Holds of somebody who may be too frail for a knock at the door (FCA CONC 7.9, visits). */
const frail: readonly Hold['reason'][] = ['vulnerability', 'incapacity', 'self-harm-risk', 'hardship-claim'];

/**
 * An address nobody told the kind of may be a workplace: its place stays unknown, and a rule that bars a place refuses. So it is with who is
 * frail: a hold says who may be, and nothing we keep says that somebody looked and found nobody so. Where a rule asks (CONC 7.9), that refuses.
 */
const planOf = ({ attempt, person, point, loanHolds }: GateAsk, practice: ContactSettings['visits']): VisitPlan => {
  const holds = openHolds([...person.holds, ...loanHolds], attempt.at);
  return {
    ...practice,
    at: attempt.at,
    ...(point?.placeType && { placeType: point.placeType }),
    ...(holds.some(({ reason }) => frail.includes(reason)) && { vulnerable: 'suspected' }),
  };
};

const visitAnswers = (ask: GateAsk, practice: ContactSettings['visits']): RuleAnswer[] => {
  const { attempt, person, law } = ask;
  if (attempt.channel !== 'visit') return [];
  const days = person.zones.map((zone) => localDay(attempt.at, zone));
  const bearing = { places: placesOf(ask), actor: attempt.actor, product: attempt.product, days };
  const plan = planOf(ask, practice);
  return rulesOf(law, 'visit-protocol', bearing).map(({ rule, version }) => {
    const named = { rule: rule.id, version, citation: rule.citation };
    const found = visitProtocol(rule, plan);
    if (found.verdict !== 'refuse') return ruleAnswer(named, found);
    const inputs = { ...found.inputs, unmet: found.unmet.join(' ') };
    return ruleAnswer(named, { inputs, verdict: 'refuse', reason: 'visit-not-lawful' });
  });
};

/** The contact gate, and for a visit made as this lender makes them (`practice`) the visit rules of the packs, which may still forbid it. */
export const lawfulContact = (
  ask: GateAsk,
  practice: ContactSettings['visits'],
  beside: readonly RuleAnswer[] = [],
): GateVerdict => {
  const gate = contactGate(ask, beside);
  const visit = visitAnswers(ask, practice);
  const trace = [...gate.trace, ...visit];
  const refused = visit.filter(({ verdict }) => verdict === 'refuse').map(({ rule }) => rule);
  if (gate.verdict === 'refuse') return { ...gate, rules: [...gate.rules, ...refused], trace };
  if (refused.length > 0) return { verdict: 'refuse', reason: 'visit-not-lawful', rules: refused, trace };
  const deferred = visit.filter((answer) => answer.verdict === 'defer');
  const until = [...(gate.verdict === 'defer' ? [gate.until] : []), ...deferred.map((answer) => answer.until)];
  const last = until.toSorted().at(-1);
  if (last === undefined) return { verdict: 'allow', trace };
  const rules = [...(gate.verdict === 'defer' ? gate.rules : []), ...deferred.map(({ rule }) => rule)];
  return { verdict: 'defer', until: last, rules, trace };
};
