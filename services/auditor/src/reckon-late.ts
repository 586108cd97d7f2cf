import { layOut, overdueOf, silentOrder } from './lay-out.js';
import type { LateTerms, News } from './news.js';

/** Days free of charges: from one up to and without another. */
export type FreeDays = { from: string; to?: string };
export type LateReckoned = { late: number; owed: number };

type Penalty = {
  base: 'principal' | 'principal-and-interest';
  rate: Rate;
  tiers?: { fromDayLate: number; rate: Rate }[];
  grace?: { days: number; chargedFrom: 'due-date' | 'grace-end' };
  compound?: unknown;
};
type Rate = { yearlyPpm: number } | { contractPermille: number };
type Charge = {
  contractRatePpm?: number;
  dayCount: string;
  rounding: { mode: string; point: string };
  penalty?: Penalty;
  damages?: unknown;
  judgment?: unknown;
  caps?: { covers: string[]; max: string; per?: string; amount?: number; yearlyPpm?: number }[];
};

const billions = 1_000_000_000n;
const whole = (numerator: bigint, denominator: bigint, mode: string): bigint => {
  const down = numerator / denominator;
  if (mode === 'down') return down;
  const twice = (numerator % denominator) * 2n;
  const up =
    mode === 'half-up' ? twice >= denominator : twice > denominator || (twice === denominator && down % 2n === 1n);
  return up ? down + 1n : down;
};
const dayNumber = (day: string): number => Math.round(Date.parse(day) / 86_400_000);
const daysApart = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The highest version told. */
export const lateTermsIn = (news: readonly News[]): LateTerms | undefined =>
  news
    .filter((each) => each.news === 'late-terms')
    .toSorted((a, b) => a.version - b.version)
    .at(-1);

/**
 * What lateness has cost up to and without a day, day by day, less what was billed of it; and what is owed with it. Reckoned here anew, from
 * terms and events. Undefined: what this reckoning does not cover (30/360, compound interest, damages, judgment interest, lines rounded one by one,
 * caps for an instalment, orders by days past due, chargebacks, money taken back where an instalment was met): counted, never taken as right.
 */
export function reckonLate(news: readonly News[], free: readonly FreeDays[], asOf: string): LateReckoned | undefined {
  const terms = lateTermsIn(news);
  if (!terms) return undefined;
  const { penalty, dayCount, rounding, damages, judgment, contractRatePpm = 0, caps = [] } = terms.lateCharge as Charge;
  const { allocation = silentOrder, startOn, costs } = terms;
  const year = { 'act/365f': 365n, 'act/360': 360n }[dayCount];
  const capped = caps.every(({ max, per }) => max === 'yearly' || (max === 'amount' && per === 'loan'));
  if (!penalty || penalty.compound || damages || judgment || year === undefined || !capped) return undefined;
  if (!Array.isArray(allocation) || rounding.point === 'line' || news.some(({ news: kind }) => kind === 'out'))
    return undefined;
  const order = allocation as string[];
  const known = layOut(news, '~', order);
  if (!known) return undefined;

  const ppbOf = (rate: Rate): bigint =>
    BigInt('yearlyPpm' in rate ? rate.yearlyPpm * 1_000 : contractRatePpm * rate.contractPermille);
  const based = penalty.base === 'principal' ? ['principal'] : ['principal', 'interest'];
  const keys = new Set<string>();
  const changes = daysOfChange(news);
  const openOn = new Map<string, bigint>();
  for (const day of changes.filter((each) => each < asOf)) {
    const laid = layOut(news, day, order);
    if (!laid) return undefined;
    for (const { dueOn, number, component, open } of laid.debts) {
      if (!based.includes(component)) continue;
      const key = `${dueOn} ${number} ${day}`;
      keys.add(`${dueOn} ${number}`);
      openOn.set(key, (openOn.get(key) ?? 0n) + BigInt(open));
    }
  }
  const steps = changes.map((day) => ({ day, nth: dayNumber(day) }));
  const baseAt = (key: string, nth: number): bigint => {
    const since = steps.findLast((each) => each.nth <= nth);
    return since === undefined ? 0n : (openOn.get(`${key} ${since.day}`) ?? 0n);
  };
  const { grace = { days: 0, chargedFrom: 'due-date' }, tiers = [] } = penalty;
  const stopped = free.map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === undefined ? Infinity : dayNumber(to),
  }));
  const end = dayNumber(asOf);
  const sums = [...keys].map((key) => {
    const first = dayNumber(key.slice(0, 10));
    const graceEnd = first + grace.days;
    const graceFree = grace.chargedFrom === 'grace-end' || end <= graceEnd || baseAt(key, graceEnd) === 0n;
    let exact = 0n;
    for (let day = first; day < end; day += 1) {
      if (day < graceEnd && graceFree) continue;
      if (stopped.some(({ from, to }) => from <= day && day < to)) continue;
      const rate = tiers.findLast(({ fromDayLate }) => fromDayLate <= day - first + 1)?.rate ?? penalty.rate;
      exact += baseAt(key, day) * ppbOf(rate);
    }
    return exact;
  });
  const unit = billions * year;
  let charged =
    rounding.point === 'end'
      ? whole(
          sums.reduce((a, b) => a + b, 0n),
          unit,
          rounding.mode,
        )
      : sums.reduce((total, sum) => total + whole(sum, unit, rounding.mode), 0n);
  for (const cap of caps) {
    if (!cap.covers.includes('penalty')) continue;
    const most = cap.max === 'amount' ? BigInt(cap.amount ?? 0) : roomOf(costs, cap.covers, cap.yearlyPpm ?? 0, asOf);
    if (charged > most) charged = most;
  }
  const billed = news.reduce((sum, each) => {
    if (each.news === 'instalment') return sum + (each.parts?.['penalty'] ?? 0);
    return each.news === 'charge' && each.component === 'penalty' ? sum + each.amount : sum;
  }, 0);
  if (startOn > (changes[0] ?? '~')) return undefined;
  const late = Math.max(0, Number(charged) - billed);
  return { late, owed: Math.max(0, overdueOf(known) + late - known.credit) };
}

/** Every day on which what is open may change. */
const daysOfChange = (news: readonly News[]): string[] => {
  const days = news.flatMap((each) => {
    switch (each.news) {
      case 'instalment':
        return [each.dueOn];
      case 'charge':
        return [each.dueOn, each.raisedOn ?? each.dueOn];
      case 'payment':
        return [each.valueDate];
      case 'reversal':
        return [each.reversedOn];
      case 'waiver':
        return [each.waivedOn];
      case 'withdrawal':
        return [each.withdrawnOn];
      case 'schedule':
      case 'acceleration':
        return [each.on];
      case 'undoing':
        return [each.undoneOn];
      case 'out':
      case 'late-terms':
      case 'person':
      case 'contact':
        return [];
      default:
        return each satisfies never;
    }
  });
  return [...new Set(days)].toSorted();
};

/** What a yearly rate allows on the principal outstanding so far, cut off, less the costs charged by then. */
const roomOf = (
  { principal, charged = [] }: LateTerms['costs'],
  covers: string[],
  ppm: number,
  asOf: string,
): bigint => {
  const steps = principal.toSorted((a, b) => (a.from < b.from ? -1 : 1)).filter(({ from }) => from < asOf);
  const minorDays = steps.reduce((sum, { from, amount }, nth) => {
    const to = steps[nth + 1]?.from ?? asOf;
    return sum + BigInt(amount) * BigInt(daysApart(from, to));
  }, 0n);
  const allowed = (minorDays * BigInt(ppm) * 1_000n) / (billions * 365n);
  const had = charged
    .filter(({ on, of }) => on <= asOf && covers.includes(of))
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return allowed > had ? allowed - had : 0n;
};
