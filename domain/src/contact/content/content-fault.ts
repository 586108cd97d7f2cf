/** Why a template cannot be approved. Closed. */
export type ContentFaultReason =
  | 'not-approved'
  | 'changed-since-approval'
  | 'wrong-language'
  | 'unknown-variable'
  | 'amount-not-from-position'
  | 'forbidden-words'
  | 'must-say'
  | 'must-not-say'
  | 'does-not-say'
  | 'says-undeclared'
  | 'reveals-debt'
  | 'no-preview'
  | 'settles';

/** `path` in the template's file; `detail` names words or rule. */
export type ContentFault = { path: string; reason: ContentFaultReason; detail: string };
