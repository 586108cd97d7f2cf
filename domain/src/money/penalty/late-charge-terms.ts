import type { Day } from '../../calendar/day.js';
import type { Minor } from '../money.js';
import type { LateChargeBase } from './late-charge-base.js';
import type { LateChargeCap } from './late-charge-cap.js';
import type { DayCount } from './day-count.js';
import type { RoundingMode } from './round-ratio.js';

/** A yearly rate in millionths (18 % = 180 000), or a multiple of the contract's own in thousandths (1.5 times = 1 500). */
export type LateChargeRate = { yearlyPpm: number } | { contractPermille: number };

/** From that day late on (1: the day after the due date) another rate. Days late are counted for each instalment and run through stops. */
export type PenaltyTier = { fromDayLate: number; rate: LateChargeRate; clause: string };

/** `due-date`: once grace has passed unpaid, it is charged as if there had been none. `grace-end`: its days stay free. */
export const graceEnds = ['due-date', 'grace-end'] as const;

export const capitalisationMonths = [1, 3, 6, 12] as const;

export type PenaltyTerms = {
  /** What in the contract says so; named in every line it makes. */
  clause: string;
  base: LateChargeBase;
  rate: LateChargeRate;
  tiers: readonly PenaltyTier[];
  grace: { days: number; chargedFrom: (typeof graceEnds)[number] };
  /**
   * On each such monthday after the due date the charges so far, rounded, bear the same rate from then on,
   * while anything of the instalment's base is unpaid.
   */
  compound?: { everyMonths: (typeof capitalisationMonths)[number]; clause: string };
};

/** Liquidated damages (违约金): once for each instalment or once for the loan, when grace has passed unpaid; flat, or millionths of the base then. */
export type DamagesTerms = {
  clause: string;
  per: 'instalment' | 'loan';
  graceDays: number;
  charge: { amount: Minor } | { ppm: number; of: LateChargeBase };
};

/**
 * Interest for delaying a judgment (迟延履行期间的债务利息, the doubled part; 法释〔2014〕8号 art. 1, CN-INT-5): a daily rate in millionths (175) from
 * the end of the time for performance on all that is unpaid of what was due by then, without interest, penalty and compound interest.
 */
export type JudgmentTerms = { rule: string; performBy: Day; dailyPpm: number };

export const roundingPoints = ['line', 'instalment', 'end'] as const;

/** What a contract, and the law with it, charges for lateness. */
export type LateChargeTerms = {
  /** The LPR multiple binds private lending only (CN-INT-4). */
  lender: 'licensed' | 'private';
  /** The contract's own yearly rate in millionths. */
  contractRatePpm?: number;
  dayCount: DayCount;
  /** `point`: each line, the sum of an instalment's lines, or the sum of all. Damages are a line that is always rounded by itself. */
  rounding: { mode: RoundingMode; point: (typeof roundingPoints)[number] };
  penalty?: PenaltyTerms;
  damages?: DamagesTerms;
  judgment?: JudgmentTerms;
  caps: readonly LateChargeCap[];
};
