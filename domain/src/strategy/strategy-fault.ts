/** What can be wrong with a strategy whose fields are all well formed (closed). */
export type StrategyFaultReason =
  | 'duplicate-stage'
  | 'stage-order'
  | 'unreachable-stage'
  | 'gap-between-stages'
  | 'leave-unreachable'
  | 'leads-nowhere'
  | 'stage-without-steps'
  | 'duplicate-step'
  | 'unreachable-step'
  | 'unknown-step'
  | 'else-loop'
  | 'missing-else'
  | 'unknown-result'
  | 'missing-channel'
  | 'missing-template'
  | 'missing-notice'
  | 'missing-partner'
  | 'missing-by'
  | 'wrong-channel'
  | 'third-party-step'
  | 'notice-never-sent'
  | 'outside-window'
  | 'outside-hours'
  | 'too-few-tries'
  | 'beyond-stage'
  | 'never-true'
  | 'no-catch-all-segment'
  | 'dead-segment'
  | 'duplicate-segment';

/** `path` is the field (`stages[2].steps[0].at`), `detail` what was found there, in plain words. */
export type StrategyFault = { path: string; reason: StrategyFaultReason; detail: string };
