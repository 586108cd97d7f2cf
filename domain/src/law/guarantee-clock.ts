/** The clock of what a guarantor owes beside the borrower: after it nothing is owed by the guarantor any more. */
export const guaranteeClock = 'guarantee-period';
