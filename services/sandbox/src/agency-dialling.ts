import { createHash } from 'node:crypto';
import type { Agenda } from './agenda.js';
import { chance } from './chance.js';
import { converse, type Outcome, type Parties } from './conversation.js';
import type { DeedsNoted } from './deeds.js';
import { nextHalfHour, type Instant } from './local-time.js';
import type { Loan } from './loan.js';
import type { OutcomesOut } from './outcomes-out.js';
import type { Pace } from './pace.js';
import type { Handed } from './partner.js';
import type { PermitClient } from './permit-client.js';
import type { ReceiveLog } from './receive-log.js';

/** Something that takes longer than an instant of the agenda: the lender is asked and answers. */
export type Errand = () => Promise<void>;

/** On which days of a placement an agency dials: at noon, when it may. */
const dialDays = [2, 9, 20];
const withoutPermitShare = 0.02;
const toldLateShare = 0.1;
const toldLateDays = 1;
const permitMinutes = 30;
const dialsAskedFor = 2;
const mostPutOffs = 2;

const reachedNobody = new Set<Outcome['code']>(['no-answer', 'busy', 'powered-off', 'voicemail']);

type Needs = {
  seed: string;
  agenda: Agenda;
  pace: Pace;
  parties: Parties;
  received: ReceiveLog;
  outcomes: OutcomesOut;
  deeds: DeedsNoted;
  now(): Instant;
  loan(loanId: string): Loan | undefined;
  /** By agency; undefined: it has no key, and does not dial. */
  permits(agency: string): PermitClient | undefined;
  errand(errand: Errand): void;
  /** Whoever paid while somebody dialled has paid before it is told what came of it. */
  flush(): Promise<unknown>;
};

type Placed = { agency: string; handed: Handed; isOpen(): boolean };
type Occasion = Placed & { nth: number; permits: PermitClient; putOffs: number };

/** How an agency works a placement by telephone: it asks for a permit, dials, and tells what came of it; mostly. */
export function agencyDialling(needs: Needs) {
  const { seed, agenda, pace, parties, received, outcomes, deeds, now } = needs;

  function at(instant: Instant, occasion: Occasion): void {
    const play = (): void => {
      if (occasion.isOpen()) needs.errand(() => dial(occasion));
    };
    agenda.add({ at: instant, rank: 'partner', subject: `${occasion.handed.id}/dial`, play });
  }

  const asksNobody = ({ handed, nth }: Occasion): boolean =>
    needs.loan(handed.loan)?.script.agencyDialsUnasked === nth + 1 ||
    chance(seed, handed.id, `unasked/${nth}`) < withoutPermitShare;

  async function dial(occasion: Occasion): Promise<void> {
    const { handed, nth } = occasion;
    const mobiles = parties.directory.person(handed.person)?.points.filter(({ kind }) => kind === 'mobile') ?? [];
    const point = mobiles[nth % Math.max(1, mobiles.length)];
    if (!point || !occasion.isOpen()) return;
    const where = { person: handed.person, point: point.pointId };
    if (asksNobody(occasion)) return dialUnasked(occasion, where, point.value);
    await dialByPermit(occasion, where, point.value);
  }

  async function speak(id: string, to: string): Promise<Outcome & { at: Instant }> {
    const when = now();
    received.note({ id, channel: 'call', to, at: when });
    deeds.note(id, 'agency-contact');
    const outcome = converse(parties, to, 'agency', when);
    await needs.flush();
    return { ...outcome, at: when };
  }

  async function dialByPermit(occasion: Occasion, where: { person: string; point: string }, to: string): Promise<void> {
    const { handed, permits, nth, putOffs } = occasion;
    const id = permitIdOf(handed.id, `${nth}.${putOffs}`);
    const asked = { id, ...where, loans: [handed.loan], placement: handed.id, channel: 'call' as const };
    const permit = await permits.ask({ ...asked, minutes: permitMinutes, dials: dialsAskedFor });
    if ('refused' in permit) {
      deeds.note(id, 'permit-refused');
      if (permit.until !== undefined && putOffs < mostPutOffs)
        at(nextHalfHour(permit.until), { ...occasion, putOffs: putOffs + 1 });
      return;
    }
    for (const [index, n] of permit.dials.entries()) {
      const go = await permits.redeem(id, n);
      if ('refused' in go) return;
      const told = await speak(go.attempt, to);
      if (chance(seed, handed.id, `late/${nth}/${n}`) < toldLateShare)
        return tellLate(occasion, where, { id, n }, told);
      const answer = await permits.tell(id, n, told);
      // The lender takes no such promise: the talk was had, and nothing came of it.
      if (answer?.refused === 'promise-refused') await permits.tell(id, n, { at: told.at, code: 'hung-up-after' });
      if (reachedNobody.has(told.code)) continue;
      if (index + 1 < permit.dials.length) await permits.giveBack(id);
      return;
    }
  }

  type Told = Outcome & { at: Instant };
  type Where = { person: string; point: string };

  function tellLate(
    { agency, handed }: Occasion,
    where: Where,
    { id, n }: { id: string; n: number },
    told: Told,
  ): void {
    const due = pace.bookedAfter(told.at, toldLateDays);
    deeds.note(`${id}/${n}`, 'agency-told-late');
    const data = { placement: handed.id, ...where, channel: 'call', ...told, permit: { id, dial: n } };
    const play = (): void =>
      outcomes.publish(agency, 'agency-contact-reported', handed.id, `${id}/${n}/late`, due, data);
    agenda.add({ at: due, rank: 'partner', subject: `${handed.id}/late`, play });
  }

  /** What the agency dialled without leave it tells all the same, at once; its telephone has logged it under the name of that report. */
  async function dialUnasked({ agency, handed, nth }: Occasion, where: Where, to: string): Promise<void> {
    const id = `${handed.id}/unasked/${nth}`;
    const told = await speak(outcomes.nameOf(agency, id), to);
    deeds.note(id, 'contact-without-permit');
    const data = { placement: handed.id, ...where, channel: 'call', ...told };
    outcomes.publish(agency, 'agency-contact-reported', handed.id, id, told.at, data);
  }

  return {
    /** Puts the dials of a placement on the agenda. */
    works(placed: Placed, since: Instant): void {
      const permits = needs.permits(placed.agency);
      if (!permits) return;
      for (const [nth, days] of dialDays.entries())
        at(pace.bookedAfter(since, days), { ...placed, nth, permits, putOffs: 0 });
    },
  };
}

/** A placement's id is longer than a permit's may be. */
const permitIdOf = (placement: string, nth: string): string =>
  `${createHash('sha256').update(placement).digest('hex').slice(0, 24)}.${nth}`;
