import type { Instant } from '../calendar/instant.js';
import { holdEnd } from '../holds/held-days.js';
import type { Hold } from '../holds/hold.js';
import type { CollectionCase } from './collection-case.js';

/** A hold without the time from `from` to `until` (absent: up to now and on). */
const without = (hold: Hold, from: Instant, until: Instant | undefined): Hold[] => {
  const end = holdEnd(hold);
  if (end !== undefined && end <= from) return [hold];
  const before = hold.from < from ? [{ ...hold, endedAt: from }] : [];
  if (until === undefined || (end !== undefined && end <= until)) return before;
  if (hold.from >= until) return [...before, hold];
  const { interestFrom: _whenNoDebtor, ...later } = hold;
  return [...before, { ...later, from: until }];
};

/** What holds the case: a hold on a person only while the person is a debtor of the loan. What was held until then stays held. */
export const holdsOfCase = ({ holds, formerDebtors }: Pick<CollectionCase, 'holds' | 'formerDebtors'>): Hold[] =>
  formerDebtors === undefined
    ? holds
    : holds.flatMap((hold) => {
        const { scope } = hold;
        if (!('person' in scope)) return [hold];
        return formerDebtors
          .filter(({ personId }) => personId === scope.person)
          .reduce((parts, { from, until }) => parts.flatMap((part) => without(part, from, until)), [hold]);
      });
