/** What a person is to a loan, for the law of contact (requirements A9, D2). `unrelated`: nobody told us, or nothing. */
export type Party =
  | 'borrower'
  | 'co-borrower'
  | 'guarantor'
  | 'spouse-related'
  | 'emergency-contact'
  | 'attorney'
  | 'guardian'
  | 'estate'
  | 'heir'
  | 'employer'
  | 'unrelated';
