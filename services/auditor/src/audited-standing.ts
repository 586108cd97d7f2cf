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
  }[];
  inconvenientTimes?: { days: string[]; from: string; to: string }[];
  inconvenientPlaces?: string[];
};
