/** Why nothing is reckoned. Closed. */
export type LateChargeRefusalReason =
  | 'amount-invalid'
  | 'currency-invalid'
  | 'day-invalid'
  | 'days-invalid'
  | 'months-invalid'
  | 'rate-invalid'
  | 'contract-rate-missing'
  | 'clause-missing'
  | 'tiers-out-of-order'
  | 'compound-rounded-at-end'
  | 'lpr-cap-of-licensed-lender'
  | 'cap-covers-nothing'
  | 'costs-missing'
  | 'costs-out-of-order'
  | 'before-contract-start'
  | 'period-ends-before-it-begins'
  | 'amount-too-large';

/** `field`: the place in what was given, `terms.penalty.rate.yearlyPpm`; `text`: what must be, in plain words. */
export type LateChargeRefusal = { reason: LateChargeRefusalReason; field: string; text: string };
