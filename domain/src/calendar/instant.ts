/** An instant, ISO 8601 in UTC with milliseconds: `2026-01-31T09:00:00.000Z`. Sorts as text. */
export type Instant = string;
