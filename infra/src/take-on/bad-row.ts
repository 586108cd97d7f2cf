/** Why a row of a take-on file is refused. Never what stands in it: it may be personal data. Line 1 is the header. */
export type BadRow = {
  file: string;
  line: number;
  field?: string;
  reason: string;
  /** The loan it speaks of, where that can be told: without the row the loan is not whole. */
  loanId?: string;
  /** It has too few fields or too many: what stands as its loan may be another's. */
  shifted?: true;
};
