/** Told instead of the arrears: charges for lateness as of a day and not billed by then, and all that is owed with them. Minor units. */
export type ToldLate = { asOf: string; late: number; owed: number };
