import type { VisitPlan } from '@recourse/domain/law/kinds/visit-protocol';
import type { VisitProtocol } from '@recourse/domain/law/shapes/visit-protocol-shape';
import type { Severity } from './reference-answer.js';

/** Whether a visit may be made as planned; what nobody says of the plan is not so, where it would be needed, and what nobody looked at is feared. */
export function visitSays(rule: VisitProtocol, plan: VisitPlan): Severity {
  const hasNotice = plan.noticeGivenAt !== undefined && Date.parse(plan.noticeGivenAt) <= Date.parse(plan.at);
  // CBA guideline 2026, art. 22: together, by two at the least, with identification.
  if (rule.minCrew && plan.crew < rule.minCrew) return 'refuse';
  if (plan.crew < 1 || (rule.maxCrew && plan.crew > rule.maxCrew)) return 'refuse';
  if (rule.idRequired && plan.idCarried !== true) return 'refuse';
  if (rule.purposeExplainedFirst && plan.purposeExplained !== true) return 'refuse';
  if (rule.wholeVisitRecorded && plan.recording !== 'whole') return 'refuse';
  // 民法典 arts. 1032, 1033: home and what is filmed in it belong to who lives there.
  if (rule.entryNeedsConsent && plan.entersHome === true && plan.entryConsent !== true) return 'refuse';
  if (rule.filmingInsideNeedsConsent && plan.filmsInside === true && plan.filmConsent !== true) return 'refuse';
  if (rule.publicPostingBarred && plan.postsInPublic === true) return 'refuse';
  if (rule.placesBarred.length > 0 && plan.placeConsent !== true) {
    if (!plan.placeType || rule.placesBarred.includes(plan.placeType)) return 'refuse';
  }
  // CONC 7.9.14R: known or suspected; that nobody looked is no answer.
  if (rule.notIfVulnerable && plan.vulnerable !== 'no') return 'refuse';
  if (rule.priorNoticeHours === undefined) return 'allow';
  if (!hasNotice || plan.noticeGivenAt === undefined) return 'refuse';
  const runs = Date.parse(plan.noticeGivenAt) + rule.priorNoticeHours * 3_600_000;
  return runs <= Date.parse(plan.at) ? 'allow' : 'defer';
}
