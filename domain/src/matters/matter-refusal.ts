/** Why what somebody says of a dispute or complaint is not done (closed). */
export type MatterRefusal =
  | 'unknown-matter'
  | 'not-at-that-point'
  | 'ground-of-another-kind'
  | 'day-not-possible'
  | 'not-with-an-agency'
  | 'no-extension-by-law'
  | 'unknown-ground'
  | 'used-already'
  | 'not-approved'
  | 'granted-too-late'
  | 'approver-is-asker'
  | 'nothing-asked'
  | 'nothing-to-correct';
