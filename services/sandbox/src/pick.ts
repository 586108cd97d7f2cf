/** The entry of a table of shares that a throw in [0, 1) falls upon; shares need not sum to one. Throws for an empty table. */
export function pick<T>(table: readonly (readonly [share: number, value: T])[], thrown: number): T {
  const total = table.reduce((sum, [share]) => sum + share, 0);
  let left = thrown * total;
  for (const [share, value] of table) {
    left -= share;
    if (left < 0) return value;
  }
  const last = table.at(-1);
  if (last === undefined) throw new Error('nothing to pick from');
  return last[1];
}
