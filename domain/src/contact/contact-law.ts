/** The baseline contact law every contact obeys; data from `policies/rule-packs`. The full packs of requirements D2 replace it later. */
export type ContactLaw = {
  pack: string;
  version: number;
  /** Local time of the person, half-open `[from, to)`, `HH:MM`. CN-TIME-1 forbids 22:00-08:00. */
  hours: { from: string; to: string; citation: string };
  /** Attempts of one person in one of the person's calendar days, all loans and senders together. */
  perPersonPerDay: { attempts: number; conversations: number; citation: string };
  /** Attempts on one contact point (number) in one calendar day. CN-FREQ-3. */
  perPointPerDay: { attempts: number; citation: string };
  /** Steps of one person's loans due within this many minutes become one contact (requirements D7). */
  mergeWindowMinutes: number;
};
