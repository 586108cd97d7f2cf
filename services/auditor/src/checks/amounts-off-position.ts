import { takesBack } from '../act-kinds.js';
import type { AuditedAct, Cover } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { asRead } from '../as-read.js';
import { finding, unchecked, type Finding } from '../finding.js';
import { lateOfLoans } from '../late-of-loans.js';
import { newsOfLoans, type ToldOfLoan } from '../news-of-loans.js';
import { reckon } from '../reckon.js';

/**
 * Every amount that a message or a placement named, by the receiver's own log, is what a loan it speaks of owed by all that had been
 * taken when it began, or their sum.
 */
export const amountsOffPosition = (evidence: Evidence): Finding => {
  const { outside, acts } = evidence;
  if (!outside) return unchecked('amounts-off-position');
  const told = newsOfLoans(evidence);
  const lateThen = lateOfLoans(evidence);
  const ours = new Map(acts.map((act) => [act.id, act]));
  const violations = outside.received.flatMap(({ id, channel, amounts = [] }) => {
    const act = ours.get(id);
    const owed = act && !takesBack(act) ? owedIn(act, told, lateThen) : undefined;
    if (!owed) return [];
    const wrong = amounts.filter((amount) => !owed.includes(amount));
    return wrong.length === 0
      ? []
      : [`${channel} ${id} names ${wrong.join(', ')}, its loans owed ${owed.join(', ')} (minor units)`];
  });
  return finding('amounts-off-position', violations);
};

/** What may be named: each loan's arrears, and their sum in each currency. Undefined: the events of a loan are gone, or nobody can lay them out. */
const owedIn = (
  { covers, begunAt }: AuditedAct,
  told: Map<string, ToldOfLoan[]>,
  lateThen: ReturnType<typeof lateOfLoans>,
): number[] | undefined => {
  const sums = new Map<string, number>();
  const owed: number[] = [];
  for (const cover of covers) {
    const { loanId, order, currency, late } = cover;
    const events = told.get(loanId);
    if (!events) return undefined;
    const then = lateThen(cover, begunAt, (event) => event.order < order);
    // What is not covered is counted; then the act's own word is all there is.
    const amount =
      then === 'none'
        ? reckon(takenBefore(events, cover)).arrears
        : then === 'not-covered'
          ? (late?.owed ?? reckon(takenBefore(events, cover)).arrears)
          : then.reckoned.owed;
    if (amount === undefined) return undefined;
    owed.push(amount);
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...new Set([...owed, ...sums.values()])];
};

const takenBefore = (events: ToldOfLoan[], { order, readPosition }: Cover): ToldOfLoan['news'] =>
  asRead(
    events.flatMap((event) => (event.order < order ? event.news : [])),
    readPosition,
  );
