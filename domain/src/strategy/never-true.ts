import type { StrategyFault } from './strategy-fault.js';
import type { Condition } from './condition.js';

type Range = { from: number; to: number };

/** All counted facts are at least zero. */
const rangeOf = (condition: Condition): Range | undefined => {
  switch (condition.fact) {
    case 'ladder-age':
    case 'dpd':
    case 'arrears':
    case 'failed-call-days':
    case 'episode':
    case 'round':
      return { from: Math.max(0, condition.atLeast ?? 0), to: condition.below ?? Infinity };
    case 'refused':
    case 'time-barred':
      return condition.is ? { from: 1, to: Infinity } : { from: 0, to: 1 };
    case 'failed-calls-or-refusal':
    case 'address-verified-within':
    case 'no-hold':
    case 'notice-given':
    case 'product':
    case 'debtor-unreachable':
      return undefined;
  }
};

/** Conditions that nothing fulfils, by themselves or together with one before them: all of a list must hold. */
export const neverTrue = (conditions: readonly Condition[], path: string): StrategyFault[] => {
  const admitted = new Map<string, Range>();
  let products: readonly string[] | undefined;
  return conditions.flatMap((condition, index): StrategyFault[] => {
    const never = (detail: string): StrategyFault[] => [{ path: `${path}[${index}]`, reason: 'never-true', detail }];
    if (condition.fact === 'product') {
      const before = products;
      products = before ? condition.oneOf.filter((each) => before.includes(each)) : condition.oneOf;
      return products.length > 0 ? [] : never('no product is in both lists');
    }
    const range = rangeOf(condition);
    if (!range) return [];
    const before = admitted.get(condition.fact) ?? { from: 0, to: Infinity };
    const both = { from: Math.max(before.from, range.from), to: Math.min(before.to, range.to) };
    admitted.set(condition.fact, both);
    if (both.from < both.to || before.from >= before.to) return [];
    return never(
      condition.fact === 'refused'
        ? 'nobody has refused and has not'
        : condition.fact === 'time-barred'
          ? 'no claim is over in law and is not'
          : `no ${condition.fact} is at least ${both.from} and below ${both.to}`,
    );
  });
};
