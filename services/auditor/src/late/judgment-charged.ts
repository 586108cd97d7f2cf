import { dayNumber } from './day-number.js';
import type { Charged, LateCharge } from './late-charge.js';
import { openAt, type OpenDebts } from './open-debts.js';
import type { Rounded } from './rounding.js';

/** 法释〔2014〕8号 art. 1: the doubled part runs on the money a judgment gives less its ordinary interest. */
const judged = ['principal', 'damages', 'fees', 'costs'];

/**
 * Double interest after judgment (民事诉讼法 art. 264; art. 2 of the same interpretation): from the day the time for performance ends, by real days,
 * on what is open of all that was due by then. `year`: the days of the year in which the parts of the loan's other charges are told.
 */
export const judgmentCharged = (
  all: readonly OpenDebts[],
  { performBy, dailyPpm }: NonNullable<LateCharge['judgment']>,
  isFree: (nth: number) => boolean,
  end: number,
  year: bigint,
  round: Rounded,
): Charged[] => {
  const due = all.filter(({ dueOn }) => dueOn <= performBy);
  const charged: Charged[] = [];
  let line: { base: bigint; days: bigint } | undefined;
  const close = (): void => {
    if (line)
      charged.push({ kind: 'judgment', amount: round(line.base * BigInt(dailyPpm) * 1_000n * line.days * year) });
    line = undefined;
  };
  for (let day = dayNumber(performBy); day < end; day += 1) {
    const base = due.reduce((sum, debts) => sum + openAt(debts, day, judged), 0n);
    if (isFree(day) || base !== line?.base) close();
    if (isFree(day) || base === 0n) continue;
    line ??= { base, days: 0n };
    line.days += 1n;
  }
  close();
  return charged;
};
