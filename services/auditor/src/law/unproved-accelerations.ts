import type { News } from '../news.js';
import { dayPlus } from './local-day.js';

/** A rule that wants a notice before all that is outstanding falls due, and how long before. */
export type AccelerationRule = {
  jurisdiction: string;
  actor: string[];
  product?: string[] | undefined;
  effectiveFrom: string;
  effectiveTo?: string | undefined;
  notice: string;
  minDays: number;
  clockStart: string;
};

const holdsIn = (pack: string, place: string): boolean =>
  pack === '*' || place === pack || place.startsWith(`${pack}-`);

/**
 * The news with each acceleration marked on which nothing may rest: by a rule of its place in force on its day the notice servicing proved is none, or
 * too young (`minDays` whole days lie between). A rule whose clock we cannot read is not met.
 */
export const withUnproved = (
  news: readonly News[],
  { jurisdiction = '', product = '' }: { jurisdiction?: string; product?: string },
  rules: readonly AccelerationRule[],
): News[] =>
  news.map((each) => {
    if (each.news !== 'acceleration') return each;
    const { on, notice } = each;
    const broken = rules.some((rule) => {
      if (!holdsIn(rule.jurisdiction, jurisdiction) || !rule.actor.includes('first-party')) return false;
      if (rule.product !== undefined && !rule.product.includes(product)) return false;
      if (on < rule.effectiveFrom || (rule.effectiveTo !== undefined && on >= rule.effectiveTo)) return false;
      if (notice?.kind !== rule.notice) return true;
      const since = { sent: notice.sentOn, received: notice.provedOn }[rule.clockStart];
      if (since === undefined) return true;
      return on < (rule.minDays === 0 ? since : dayPlus(since, rule.minDays + 1));
    });
    return broken ? { ...each, against: true as const } : each;
  });
