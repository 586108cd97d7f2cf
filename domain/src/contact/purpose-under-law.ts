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

/** Which notices the words of a template are approved as. */
export type NoticesOf = (template: string) => readonly string[];

/**
 * What a contact is for, whatever its plan calls it. `legally-required` opens holds, opt-outs and caps, so it is for the law to say: only of
 * a notice that a rule of a pack names there on every day it may be, in words approved as that notice. A letter that demands money because
 * the lender wants it sent collects, under whatever name it goes.
 */
export const purposeUnderLaw = (
  act: Extract<Act, { purpose: Purpose }>,
  law: Law,
  bearing: RuleBearing,
  noticesOf: NoticesOf,
): Purpose => {
  if (act.purpose !== 'legally-required') return act.purpose;
  const isWanted =
    act.kind === 'send-notice' &&
    noticesOf(act.template).includes(act.notice) &&
    bearing.days.every((day) => demandedNotices(law, { ...bearing, days: [day] }).has(act.notice));
  return isWanted ? 'legally-required' : 'collect';
};
