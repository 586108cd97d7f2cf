import type { Day } from '../calendar/day.js';

/** What lets a limitation period begin anew, as it happened; what the law calls it is `eventsOf`. */
export const interruptionGrounds = [
  'demand',
  'auto-debit',
  'part-payment',
  'promise',
  'agreement',
  'acknowledgement',
  'suit',
  'arbitration',
  'payment-order',
  'pre-suit-preservation',
] as const;
export type InterruptionGround = (typeof interruptionGrounds)[number];

/** What proves it (法释 诉讼时效 2020-12-29 art. 8; UK Limitation Act 1980 s.30: `signed`). */
export const interruptionProofs = [
  'signed-notice',
  'arrival-proved',
  'should-have-reached',
  'auto-debit',
  'public-notice',
  'signed',
  'court-receipt',
] as const;
export type InterruptionProof = (typeof interruptionProofs)[number];

/** Where the proof lies: a payment of the position, an act, promise or arrangement of the journal, or a document somebody keeps. */
export type ProvedBy = { what: 'payment' | 'act' | 'promise' | 'arrangement' | 'document'; id: string };

export type Interruption = {
  ground: InterruptionGround;
  on: Day;
  proof: InterruptionProof[];
  by: ProvedBy;
};

/** What stands in the way of claiming, from `on` up to and without `until` (absent: still). */
export type Suspension = { event: string; on: Day; until?: Day; by: ProvedBy };

/** What the legal clocks of the packs call it. That a sum was debited says nothing of what the debtor meant; that one was paid does. */
export const eventsOf = (ground: InterruptionGround): readonly string[] => {
  switch (ground) {
    case 'demand':
    case 'auto-debit':
      return ['demand'];
    case 'part-payment':
      return ['debtor-agrees', 'part-payment'];
    case 'promise':
      return ['debtor-agrees'];
    case 'agreement':
    case 'acknowledgement':
      return ['debtor-agrees', 'acknowledgement'];
    case 'suit':
    case 'arbitration':
      return ['suit-or-arbitration'];
    case 'payment-order':
      return ['payment-order-applied-for'];
    case 'pre-suit-preservation':
      return ['pre-suit-preservation'];
    default:
      return ground satisfies never;
  }
};
