/** A condition over the case; lists are "all of". `ladder-age`, `dpd` in days; `arrears` in minor units. */
export type Condition =
  | {
      fact: 'ladder-age' | 'dpd' | 'arrears' | 'failed-call-days' | 'episode' | 'round';
      atLeast?: number;
      below?: number;
    }
  | { fact: 'refused'; is: boolean }
  | { fact: 'failed-calls-or-refusal'; atLeast: number }
  | { fact: 'address-verified-within'; days: number }
  | { fact: 'no-hold'; stops: string }
  | { fact: 'notice-given'; notice: string; daysSince: number }
  | { fact: 'product'; oneOf: string[] }
  /** The borrower is proved unreachable (domain/src/contact/unreachable.ts). */
  | { fact: 'debtor-unreachable' }
  /** The limitation of the claim is over. */
  | { fact: 'time-barred'; is: boolean };
