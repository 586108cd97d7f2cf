/** Why the gate or `begin` says no. Closed: a new reason is a new word for everybody who reads refusals. */
export type RefusalReason =
  | 'nothing-overdue'
  | 'unresolved-event'
  | 'held'
  | 'opted-out'
  | 'contact-stopped'
  | 'unknown-person'
  | 'unknown-point'
  | 'point-invalid'
  | 'unknown-zone'
  | 'not-a-borrower'
  | 'plan-not-current'
  | 'lease-not-held'
  | 'placed-elsewhere';
