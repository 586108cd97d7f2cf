import type { Instant } from './local-time.js';

/** One thing that a provider, agency or law firm was told, or that a telephone or door received. */
export type Received = {
  id: string;
  channel: string;
  to: string;
  at: Instant;
  amounts?: number[];
  creditors?: string[];
};

/** What reached the outside world, noted by the outside world: the auditor's evidence against our own records. Never told anything by them. */
export type ReceiveLog = {
  note(received: Received): void;
  /** By instant, then id: arrival within one instant is a matter of luck. */
  all(): Received[];
};

export function openReceiveLog(): ReceiveLog {
  const noted: Received[] = [];
  return {
    note: (received) => void noted.push(received),
    all: () => noted.toSorted((a, b) => order(a.at, b.at) || order(a.id, b.id)),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The amounts of money a text names, each once, in minor units: figures with two decimals. */
export function amountsIn(text: string): number[] {
  const figures = [...text.matchAll(/\d[\d,]*\.\d{2}(?!\d)/g)].map(([figure]) => figure.replaceAll(',', ''));
  return [...new Set(figures.map((figure) => Math.round(Number(figure) * 100)))];
}

/** Whom a text names as creditor, each once: what stands in quotation marks behind that word. */
export function creditorsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?:债权人|\bcreditor )“([^”]+)”/gi)].flatMap(([, name]) => name ?? []))];
}
