import type { DeathHeard } from '@recourse/infra/mongo/deaths-heard';

const withinMs = 60_000;

/**
 * Deaths that reached all of a person's cases: at least three, each overdue, heard of it within a minute, what a partner had came back within
 * another, and the person was contacted no more (requirements H15).
 */
export const deathsThatReached = (deaths: readonly DeathHeard[]): number =>
  deaths.filter(({ cases, contacted }) => {
    const heard = cases.map(({ heardAt }) => Date.parse(heardAt));
    const back = cases.flatMap(({ heardAt, takenBackAt }) =>
      takenBackAt === undefined ? [] : Date.parse(takenBackAt) - Date.parse(heardAt),
    );
    return (
      contacted === 0 &&
      cases.length >= 3 &&
      cases.every(({ arrears }) => arrears > 0) &&
      Math.max(...heard) - Math.min(...heard) <= withinMs &&
      back.length > 0 &&
      back.every((took) => took <= withinMs)
    );
  }).length;
