import { addDays, daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { channel } from './shapes/gate-words.js';
import type { SchemaFault } from '../policy/schema-faults.js';
import type { RulePack } from './rule-pack.js';

/** A rule that ends within so many days and is followed by none of its kind is told of before. */
const noticeDays = 30;
/** Law is seldom made further ahead; what says so is mostly a slip of the pen. */
const mostDaysAhead = 366;

/** What of a pack is lawful to say and yet hardly meant: a rule that lets nothing through, begins far from now, or ends with none after it. */
export const oddRules = ({ rules }: Pick<RulePack, 'rules'>, today: Day): SchemaFault[] =>
  rules.flatMap((rule, nth): SchemaFault[] => {
    const { id, kind, effectiveFrom, effectiveTo } = rule;
    const isEnding = effectiveTo !== undefined && today < effectiveTo && effectiveTo <= addDays(today, noticeDays);
    const isFollowed = rules.some((next) => next.kind === kind && next.effectiveFrom === effectiveTo);
    const lets =
      kind !== 'frequency-cap' || rule.limit > 0 || channel.options.some((each) => !rule.channels.includes(each));
    const odd: [boolean, field: string, reason: string][] = [
      [!lets, 'limit', `${id} is 0 on every channel: nothing it speaks of is ever allowed`],
      [effectiveFrom < '1900-01-01', 'effectiveFrom', `${id} begins before 1900`],
      [
        effectiveFrom > addDays(today, mostDaysAhead),
        'effectiveFrom',
        `${id} begins more than a year from now: until then it forbids nothing`,
      ],
      [
        isEnding && !isFollowed,
        'effectiveTo',
        `${id} ends in ${daysBetween(today, effectiveTo ?? today)} days, and none of its kind begins then`,
      ],
    ];
    return odd.flatMap(([is, field, reason]) => (is ? [{ path: `rules[${nth}].${field}`, reason }] : []));
  });
