/** The words of one message, approved and versioned; Liquid, with the data of `render-message`. */
export type MessageTemplate = { template: string; version: number; text: { zh: string; en: string } };

/** Who writes: named in every message, with the way to pay. */
export type Sender = { name: { zh: string; en: string }; howToPay: { zh: string; en: string } };

export type Templates = { byName: ReadonlyMap<string, MessageTemplate>; sender: Sender };
