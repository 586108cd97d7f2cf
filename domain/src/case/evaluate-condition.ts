import { addDays, daysBetween } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import { dayOfLadderAge, ladderAgeOn, stopsNow } from '../holds/held-days.js';
import type { HoldStop } from '../holds/hold.js';
import type { Condition } from '../strategy/condition.js';
import { borrowerUnreachable } from './borrower-unreachable.js';
import type { CollectionCase } from './collection-case.js';
import { holdsOfCase } from './holds-of-case.js';
import { isTimeBarred } from './limitation-of-case.js';
import type { Seen } from './seen.js';
import type { Criterion } from './stage.js';
import { borrowerOf } from './terms.js';

/** A condition as found, and the instant from which time alone makes it hold (absent: time alone never does). */
export type Evaluated = Criterion & { trueFrom?: Instant };

const measured = (
  fact: string,
  value: number,
  { atLeast, below }: { atLeast?: number; below?: number },
  from?: () => Instant,
): Evaluated => {
  const held = (atLeast === undefined || value >= atLeast) && (below === undefined || value < below);
  const threshold = atLeast !== undefined ? atLeast : (below ?? 0);
  // Reckoned only where it is asked for: most conditions hold, or time does not make them.
  const trueFrom = !held && atLeast !== undefined && value < atLeast ? from?.() : undefined;
  return {
    fact: below !== undefined && atLeast === undefined ? `${fact} below` : fact,
    threshold,
    value,
    held,
    ...(trueFrom !== undefined && { trueFrom }),
  };
};

const onDay = (fact: string, on: string | undefined, days: number, today: string, kase: CollectionCase): Evaluated => {
  const value = on === undefined ? 'never' : daysBetween(on, today);
  const held = on !== undefined && daysBetween(on, today) >= days;
  return {
    fact,
    threshold: days,
    value,
    held,
    ...(on !== undefined && !held && { trueFrom: startOfDay(addDays(on, days), kase.zone) }),
  };
};

/** The proof of a notice that covers what is unpaid now: a notice speaks of instalments, and later ones need their own; and it speaks to one person. */
export const noticeGivenOn = (kase: CollectionCase, kind: string): string | undefined => {
  const oldest = kase.noted.unpaidInstalments[0];
  return kase.notices.find(
    (notice) =>
      notice.kind === kind &&
      (notice.personId === undefined || notice.personId === borrowerOf(kase.terms)) &&
      (oldest === undefined || notice.instalments.includes(oldest)),
  )?.provedOn;
};

/** Evaluates one condition of a strategy over the case as it stands at `at`; value and threshold are stated for the record. */
export const evaluateCondition = (condition: Condition, kase: CollectionCase, seen: Seen, at: Instant): Evaluated => {
  const today = localDay(at, kase.zone);
  switch (condition.fact) {
    case 'ladder-age': {
      const { anchorOn, zone } = kase;
      const holds = holdsOfCase(kase);
      const age = condition.atLeast ?? 0;
      return measured('ladder-age', ladderAgeOn(anchorOn, today, holds, zone), condition, () =>
        startOfDay(dayOfLadderAge(anchorOn, age, holds, zone, at), zone),
      );
    }
    case 'dpd':
      return measured('dpd', daysBetween(kase.anchorOn, today), condition, () =>
        startOfDay(addDays(kase.anchorOn, condition.atLeast ?? 0), kase.zone),
      );
    case 'arrears':
      return measured('arrears', kase.noted.arrears, condition);
    case 'failed-call-days':
      return measured('failed-call-days', kase.failedCallDays.length, condition);
    case 'episode':
      return measured('episode', kase.episode, condition);
    case 'round':
      return measured('round', kase.round, condition);
    case 'refused': {
      const refused = kase.refusedOn !== undefined;
      return {
        fact: 'refused',
        threshold: String(condition.is),
        value: String(refused),
        held: refused === condition.is,
      };
    }
    case 'time-barred': {
      const barred = isTimeBarred({ kase });
      const threshold = String(condition.is);
      return { fact: 'time-barred', threshold, value: String(barred), held: barred === condition.is };
    }
    case 'failed-calls-or-refusal': {
      const value = kase.refusedOn === undefined ? kase.failedCallDays.length : `refused on ${kase.refusedOn}`;
      const held = kase.refusedOn !== undefined || kase.failedCallDays.length >= condition.atLeast;
      return { fact: 'failed-calls-or-refusal', threshold: condition.atLeast, value, held };
    }
    case 'address-verified-within': {
      const borrower = seen.people.find(({ role }) => role === 'borrower');
      const verified = borrower?.points
        .filter(({ kind, valid }) => kind === 'address' && valid)
        .flatMap(({ verifiedOn }) => verifiedOn ?? []);
      const days = (verified ?? []).map((on) => daysBetween(on, today));
      const value = days.length === 0 ? 'never' : Math.min(...days);
      return {
        fact: 'address-verified-within',
        threshold: condition.days,
        value,
        held: typeof value === 'number' && value <= condition.days,
      };
    }
    case 'no-hold': {
      const holds = stopsNow(holdsOfCase(kase), condition.stops as HoldStop, at);
      return { fact: `no-hold ${condition.stops}`, threshold: 0, value: holds.length, held: holds.length === 0 };
    }
    case 'notice-given':
      return onDay(
        `notice-given ${condition.notice}`,
        noticeGivenOn(kase, condition.notice),
        condition.daysSince,
        today,
        kase,
      );
    case 'product':
      return {
        fact: 'product',
        threshold: condition.oneOf.join(' or '),
        value: kase.terms.product,
        held: condition.oneOf.includes(kase.terms.product),
      };
    case 'debtor-unreachable': {
      const proof = borrowerUnreachable(seen);
      const held = proof !== undefined;
      return { fact: 'debtor-unreachable', threshold: 'proved', value: proof?.because ?? 'not proved', held };
    }
    default:
      return condition satisfies never;
  }
};

/** All of the conditions; `trueFrom` when time alone will make them all hold. */
export const evaluateAll = (
  conditions: Condition[],
  kase: CollectionCase,
  seen: Seen,
  at: Instant,
): { held: boolean; criteria: Criterion[]; trueFrom?: Instant } => {
  const criteria: Criterion[] = [];
  let allHeld = true;
  let byTime = true;
  let latest: Instant | undefined;
  for (const condition of conditions) {
    const { fact, threshold, value, held, trueFrom } = evaluateCondition(condition, kase, seen, at);
    criteria.push({ fact, threshold, value, held });
    if (held) continue;
    allHeld = false;
    if (trueFrom === undefined) byTime = false;
    else if (latest === undefined || trueFrom > latest) latest = trueFrom;
  }
  return { held: allHeld, criteria, ...(!allHeld && byTime && latest !== undefined && { trueFrom: latest }) };
};
