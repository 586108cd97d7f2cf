import type { Minor } from '../money/money.js';
import { authorities, type Authority } from './arrangement-kind.js';
import type { KindPractice } from './arrangement-practice.js';

/** What an authority is asked for. `bucket` of the loan when it was proposed; minor units. */
export type MandateAsked = { currency: string; bucket: string; total: Minor; discount: Minor };

/** Whether that much is within what the practice lets the role agree to. */
export const isWithin = (
  { mandates }: Pick<KindPractice, 'mandates'>,
  role: Authority,
  { currency, bucket, total, discount }: MandateAsked,
): boolean => {
  const mandate = mandates.find((each) => each.role === role);
  const most = mandate?.upTo[currency];
  if (!mandate || most === undefined || total > most) return false;
  const percent = Object.entries(mandate.discountPercent).find(([name]) => name === bucket)?.[1] ?? 0;
  return BigInt(discount) * 100n <= BigInt(total) * BigInt(percent);
};

/** The least authority that may agree to it; undefined: none may. */
export const authorityNeeded = (practice: Pick<KindPractice, 'mandates'>, asked: MandateAsked): Authority | undefined =>
  authorities.find((role) => isWithin(practice, role, asked));

export const isAtLeast = (role: Authority, needed: Authority): boolean =>
  authorities.indexOf(role) >= authorities.indexOf(needed);
