import type { Saying } from '@recourse/domain/contact/content/sayings';

/**
 * The words of one message, approved and versioned; Liquid, with the data of `render-message`. `preview`: what a locked screen or a mailbox's list shows.
 * `notices`: which notices these words are. `firstContact`: it may be the first a person gets from us; where it may not, `asFirst` is the template that takes its place then.
 */
export type MessageTemplate = {
  template: string;
  version: number;
  says: readonly Saying[];
  notices?: readonly string[] | undefined;
  firstContact: boolean;
  asFirst?: string | undefined;
  text: { zh: string; en: string };
  preview?: { zh: string; en: string } | undefined;
};

/** Who writes: named in every message, with the way to pay. */
export type Sender = { name: { zh: string; en: string }; howToPay: { zh: string; en: string } };

/** Creditors by the id servicing tells them by; `lender`: whose claim it is where servicing told of no change. */
export type Creditors = { lender: string; names: ReadonlyMap<string, { zh: string; en: string }> };

export type Templates = { byName: ReadonlyMap<string, MessageTemplate>; sender: Sender; creditors: Creditors };
