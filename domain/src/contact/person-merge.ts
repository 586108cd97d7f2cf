/**
 * Two records of one human: what was known as `from` is `into`. `points`: what each point told under `from` is called now; a point that
 * is not there keeps its name.
 */
export type PersonMerge = { from: string; into: string; points: Readonly<Record<string, string>> };
