import type { Instant } from '@recourse/domain/calendar/instant';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Given } from '../e2e/given.js';
import { instalmentAmount, loanStory, scenePerson } from '../e2e/scenes/loan-story.js';
import type { Round } from './draw-round.js';

/** How long ago the oldest instalment fell due when servicing first tells of it: somebody on every part of the ladder. */
const daysAgo = [0, 1, 3, 4, 7, 9, 13, 20, 33, 47, 64, 95];
const loans = 10;

/** Half-hours from the beginning of the first day. */
const halfHours = ({ from }: Round, count: number): Instant =>
  new Date(Date.parse(`${from}T00:00:00.000Z`) + count * 1_800_000).toISOString();

/** Ten loans of nine persons, told of in the first hours; payments come at drawn half-hours, some twice, some taken back. */
export function drawPortfolio(round: Round, tenant: string): Given & { loans: string[] } {
  const { chance, from, days } = round;
  const stories = Array.from({ length: loans }, (_, nth) => {
    const loan = `R${nth}`;
    const person = `p-${Math.max(1, nth)}`; // the first two loans are one person's
    const ago = chance.oneOf(daysAgo, `${loan}/ago`);
    const dueOn = addDays(from, -1 - ago);
    const told = loanStory(tenant, loan, person).missed(
      1,
      dueOn,
      1,
      halfHours(round, 1 + chance.upTo(3, `${loan}/told`)),
    );
    const pays = chance.upTo(4, `${loan}/pays`);
    if (pays < 2) {
      const at = halfHours(round, 4 + chance.upTo(48 * days - 8, `${loan}/paid-at`));
      const amount = pays === 0 ? instalmentAmount : 1_000 * (1 + chance.upTo(200, `${loan}/amount`));
      told.paid('a', at.slice(0, 10), amount, at.slice(0, 10), at);
      if (chance.upTo(3, `${loan}/twice`) === 0) told.again();
    }
    return told;
  });
  const persons = [...new Set(stories.map(({ person }) => person))];
  return {
    loans: stories.map(({ loan }) => loan),
    events: stories.flatMap(({ events }) => events),
    persons: persons.map((person, nth) => scenePerson(person, nth)),
  };
}
