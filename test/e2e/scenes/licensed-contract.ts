/** What a licensed lender's contract says of lateness: 15.6 % a year, one and a half times that on overdue principal. */
export const licensedContract = {
  startOn: '2025-12-05',
  lateCharge: {
    lender: 'licensed',
    contractRatePpm: 156_000,
    dayCount: 'act/365f',
    rounding: { mode: 'half-up', point: 'end' },
    penalty: { clause: '8.1', base: 'principal', rate: { contractPermille: 1_500 } },
  },
};
