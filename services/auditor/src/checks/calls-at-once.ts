import { isOurs, isSetAside } from '../act-kinds.js';
import type { AuditedAct, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';

/** Two machines' clocks may differ by as much. */
const skewMs = 5_000;
const telephones = new Set(['call', 'dialler', 'voice-bot']);
/** What came of an act that had been given up as unknown says nothing of when it was over. */
const toldLate = /^outcome\/(.*)\/\d+\/told-late$/;

/**
 * Nobody is called, and no telephone rung, while another call to them or to it goes on: until its outcome is told, or for as long as this lender
 * takes a call to last: so long one that was given up as unknown, which may ring still. Within one instant of the clock the order is not known.
 */
export const callsAtOnce = ({ acts, inbox, practice }: Evidence): Finding => {
  const guessed = new Set(inbox.flatMap(({ itemId }) => toldLate.exec(itemId)?.[1] ?? []));
  const calls = acts.filter((act) => telephones.has(act.channel) && isOurs(act) && !isSetAside(act));
  const lines = [
    ...groupBy(calls, ({ id, personId }) => `person ${personId ?? id}`).values(),
    ...groupBy(calls, ({ id, blindIndex }) => `number ${blindIndex ?? id}`).values(),
  ];
  const endOf = ({ id, begunAt, concludedAt, result }: AuditedAct): number => {
    const begunMs = Date.parse(begunAt);
    if (guessed.has(id)) return begunMs;
    const longest = begunMs + practice.longestCallMinutes * 60_000;
    return concludedAt === undefined || result === 'unknown' ? longest : Math.min(longest, Date.parse(concludedAt));
  };
  return finding(
    'calls-at-once',
    lines.flatMap((line) => overlaps(line, endOf)),
  );
};

/** Each call that began while one before it went on. */
function overlaps(line: AuditedAct[], endOf: (act: AuditedAct) => number): string[] {
  const found: string[] = [];
  let longest: AuditedAct | undefined;
  for (const act of line.toSorted((a, b) => (a.begunAt < b.begunAt ? -1 : a.begunAt > b.begunAt ? 1 : 0))) {
    if (longest && longest.begunAt < act.begunAt && Date.parse(act.begunAt) + skewMs < endOf(longest))
      found.push(`${act.id} began at ${act.begunAt} while ${longest.id} went on`);
    if (!longest || endOf(act) > endOf(longest)) longest = act;
  }
  return found;
}
