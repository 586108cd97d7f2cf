/** Orders of components, the last one that so many days past due have reached holds; the first is from 0. */
export type LaidOrder = readonly { fromDpd: number; components: readonly string[] }[];

/** Costs of enforcing, then interest and what stands with it, then principal: where a contract is silent (民法典 art. 561). */
const silentOrder = ['costs', 'fees', 'interest', 'compound', 'penalty', 'damages', 'principal'] as const;

export const whereSilent: LaidOrder = [{ fromDpd: 0, components: silentOrder }];

export const isSilent = ([first, ...more]: LaidOrder): boolean =>
  more.length === 0 && first?.components.join() === silentOrder.join();
