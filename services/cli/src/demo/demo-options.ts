import type { Instant } from '@recourse/domain/calendar/instant';
import type { Day } from '@recourse/domain/calendar/day';
import type { Lang } from '../words/lang.js';

/** What `npm start` can be told. */
export type DemoOptions = {
  from: Day;
  /** Exclusive: the clock ends when this day begins. */
  until: Day;
  seed: string;
  loans: number;
  /** Play these events (and persons) instead of a made portfolio. */
  events?: string;
  persons?: string;
  keep: boolean;
  lang: Lang;
};

const dayMs = 86_400_000;

export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export const daysBetween = (from: Day, until: Day): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** When a day begins where the portfolio lives: Asia/Shanghai, without daylight saving. */
export const beginningOf = (day: Day): Instant => new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString();
