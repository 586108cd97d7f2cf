/** A template taken apart: what stands in it as it is, what it puts in, and what it does. */
export type LiquidParts = { literal: string; outputs: string[]; tags: string[] };

export const liquidParts = (text: string): LiquidParts => ({
  literal: text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, ' '),
  outputs: [...text.matchAll(/\{\{-?(.*?)-?\}\}/gs)].map(([, inner = '']) => inner.trim()),
  tags: [...text.matchAll(/\{%-?(.*?)-?%\}/gs)].map(([, inner = '']) => inner.trim()),
});

/** What a template may put in; amounts come from the position that `begin` read. */
export const amountOutputs: readonly string[] = ['total', 'l.amount'];
export const outputsAllowed: readonly string[] = [
  'sender',
  'howToPay',
  ...amountOutputs,
  'l.loan',
  'l.dueOn',
  'l.creditor',
];
export const tagsAllowed: readonly string[] = ['for l in loans', 'endfor'];
