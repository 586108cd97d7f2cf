/** Why somebody says they have not paid (closed). */
export type ArrearsReason =
  | 'forgot'
  | 'income-lost'
  | 'income-late'
  | 'illness'
  | 'over-indebted'
  | 'disputes-debt'
  | 'unwilling'
  | 'other';
