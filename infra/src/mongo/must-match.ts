/** A guarded write inside a transaction finds what the same snapshot read; if not, the guard is wrong or something writes past the guards. */
export function mustMatch({ matchedCount }: { matchedCount: number }, id: string): void {
  if (matchedCount !== 1) throw new Error(`${id} is not as this transaction read it`);
}
