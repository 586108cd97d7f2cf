import { practiceOf } from '../arrangements/promise-practice.js';
import type { PromiseStanding } from '../arrangements/refuse-promises.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { owedInAll } from '../money/owed-in-all.js';
import type { Position } from '../money/position.js';
import type { Strategy } from '../strategy/strategy.js';
import type { CollectionCase } from './collection-case.js';

/** What promises told at that instant are held against. */
export const promiseStanding = (
  { terms, zone, round, promises }: CollectionCase,
  position: Position,
  strategy: Strategy,
  toldAt: Instant,
): PromiseStanding => {
  const how = allocationOf(terms);
  const { arrears } = amountsOn(position, 'now', how);
  return {
    today: localDay(toldAt, zone),
    arrears,
    debt: owedInAll(position, 'now', { arrears, how }),
    made: promises.filter((promise) => (promise.round ?? round) === round),
    limits: practiceOf(strategy).limits,
  };
};
