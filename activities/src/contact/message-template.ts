/** The words of one message, approved and versioned; Liquid, with the data of `render-message`. `preview`: what a locked screen or a mailbox's list shows. */
export type MessageTemplate = {
  template: string;
  version: number;
  text: { zh: string; en: string };
  preview?: { zh: string; en: string } | undefined;
};

/** Who writes: named in every message, with the way to pay. */
export type Sender = { name: { zh: string; en: string }; howToPay: { zh: string; en: string } };

export type Templates = { byName: ReadonlyMap<string, MessageTemplate>; sender: Sender };
