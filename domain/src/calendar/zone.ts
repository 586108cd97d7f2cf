/**
 * The part of one time zone a case needs, as data, so that a decision replays alike on every machine and tz release.
 * `offsets` ascend; each holds from its epoch minute until the next; the first also before itself.
 */
export type ZoneSlice = { zone: string; offsets: [epochMinute: number, offsetMinutes: number][] };
