import type { NamedSeat } from './seats.js';

/** Whose further loans cross no script: those who need no telling twice. */
const mayShare = ({ product, script: { path } }: NamedSeat): boolean =>
  !'UMB'.includes(product) && (path === 'self-cure' || path === 'after-message');

/**
 * Which seats are one person's, as groups of their indexes: as many groups as `heads`. First what belongs together (pairs; who dies with
 * three loans, one of them placed), then some with three loans, then with two.
 */
export function personsOfSeats(seats: readonly NamedSeat[], heads: number): number[][] {
  let shares = seats.length - heads;
  const threes = Math.floor(shares / 8);
  const taken = new Set<number>();
  const groups: number[][] = [];
  const group = (indexes: number[]): void => {
    groups.push(indexes);
    for (const index of indexes) taken.add(index);
    shares -= indexes.length - 1;
  };
  const free = (path: string): number[] =>
    seats.flatMap((seat, index) => (mayShare(seat) && seat.script.path === path && !taken.has(index) ? [index] : []));

  const pairs = new Map<string, number[]>();
  for (const [index, { pair }] of seats.entries())
    if (pair !== undefined) pairs.set(pair, [...(pairs.get(pair) ?? []), index]);
  for (const indexes of pairs.values()) if (indexes.length === 2 && shares > 0) group(indexes);

  const dies = seats.findIndex(({ script }) => script.personNews?.after === 'placement');
  const alive = free('self-cure').slice(0, 2);
  if (dies >= 0 && alive.length === 2 && shares >= 2) group([dies, ...alive]);

  const [once, told] = [free('self-cure'), free('after-message')];
  for (let made = groups.length > pairs.size ? 1 : 0; made < threes && once.length >= 2 && told.length > 0; made += 1)
    group([...once.splice(0, 2), ...told.splice(0, 1)]);
  while (shares > 0 && once.length > 0 && told.length + once.length > 1)
    group([...once.splice(0, 1), ...(told.length > 0 ? told.splice(0, 1) : once.splice(0, 1))]);

  for (const index of seats.keys()) if (!taken.has(index)) groups.push([index]);
  // Fewer heads than that asks for more from the last ones.
  while (groups.length > heads) groups[groups.length - 2]?.push(...(groups.pop() ?? []));
  return groups.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
