/** Parts `items` into groups connected by a shared link; groups and members keep the order of first appearance. */
export function linkedGroups<T extends { links: readonly string[] }>(items: readonly T[]): T[][] {
  const parent = items.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  const firstWith = new Map<string, number>();
  items.forEach(({ links }, index) => {
    for (const link of links) {
      const first = firstWith.get(link);
      if (first === undefined) firstWith.set(link, index);
      else parent[Math.max(root(first), root(index))] = Math.min(root(first), root(index));
    }
  });
  const groups = new Map<number, T[]>();
  items.forEach((item, index) => {
    const group = groups.get(root(index));
    if (group) group.push(item);
    else groups.set(root(index), [item]);
  });
  return [...groups.values()];
}
