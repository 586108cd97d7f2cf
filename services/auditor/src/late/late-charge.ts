/** Terms that charge for lateness, as they were told. Rates in millionths a year (of judgment interest: a day) or thousandths of the contract's. */
export type LateCharge = {
  lender?: string;
  contractRatePpm?: number;
  dayCount: string;
  rounding: { mode: string; point: string };
  penalty?: Penalty;
  damages?: {
    per: 'instalment' | 'loan';
    graceDays?: number;
    charge: { amount: number } | { ppm: number; of: Based };
  };
  judgment?: { performBy: string; dailyPpm: number };
  caps?: Cap[];
};
export type Based = 'principal' | 'principal-and-interest';
export type Rate = { yearlyPpm: number } | { contractPermille: number };
export type Penalty = {
  clause?: string;
  base: Based;
  rate: Rate;
  tiers?: { fromDayLate: number; rate: Rate; clause?: string }[];
  grace?: { days: number; chargedFrom: 'due-date' | 'grace-end' };
  compound?: { everyMonths: number };
};
export type Cap = { covers: string[] } & (
  | { max: 'amount'; per: 'instalment' | 'loan'; amount: number }
  | { max: 'share'; per: 'instalment' | 'loan'; permille: number; of: Based }
  | { max: 'yearly'; yearlyPpm: number }
  | { max: 'lpr'; lprPpm: number; permille: number }
);

/** What was charged, in minor units; `instalment` is absent in what concerns the whole loan. Judgment interest is booked as damages. */
export type Charged = { kind: 'penalty' | 'compound' | 'damages' | 'judgment'; instalment?: number; amount: bigint };
