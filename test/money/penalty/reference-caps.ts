import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import { floor, fraction, times, type Fraction } from './fraction.js';
import type { ReferenceLine } from './reference-accruals.js';
import { eachDay } from './reference-days.js';

type Cap = LateChargeInput['terms']['caps'][number];

const isCovered = (cap: Cap, charge: string): boolean =>
  charge !== 'judgment' && (cap.covers as readonly string[]).includes(charge);

/** What may be charged in all by a yearly rate on the principal outstanding, day by day, less what was charged elsewhere. */
const roomFor = (cap: Cap, rate: Fraction, { costs }: LateChargeInput, asOf: string): bigint => {
  const principal = costs?.principal ?? [];
  let outstandingDays = 0n;
  for (const day of eachDay(principal[0]?.from ?? asOf, asOf))
    outstandingDays += BigInt(principal.findLast(({ from }) => from <= day)?.amount ?? 0);
  const allowed = times(fraction(outstandingDays), rate, fraction(1, 365));
  let room = floor(allowed);
  for (const { on, of, amount } of costs?.charged ?? [])
    if (on <= asOf && (cap.covers as readonly string[]).includes(of)) room -= BigInt(amount);
  return room < 0n ? 0n : room;
};

/** What is left of each charge of each instalment (0: of the loan) under all caps; only the sum is told, for a cap says not which line it cut. */
export const referenceTotal = (input: LateChargeInput, lines: readonly ReferenceLine[], asOf: string): bigint => {
  const { caps } = input.terms;
  const late = input.position.instalments.filter(({ number }) =>
    lines.some(({ instalment, amount }) => instalment === number && amount > 0n),
  );
  const left = new Map<string, bigint>();
  for (const { charge, instalment = 0, amount } of lines)
    left.set(`${charge}/${instalment}`, (left.get(`${charge}/${instalment}`) ?? 0n) + amount);
  const sumOf = (keys: readonly string[]): bigint => keys.reduce((total, key) => total + (left.get(key) ?? 0n), 0n);
  const cutTo = (keys: readonly string[], limit: bigint): void => {
    for (const charge of ['damages', 'compound', 'penalty'])
      for (const key of keys.filter((each) => each.startsWith(`${charge}/`))) {
        const over = sumOf(keys) - limit;
        const here = left.get(key) ?? 0n;
        if (over > 0n) left.set(key, here - (over < here ? over : here));
      }
  };
  const share = (cap: Extract<Cap, { max: 'share' }>, of: typeof late): bigint => {
    const billed = of.reduce(
      (total, { due }) =>
        total + BigInt(due.principal ?? 0) + (cap.of === 'principal' ? 0n : BigInt(due.interest ?? 0)),
      0n,
    );
    return floor(fraction(billed * BigInt(cap.permille), 1_000));
  };
  for (const cap of caps)
    if ((cap.max === 'amount' || cap.max === 'share') && cap.per === 'instalment')
      for (const each of late) {
        const keys = [...left.keys()].filter(
          (key) => key.endsWith(`/${each.number}`) && isCovered(cap, key.split('/')[0] ?? ''),
        );
        cutTo(keys, cap.max === 'amount' ? BigInt(cap.amount) : share(cap, [each]));
      }
  for (const cap of caps) {
    const keys = [...left.keys()].filter((key) => isCovered(cap, key.split('/')[0] ?? ''));
    if (cap.max === 'amount' && cap.per === 'loan') cutTo(keys, BigInt(cap.amount));
    if (cap.max === 'share' && cap.per === 'loan') cutTo(keys, share(cap, late));
    if (cap.max === 'yearly') cutTo(keys, roomFor(cap, fraction(cap.yearlyPpm, 1_000_000), input, asOf));
    if (cap.max === 'lpr')
      cutTo(keys, roomFor(cap, times(fraction(cap.lprPpm, 1_000_000), fraction(cap.permille, 1_000)), input, asOf));
  }
  return sumOf([...left.keys()]);
};
