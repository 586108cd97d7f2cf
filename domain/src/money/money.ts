/** A safe integer of minor units (fen, cents). The currency stands beside it. */
export type Minor = number;

/** Charges by component, minor units; an absent component is zero. */
export type Components = Partial<
  Record<'principal' | 'interest' | 'penalty' | 'compound' | 'damages' | 'fees' | 'costs', Minor>
>;
