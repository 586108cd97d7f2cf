import { localDay } from '@recourse/domain/calendar/local-time';
import {
  creditDisputeDue,
  type CreditDispute,
  type CreditDisputeReason,
} from '@recourse/domain/credit-reporting/credit-dispute';
import { furnishedMonths } from '@recourse/domain/credit-reporting/furnished-months';
import type { Month } from '@recourse/domain/credit-reporting/month';
import { widenedHold } from '@recourse/domain/holds/widened-hold';
import type { CreditRead, DisputeWrite } from './credit-store.js';
import type { CreditRules } from './judge-month.js';

export type OpenRefusal = 'nothing-furnished' | 'disputed-already' | 'unknown-terms';
export type AnswerRefusal =
  | 'no-such-dispute'
  | 'answered-already'
  | 'month-not-furnished'
  | 'no-month-named'
  | 'unknown-terms';

type Opening = { id: string; raised: CreditDisputeReason; by: string };
type Answering = { id?: string; upheld: boolean; wrong: Month[]; by: string };

/**
 * A dispute of what was told of a loan (征信异议): it is marked from the next file on, holds furnishing, and is to be answered within the days of
 * the law. One at a time. Pure.
 */
export function judgeOpening(
  { now, loan, person, sent, disputes }: CreditRead,
  { id, raised, by }: Opening,
  { law, zones }: CreditRules,
): DisputeWrite | OpenRefusal {
  const { loanId, terms } = loan;
  const zone = terms && zones[terms.zone];
  if (!terms || !zone) return 'unknown-terms';
  if (disputes.some(({ answer }) => answer === undefined)) return 'disputed-already';
  if (furnishedMonths(sent).length === 0) return 'nothing-furnished';
  const places = [...new Set([terms.jurisdiction, ...(person?.standing?.places ?? [])])];
  const openedOn = localDay(now, zone);
  const { dueOn, rules } = creditDisputeDue(law, { places, product: terms.product, openedOn });
  const holdId = `credit/dispute/${id}`;
  const own = { reason: 'credit-dispute', scope: 'loan', stops: ['furnishing'] } as const;
  const { stops } = widenedHold({ ...own, stops: [...own.stops] }, { law, places, products: [terms.product], at: now });
  const dispute: CreditDispute = { id, loanId, raised, openedAt: now, openedOn, dueOn, rules, by, holdId };
  return {
    dispute,
    holds: [...loan.holds, { id: holdId, reason: 'credit-dispute', scope: { loan: loanId }, stops, from: now }],
    item: {
      kind: 'credit-told',
      at: now,
      itemId: holdId,
      told: { credit: 'disputed', disputeId: id, raised, dueOn, rules },
      by,
    },
  };
}

/** The answer: the hold and the mark go, and what was found wrong is taken back by the next file, that and no more. Late is late, and is taken. Pure. */
export function judgeAnswer(
  { now, loan, sent, disputes }: CreditRead,
  { id, upheld, wrong, by }: Answering,
  { zones }: CreditRules,
): DisputeWrite | AnswerRefusal {
  const zone = loan.terms && zones[loan.terms.zone];
  if (!zone) return 'unknown-terms';
  const asked = disputes.filter((each) => (id === undefined ? each.answer === undefined : each.id === id));
  const [dispute] = asked;
  if (!dispute) return 'no-such-dispute';
  if (dispute.answer) return 'answered-already';
  const told = new Set(furnishedMonths(sent).map(({ month }) => month));
  if (upheld && wrong.length === 0) return 'no-month-named';
  if (wrong.some((month) => !told.has(month))) return 'month-not-furnished';
  const on = localDay(now, zone);
  const late = on > dispute.dueOn;
  const months = upheld ? [...new Set(wrong)].toSorted() : [];
  return {
    dispute: { ...dispute, answer: { upheld, wrong: months, at: now, on, by, late } },
    holds: loan.holds.map((hold) => (hold.id === dispute.holdId ? { ...hold, endedAt: now } : hold)),
    item: {
      kind: 'credit-told',
      at: now,
      itemId: `credit/answer/${dispute.id}`,
      told: { credit: 'answered', disputeId: dispute.id, upheld, wrong: months, late },
      by,
    },
  };
}
