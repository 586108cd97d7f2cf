import { InvalidArgumentError } from 'commander';
import type { Day } from '@recourse/domain/calendar/day';
import type { Instant } from '@recourse/domain/calendar/instant';

/** Readers of command-line arguments; each refuses with what it expects. */

export function readDay(text: string): Day {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  if (!real || new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('must be a day, YYYY-MM-DD');
  return text;
}

/** A day stands for its 00:00 UTC. */
export function readInstant(text: string): Instant {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${readDay(text)}T00:00:00.000Z`;
  const ms = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms))
    throw new InvalidArgumentError('must be a day or an instant, 2026-01-31 or 2026-01-31T09:00:00Z');
  return new Date(ms).toISOString();
}

export const readWhole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`);
    return value;
  };
