import { isOurs, isSetAside } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';

/** Two machines' clocks may differ by as much. */
const skewMs = 5_000;
const telephones = new Set(['call', 'dialler', 'voice-bot']);
/** What came of an act that had been given up as unknown says nothing of when it was over. */
const toldLate = /^outcome\/(.*)\/\d+\/told-late$/;

/**
 * Nobody is called, and no telephone rung, while another call to them or to it goes on: until its outcome is told, or for as long as was said, when
 * the later one began, that a call may last: so long one that was given up as unknown, which may ring still. The first call of which that was
 * asked tells since when there is the rule. Of two begun within what clocks may differ by either may be the earlier.
 */
export const callsAtOnce = ({ acts, inbox, practice }: Evidence): Finding => {
  const guessed = new Set(inbox.flatMap(({ itemId }) => toldLate.exec(itemId)?.[1] ?? []));
  const calls = acts.filter((act) => telephones.has(act.channel) && isOurs(act) && !isSetAside(act));
  const ruledFrom = calls.reduce(
    (first, act) => (act.longestCallMinutes === undefined ? first : Math.min(first, act.begunWallAt)),
    Infinity,
  );
  const longestAt = ({ longestCallMinutes, begunWallAt }: AuditedAct): number =>
    longestCallMinutes ?? (begunWallAt >= ruledFrom ? practice.longestCallMinutes : 0);
  const endOf = ({ id, begunAt, concludedAt, result }: AuditedAct, longestMinutes: number): number => {
    const begunMs = Date.parse(begunAt);
    if (guessed.has(id)) return begunMs;
    const longest = begunMs + longestMinutes * 60_000;
    return concludedAt === undefined || result === 'unknown' ? longest : Math.min(longest, Date.parse(concludedAt));
  };
  const goesInto = (later: AuditedAct, earlier: AuditedAct): boolean =>
    Date.parse(later.begunAt) + skewMs < endOf(earlier, longestAt(later));
  const lines = [
    ...groupBy(calls, ({ id, personId }) => `person ${personId ?? id}`).values(),
    ...groupBy(calls, ({ id, blindIndex }) => `number ${blindIndex ?? id}`).values(),
  ];
  return finding(
    'calls-at-once',
    lines.flatMap((line) => overlaps(line, goesInto)),
  );
};

/** Each call that began while one before it went on. */
function overlaps(line: AuditedAct[], goesInto: (later: AuditedAct, earlier: AuditedAct) => boolean): string[] {
  const inOrder = line.toSorted((a, b) => (a.begunAt < b.begunAt ? -1 : a.begunAt > b.begunAt ? 1 : 0));
  return inOrder.flatMap((later, nth) =>
    inOrder
      .slice(0, nth)
      .filter((earlier) => goesInto(later, earlier) && (isSurelyFirst(earlier, later) || goesInto(earlier, later)))
      .map((earlier) => `${later.id} began at ${later.begunAt} while ${earlier.id} went on`),
  );
}

const isSurelyFirst = (earlier: AuditedAct, later: AuditedAct): boolean =>
  Date.parse(earlier.begunAt) + skewMs < Date.parse(later.begunAt);
