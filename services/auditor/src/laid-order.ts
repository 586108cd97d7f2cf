/** Orders of components, the last one that so many days past due have reached holds; the first is from 0. */
export type LaidOrder = readonly { fromDpd: number; components: readonly string[] }[];
