/** Whom a case waits for at intake. */
export type VerificationSource = 'servicing' | 'directory';

/** What differs between servicing and the events it told us. */
export type MismatchField = 'loan' | 'debtors' | 'currency' | 'sums' | 'instalments' | 'overdue';

/** Why a case asks again later. `refused-us`: it minds our token, address or request. */
export type VerificationWait = 'down' | 'refused-us' | 'nonsense' | 'unanswered' | 'not-overdue' | 'news';

/**
 * What came of asking servicing and the directory. `field` and `reason` of an answer that made no sense name what was expected, never
 * what was found. `positionVersion` is the position that was compared.
 */
export type LoanVerification =
  | { result: 'verified'; positionVersion: number }
  | { result: 'mismatched'; field: MismatchField; ours: string; theirs: string; positionVersion: number }
  | { result: 'not-overdue' }
  | {
      result: 'trouble';
      from: VerificationSource;
      trouble: 'down' | 'refused-us' | 'nonsense' | 'unanswered';
      field?: string;
      reason?: string;
    };
