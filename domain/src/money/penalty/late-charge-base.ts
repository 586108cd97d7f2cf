import type { Components } from '../money.js';

/** What a charge is reckoned on: of an overdue instalment its unpaid principal, or that with its unpaid interest. */
export const lateChargeBases = ['principal', 'principal-and-interest'] as const;
export type LateChargeBase = (typeof lateChargeBases)[number];

/** In `bigint`: principal and interest may each be the largest safe integer. */
export const baseOf = ({ principal = 0, interest = 0 }: Components, base: LateChargeBase): bigint =>
  BigInt(principal) + (base === 'principal' ? 0n : BigInt(interest));
