import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { Act } from '@recourse/domain/case/act';
import type { PlannedNext } from '@recourse/domain/case/plan';
import type { Instant } from '@recourse/domain/calendar/instant';
import { byPeople, contactOf } from './contact-of-act.js';

/**
 * Whether two acts of a person's cases may be one contact (requirements D7): of the same kind, channel and purpose with the same person,
 * and of notices the same notice. A machine writes to one number; a conversation of people is about every loan, whichever number or
 * address the other's plan had chosen.
 */
export function oneContact(own: Act, other: Act): boolean {
  const [mine, theirs] = [contactOf(own), contactOf(other)];
  if (!mine || !theirs || own.kind !== other.kind) return false;
  if (own.kind === 'send-notice' && other.kind === 'send-notice' && own.notice !== other.notice) return false;
  return (
    mine.channel === theirs.channel &&
    mine.purpose === theirs.purpose &&
    mine.personId === theirs.personId &&
    (byPeople(mine) || mine.pointId === theirs.pointId)
  );
}

/** Whether a plan, not yet under way, comes due so soon after `at` that a contact now serves it too. */
export const dueTogether = (
  { awaiting, dueAt }: Pick<PlannedNext, 'awaiting' | 'dueAt'>,
  at: Instant,
  mergeWindowMinutes: number,
): boolean => awaiting === undefined && dueAt <= minutesLater(at, mergeWindowMinutes);
