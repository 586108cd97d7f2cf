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
  'answers-owed',
  'ends-not-lawful',
  'collected-by-two',
  'caps-exceeded',
  'rests-broken',
  'calls-at-once',
  'third-parties-pressed',
  'parties-not-eligible',
  'contacts-after-opt-out',
  'channels-not-permitted',
  'words-not-lawful',
  'excused-without-law',
  'amounts-off-position',
  'creditors-misnamed',
  'money-against-positions',
  'late-charges-off',
  'furnished-unlawfully',
  'furnished-off-events',
  'tasks-held-by-two',
  'journal-against-workflows',
  'cases-standing-still',
] as const;
export type CheckName = (typeof checkNames)[number];

/** A violation whose words hold what may change while it stays the same one: amounts, counts. `subject`: what it is of. */
export type Violation = { subject: string; words: string };

/** What one check found, each violation in words. `subjects`: of which words do not tell which one it is. `unchecked`: its evidence was not to be had. */
export type Finding = {
  check: CheckName;
  violations: string[];
  subjects?: ReadonlyMap<string, string>;
  unchecked?: true;
};

/** The same words about the same thing are one violation. */
export const finding = (check: CheckName, found: (string | Violation)[]): Finding => {
  const subjects = new Map(
    found.flatMap((one) => (typeof one === 'string' ? [] : [[one.words, one.subject] as const])),
  );
  const violations = [...new Set(found.map((one) => (typeof one === 'string' ? one : one.words)))];
  return { check, violations, ...(subjects.size > 0 && { subjects }) };
};

export const unchecked = (check: CheckName): Finding => ({ check, violations: [], unchecked: true });
