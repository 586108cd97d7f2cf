export const checkNames = [
  'lost-events',
  'sequence-gaps',
  'broken-chain',
  'journal-against-kafka',
  'cases-without-plan',
  'cases-without-workflow',
  'contacts-on-unread-payment',
  'contacts-while-unresolved',
  'contacts-outside-hours',
  'unrecorded-attempts',
  'unsent-attempts',
  'stages-without-cause',
  'steps-done-twice',
  'sends-after-acceptance',
  'contacts-while-held',
  'caps-exceeded',
  'rests-broken',
  'third-parties-pressed',
  'amounts-off-position',
  'money-against-positions',
  'tasks-held-by-two',
  'journal-against-workflows',
  'cases-standing-still',
] as const;
export type CheckName = (typeof checkNames)[number];

/** What one check found, each violation in words. `unchecked`: its evidence was not to be had. */
export type Finding = { check: CheckName; violations: string[]; unchecked?: true };

/** The same words about the same thing are one violation. */
export const finding = (check: CheckName, violations: string[]): Finding => ({
  check,
  violations: [...new Set(violations)],
});

export const unchecked = (check: CheckName): Finding => ({ check, violations: [], unchecked: true });
