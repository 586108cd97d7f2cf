import { agreedRows, type AgreedRow } from '../agreed-order.js';
import { whereSilent, type LaidOrder } from '../laid-order.js';

/** What a rule on money says of the order of components, and whether it gives way to a contract. */
export type OrderRule = {
  product?: string[] | undefined;
  override: string[];
  /** A list in it: whatever the order among these. */
  allocationOrder?: (string | string[])[] | undefined;
  dpd?: { from: number; to?: number | undefined } | undefined;
};

type Named = NonNullable<OrderRule['allocationOrder']>;

/** 民法典 art. 561 and 信用卡业务监督管理办法 art. 57 speak of costs, interest and principal: what comes of lateness stands with interest, fees with costs. */
const withIt: Record<string, string[]> = {
  costs: ['costs', 'fees'],
  interest: ['interest', 'compound', 'penalty', 'damages'],
  principal: ['principal'],
};

const everyComponent = (order: Named): string[] => {
  const named = order.flat();
  const all = [...named, ...Object.keys(withIt)].flatMap((each) =>
    (withIt[each] ?? [each]).filter((one) => one === each || !named.includes(one)),
  );
  return [...new Set(all)];
};

/** Where a component stands by a rule: by its own name, else by its class. */
const placeIn = (order: Named, component: string): number => {
  const own = order.findIndex((place) => [place].flat().includes(component));
  return own >= 0 ? own : order.findIndex((place) => [place].flat().some((each) => withIt[each]?.includes(component)));
};

/** Whatever the order inside a class: of that the law does not speak. */
const keeps = (order: readonly string[], { allocationOrder: named = [] }: OrderRule): boolean => {
  const places = order.map((each) => placeIn(named, each)).filter((place) => place >= 0);
  return places.every((place, nth) => nth === 0 || (places[nth - 1] ?? 0) <= place);
};

const fromOf = ({ dpd }: OrderRule): number => dpd?.from ?? 0;
const toOf = ({ dpd }: OrderRule): number => dpd?.to ?? Infinity;
const rowOf = (rule: OrderRule): LaidOrder[number] => ({
  fromDpd: fromOf(rule),
  components: everyComponent(rule.allocationOrder ?? []),
});

/** Whether a contract keeps a rule on every day past due on which both hold. */
const isKept = (agreed: readonly AgreedRow[], rule: OrderRule): boolean =>
  agreed.every(({ fromDpd, orders }, nth) => {
    const before = agreed[nth + 1]?.fromDpd ?? Infinity;
    return fromDpd > toOf(rule) || before <= fromOf(rule) || orders.every((order) => keeps(order, rule));
  });

const asAgreed = (agreed: readonly AgreedRow[]): LaidOrder | undefined => {
  const rows = agreed.flatMap(({ fromDpd, orders: [components], walked }) =>
    walked && components ? [{ fromDpd, components }] : [],
  );
  return rows.length === agreed.length ? rows : undefined;
};

/**
 * By which order the money of a contract is laid out: as agreed, where that keeps every rule that does not give way; else by law. Undefined: an order
 * that does not go by instalment, oldest first, which nobody here walks.
 */
export const orderByLaw = (rules: readonly OrderRule[], allocation: unknown): LaidOrder | undefined => {
  const ordering = rules.filter(({ allocationOrder }) => allocationOrder !== undefined);
  const ofProduct = ordering.filter(({ product }) => product !== undefined);
  const bearing = (ofProduct.length > 0 ? ofProduct : ordering).toSorted((a, b) => fromOf(a) - fromOf(b));
  const strict = bearing.filter(({ override }) => !override.includes('consent'));
  const agreed = allocation === undefined ? undefined : agreedRows(allocation);
  if (agreed && strict.every((rule) => isKept(agreed, rule))) return asAgreed(agreed);
  const rows = (strict.length > 0 ? strict : bearing).map(rowOf);
  return rows[0]?.fromDpd === 0 ? rows : [...whereSilent, ...rows];
};
