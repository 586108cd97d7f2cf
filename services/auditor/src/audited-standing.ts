/** What a person agreed to or asked for; days inclusive, times of day local, `[from, to)`. */
export type AuditedStanding = {
  places?: string[];
  consents?: { to: string; channel: string; pointId?: string; basis?: string; at: string; until?: string }[];
  /** `at`: from when it binds us; `until`: taken back by a later consent to that medium. */
  optOuts?: { channel?: string; pointId?: string; at: string; until?: string }[];
  agreedTimes?: {
    from: string;
    to: string;
    channels?: string[];
    fromDay: string;
    untilDay: string;
    points?: string[];
    /** When it was agreed on; absent: nobody kept it, and it opens as if always. */
    saidAt?: string;
    /** When the contact gate knew of it, for whom it was said to; absent: nobody can tell, and nothing is held against anybody for it. */
    knownAt?: string;
  }[];
  inconvenientTimes?: { days: string[]; from: string; to: string }[];
  inconvenientPlaces?: string[];
};
