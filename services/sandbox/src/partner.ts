import type { Agenda } from './agenda.js';
import type { Hazards } from './hazards.js';
import type { Instant } from './local-time.js';
import type { OutcomesOut } from './outcomes-out.js';
import type { Pace } from './pace.js';
import type { ReceiveLog } from './receive-log.js';

export type PartnerKind = 'agency' | 'law-firm';
export type Handed = {
  id: string;
  loan: string;
  person: string;
  amount: number;
  currency: string;
  creditor?: string | undefined;
  notAfter: Instant;
};
export type PartnerReply =
  | { reply: 'accepted' | 'known' }
  | { reply: 'hang-up' | 'unavailable' }
  | { reply: 'refused'; reason: 'past-not-after' | 'unknown-placement' };

/** What a partner does with a matter: reports some days later, unless it has been called back or given back meanwhile. */
export type Course = { afterDays: number; report: 'returned' | 'milestone'; reason: string; late?: true }[];

export type Partner = {
  hand(partner: string, handed: Handed, at: Instant, wallNow: Date): PartnerReply;
  callBack(partner: string, placement: string, request: { id: string; reason: string }, at: Instant): PartnerReply;
  knows(partner: string, id: string): boolean;
};

type Needs = {
  kind: PartnerKind;
  agenda: Agenda;
  pace: Pace;
  hazards: Hazards;
  received: ReceiveLog;
  outcomes: OutcomesOut;
  /** Told once of each matter taken; answers what the partner will do with it. */
  taken(handed: Handed, at: Instant): Course;
  /** Told once of each matter taken, by whom; `isOpen`: not called back or given back since. */
  works?(partner: string, handed: Handed, at: Instant, isOpen: () => boolean): void;
  returned?(handed: Handed): void;
  /** Told of each matter that is called back; answers whether the partner acknowledges. */
  calledBack(handed: Handed): boolean;
  toldLate?(handed: Handed): void;
};

/** An agency or a law firm: takes matters, tells of them, gives them back. */
export function partner({ kind, agenda, pace, hazards, received, outcomes, taken, ...told }: Needs): Partner {
  const requests = new Set<string>();
  const open = new Map<string, Handed>();

  function report(name: string, placement: string, nth: string, at: Instant, what: string, reason: string): void {
    outcomes.publish(name, 'partner-reported', placement, `${placement}/${nth}`, at, {
      placement,
      report: what,
      reason,
      at,
    });
  }

  return {
    hand(name, handed, at, wallNow) {
      const { id } = handed;
      if (requests.has(`${name}/${id}`)) return { reply: 'known' };
      if (hazards.take(kind, ['unavailable'])) return { reply: 'unavailable' };
      if (wallNow.getTime() > Date.parse(handed.notAfter)) return { reply: 'refused', reason: 'past-not-after' };
      requests.add(`${name}/${id}`);
      open.set(id, handed);
      const { amount, creditor } = handed;
      received.note({
        id,
        channel: kind,
        to: name,
        at,
        amounts: [amount],
        ...(creditor !== undefined && { creditors: [creditor] }),
      });
      told.works?.(name, handed, at, () => open.has(id));
      for (const [index, { afterDays, report: what, reason, late }] of taken(handed, at).entries()) {
        const due = pace.bookedAfter(at, afterDays);
        const play = () => {
          if (!open.has(id)) return;
          if (what === 'returned') {
            open.delete(id);
            told.returned?.(handed);
          }
          if (late) told.toldLate?.(handed);
          report(name, id, String(index + 1), due, what, reason);
        };
        agenda.add({ at: due, rank: 'partner', subject: id, play });
      }
      return { reply: hazards.take(kind, ['timeout-after-send']) ? 'hang-up' : 'accepted' };
    },
    callBack(name, placement, { id, reason }, at) {
      if (requests.has(`${name}/${id}`)) return { reply: 'known' };
      if (hazards.take(kind, ['unavailable'])) return { reply: 'unavailable' };
      if (!requests.has(`${name}/${placement}`)) return { reply: 'refused', reason: 'unknown-placement' };
      requests.add(`${name}/${id}`);
      const handed = open.get(placement);
      open.delete(placement);
      received.note({ id, channel: kind, to: name, at });
      const silent = handed !== undefined && !told.calledBack(handed);
      if (silent) return { reply: 'accepted' };
      const soon = pace.soon(at);
      agenda.add({
        at: soon,
        rank: 'partner',
        subject: placement,
        play: () => report(name, placement, 'recalled', soon, 'recall-acknowledged', reason),
      });
      return { reply: hazards.take(kind, ['timeout-after-send']) ? 'hang-up' : 'accepted' };
    },
    knows: (name, id) => requests.has(`${name}/${id}`),
  };
}
