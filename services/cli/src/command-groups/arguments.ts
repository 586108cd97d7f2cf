import { InvalidArgumentError } from 'commander';
import type { Day } from '@recourse/domain/calendar/day';
import type { Instant } from '@recourse/domain/calendar/instant';
import { idPattern } from '@recourse/domain/case/case-id';

/** Readers of command-line arguments; each refuses with what it expects. */

export function readDay(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('must be a day, YYYY-MM-DD');
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('is not a day that exists');
  return text;
}

/** A day stands for its 00:00 UTC. */
export function readInstant(text: string): Instant {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${readDay(text)}T00:00:00.000Z`;
  const ms = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) readDay(text.slice(0, 10)); // Date.parse takes February 30 for March 2
  if (Number.isNaN(ms))
    throw new InvalidArgumentError('must be a day or an instant, 2026-01-31 or 2026-01-31T09:00:00Z');
  return new Date(ms).toISOString();
}

/** `LOAN/EPISODE`; a loan alone stands for all its episodes. */
export function readCaseName(text: string): { loanId: string; episode: number } {
  const [, loanId, episode] = /^([A-Za-z0-9._-]{1,64})(?:\/(\d{1,6}))?$/.exec(text) ?? [];
  if (loanId === undefined) throw new InvalidArgumentError('must be LOAN/EPISODE, as the list ends with it');
  return { loanId, episode: episode === undefined ? Number.MAX_SAFE_INTEGER : Number(episode) };
}

/** A name for a portfolio: the same seed, the same one. */
export function readSeed(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('must not be empty');
  return text;
}

/** The id of a person, a loan or the like. */
export function readId(text: string): string {
  if (!idPattern.test(text)) throw new InvalidArgumentError('must be 1 to 64 of A-Z a-z 0-9 . _ -');
  return text;
}

/** Why something was done: it goes into the record, so it must say something. */
export function readReason(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new InvalidArgumentError('must say why');
  return reason;
}

export const readWhole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`);
    return value;
  };
