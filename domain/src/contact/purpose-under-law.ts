import type { Act } from '../case/act.js';
import type { Law } from '../law/law.js';
import { rulesOf, type RuleBearing } from '../law/rules-of.js';
import type { Purpose } from './channel.js';

/** Notices that the law in force there wants given before something else may be done; what the lender's own rules want is none. */
const demandedNotices = (law: Law, bearing: RuleBearing): Set<string> =>
  new Set(
    rulesOf(law, 'notice-before-action', bearing)
      .filter(({ rule }) => rule.confidence !== 'own')
      .map(({ rule }) => rule.notice),
  );

/**
 * What a contact is for, whatever its plan calls it. `legally-required` opens holds, opt-outs and caps, so it is for the law to say: only of
 * a notice that a rule of a pack names there. A letter that demands money because the lender wants it sent collects.
 */
export const purposeUnderLaw = (act: Extract<Act, { purpose: Purpose }>, law: Law, bearing: RuleBearing): Purpose => {
  if (act.purpose !== 'legally-required') return act.purpose;
  return act.kind === 'send-notice' && demandedNotices(law, bearing).has(act.notice) ? 'legally-required' : 'collect';
};
