import type { Day } from '../calendar/day.js';

export const matterKinds = ['dispute', 'complaint'] as const;
/** What somebody raised and must be answered: that the debt is wrong (异议), or how somebody was treated (投诉). */
export type MatterKind = (typeof matterKinds)[number];

export const matterChannels = ['borrower', 'regulator', 'agency', 'court'] as const;
/** Through whom it came. */
export type MatterChannel = (typeof matterChannels)[number];

export const disputeGrounds = [
  'not-mine',
  'amount',
  'already-paid',
  'service-not-rendered',
  'terms',
  'not-said',
] as const;
export const complaintGrounds = [
  'too-often',
  'unlawful-hours',
  'third-party-told',
  'threat-or-insult',
  'not-helped',
  'amount',
  'not-said',
] as const;
/** What it is about (closed, by kind). `not-said`: said in a conversation that tells no more. */
export type MatterGround = (typeof disputeGrounds)[number] | (typeof complaintGrounds)[number];

export const groundsOf: Record<MatterKind, readonly [MatterGround, ...MatterGround[]]> = {
  dispute: disputeGrounds,
  complaint: complaintGrounds,
};

export const matterOutcomes = ['upheld', 'partly-upheld', 'rejected'] as const;
/** Who was right: they, in part, or not. */
export type MatterOutcome = (typeof matterOutcomes)[number];

export const releaseReasons = ['corrected', 'withdrawn', 'entered-in-error'] as const;
/** Why it is over without, or after, an answer: servicing has put the loan right; they took it back; it never was one. */
export type ReleaseReason = (typeof releaseReasons)[number];

export const extensionDeclines = ['ground-not-so', 'can-be-answered', 'not-told'] as const;
/** Why no leave is given for more days: the ground is not so; the answer can be given in time; the person was not told as the law asks. */
export type ExtensionDecline = (typeof extensionDeclines)[number];

/** More days for the answer. `ground`: one the rule of law names; `toldOn`: the day they were told of it. */
export type MatterExtension = { ground: string; on: Day; toldOn: Day; by: string; approvedBy?: string };

/**
 * A dispute or complaint of a case. `id`: the inbox item that raised it, and the hold it placed. `open`: to be answered; `correcting`: upheld, and the
 * loan is still to be put right. Days are those of the loan's zone.
 */
export type Matter = {
  id: string;
  kind: MatterKind;
  channel: MatterChannel;
  ground: MatterGround;
  raisedOn: Day;
  /** The last day on which an answer is in time. */
  dueOn: Day;
  /** The rule of law that sets the day; absent: none does, and practice did. */
  rule?: string;
  citation?: string;
  /** Of a complaint about an agency: the placement it had the loan by. */
  placementId?: string;
  /** The work of whoever must answer, or put right. */
  taskId: string;
  extensions?: MatterExtension[];
  /** Asked for last, and still to be given leave for. */
  asked?: MatterExtension;
  /** The day was missed, and is stated to have been: the work that came of it. */
  missedTaskId?: string;
  state: 'open' | 'correcting' | 'closed';
  outcome?: MatterOutcome;
  answeredOn?: Day;
};
