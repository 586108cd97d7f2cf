/** Who owns the case (阶段): reminder 提醒, call 电催, visit 外访, outsourcing 委外, legal 司法; then monitoring 后续管理. */
export type Stage = 'reminder' | 'call' | 'visit' | 'outsourcing' | 'legal' | 'monitoring';

/** The ladder, in order; `monitoring` is reached from any of them by cure. */
export const ladder = ['reminder', 'call', 'visit', 'outsourcing', 'legal'] as const satisfies readonly Stage[];

/** How a case can end. */
export type Ending = 'paid-in-grace' | 'cured' | 'paid-off' | 'settled' | 'sold' | 'uncollectable' | 'opened-in-error';

/** The named causes for which a stage is entered (requirements A7). */
export type StageCause =
  | 'grace-passed'
  | 'condition-met'
  | 'arrears-reduced'
  | 'cured'
  | 'relapsed'
  | 'payment-reversed'
  | 'taken-on'
  | 'borrower-found'
  | 'promise-broken'
  | 'promise-kept';

/** One condition as it was evaluated: what was asked, what was found, whether it held. */
export type Criterion = { fact: string; threshold: number | string; value: number | string; held: boolean };
