import { creditorNamedRule } from '@recourse/domain/contact/creditor-named';
import { creditorNow } from '@recourse/domain/money/creditor-now';
import { stopsNow } from '@recourse/domain/holds/held-days';
import type { HoldStop } from '@recourse/domain/holds/hold';
import type { BeginRules } from './begin-rules.js';
import { begunAct, coverOf } from './begun-act.js';
import { borrowerOf } from './contact-of-act.js';
import type { BeginRead, BeginRequest, BeginVerdict } from './contact-store.js';
import { handoverForLoan } from './handover-for-loan.js';
import { partnerActOf, type PartnerAct } from './partner-act.js';
import type { Withhold } from './withhold.js';
import type { PlanToBegin } from './plan-to-begin.js';

type HandoverToJudge = {
  request: BeginRequest;
  plan: PlanToBegin;
  read: BeginRead;
  rules: BeginRules;
  withhold: Withhold;
};

/** What a hold must stop to stop handing over. */
const stopsOf: Readonly<Record<PartnerAct['kind'], readonly HoldStop[]>> = {
  agency: ['escalation', 'contact'],
  'law-firm': ['escalation', 'legal'],
};

/**
 * Handing a loan to an agency or law firm, or taking it back. Handing over stops for holds, needs what the law wants first, and the person
 * free: one collecting party per person at a time (requirements D7). The party is noted already now, so that two placements cannot both find the person free.
 */
export function judgeHandover({ request, plan, read, rules, withhold }: HandoverToJudge): BeginVerdict {
  const { kase, loan, person, placement, now } = read;
  const covers = [coverOf(kase, loan, plan.id, now)];
  const asked = partnerActOf(plan.act);
  if (!asked) throw new Error(`${plan.act.kind} is a contact, not a handover`);
  // Who is set free is who was handed over, whoever is the borrower by now.
  const personId = (asked.takesBack !== undefined && placement?.personId) || borrowerOf(loan.terms);
  const act = { ...begunAct(request, plan, read, covers), ...(personId !== undefined && { personId }) };
  if (asked.takesBack !== undefined) return { go: true, act, startedTasks: [] };

  const { kind, partnerId } = asked;
  const creditor = creditorNow(loan.position.creditors);
  // Nobody collects for nobody knows whom.
  if (creditor.changed && creditor.to === undefined)
    return withhold({ result: 'refused', reason: 'content-not-lawful', rules: [creditorNamedRule] });
  if (!person) return withhold({ result: 'refused', reason: 'unknown-person', rules: [] });
  const [held] = stopsOf[kind].flatMap((stop) => stopsNow([...loan.holds, ...person.holds], stop, now));
  if (held) return withhold({ result: 'refused', reason: 'held', rules: ['no-hold'] });
  const current = person.collectingParty;
  if (current && (current.kind !== kind || current.partnerId !== partnerId)) {
    return withhold({ result: 'refused', reason: 'placed-elsewhere', rules: ['ONE-COLLECTING-PARTY'] });
  }
  const lawful = handoverForLoan(asked, person, read, rules);
  const gate = { at: now, answers: lawful.trace };
  if (lawful.verdict === 'refuse')
    return withhold({ result: 'refused', reason: lawful.reason, rules: lawful.rules, gate });
  if (lawful.verdict === 'defer')
    return withhold({ result: 'deferred', until: lawful.until, rules: lawful.rules, gate });
  const party = { kind, partnerId, placementId: plan.id };
  return { go: true, act: { ...act, gate }, startedTasks: [], ...(!current && { collectingParty: party }) };
}
