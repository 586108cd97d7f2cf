import type { PersonRow } from '@recourse/activities/people/person-store';
import type { Instant } from '@recourse/domain/calendar/instant';
import { BadLines, type BadLine } from './bad-lines.js';
import { datesAhead } from './dates-ahead.js';
import { pointsOfOthers, type KnownPoints } from './points-of-others.js';
import { readPersonLines, type PersonLine } from './read-person-lines.js';
import type { Line } from './read-lines.js';

/** What a file is held against beside itself: whom we know, and the tenant's clock. */
export type HeldAgainst = { known?: readonly KnownPoints[]; now?: Instant };

/**
 * Reads persons, one JSON object a line, all of them or none.
 * @throws BadLines naming number and field of every line that is wrong, and none of what stands in it
 */
export const readPersons = (source: string, lines: readonly Line[]): PersonRow[] =>
  readPersonsOf(source, lines).map(({ row }) => row);

/** The same, each person with its line. @throws BadLines */
export function readPersonsOf(
  source: string,
  lines: readonly Line[],
  { known = [], now }: HeldAgainst = {},
): PersonLine[] {
  const { good, bad } = readPersonLines(lines);
  const all = [...bad, ...saidBefore(good), ...pointsOfOthers(good, known), ...(now ? datesAhead(good, now) : [])];
  if (all.length > 0)
    throw new BadLines(
      source,
      all.toSorted((a, b) => a.number - b.number),
    );
  return good;
}

function saidBefore(lines: readonly PersonLine[]): BadLine[] {
  const firstAt = new Map<string, number>();
  return lines.flatMap(({ number, row: { personId } }) => {
    const before = firstAt.get(personId);
    firstAt.set(personId, before ?? number);
    return before === undefined ? [] : [{ number, field: 'personId', reason: `was on line ${before} before` }];
  });
}
