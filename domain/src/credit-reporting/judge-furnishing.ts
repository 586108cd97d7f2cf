import type { NoticeGiven } from '../case/collection-case.js';
import { borrowerOf } from '../case/terms.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { GateTrace } from '../contact/gate-trace.js';
import { stopsNow } from '../holds/held-days.js';
import type { Hold, HoldReason } from '../holds/hold.js';
import type { Law } from '../law/law.js';
import type { CreditDispute } from './credit-dispute.js';
import { rowName, type CreditRow, type CreditRowKind, type FurnishedMonth } from './credit-record.js';
import {
  creditState,
  endOfConduct,
  firstDelinquentOn,
  isAdverse,
  isOver,
  type CreditLoan,
  type CreditState,
} from './credit-state.js';
import type { FurnishRefusal } from './credit-told.js';
import { mayStillBeTold } from './history-kept.js';
import { mayFurnish } from './may-furnish.js';
import { laterMonth, monthEnd, type Month } from './month.js';

/**
 * All that a loan's month is judged by. `holds`: of the loan and of its borrower; `zones`, `places`: of the borrower, `jurisdiction` beside;
 * `furnished`: every month told before, oldest first; `unresolved`: parked events that name the loan.
 */
export type FurnishRead = {
  loanId: string;
  loan: CreditLoan;
  at: Instant;
  zones: readonly ZoneSlice[];
  places: readonly string[];
  holds: readonly Hold[];
  unresolved: readonly string[];
  notices: readonly NoticeGiven[];
  furnished: readonly FurnishedMonth[];
  disputes: readonly CreditDispute[];
};

export type Withheld = { because: FurnishRefusal; rules: string[]; holds?: HoldReason[]; gate?: GateTrace };

/** `gates`: what was asked of each row with something bad in it, by its name. Neither rows nor `withheld`: there is nothing to tell. */
export type FurnishVerdict = { rows: CreditRow[]; gates: Record<string, GateTrace>; withheld?: Withheld };

const wrongMonths = (disputes: readonly CreditDispute[]): Set<Month> =>
  new Set(disputes.flatMap(({ answer }) => (answer?.upheld ? answer.wrong : [])));

/** What a month came to, or that it was found wrong. */
const found = (loan: CreditLoan, month: Month, wrong: ReadonlySet<Month>): CreditState =>
  wrong.has(month)
    ? {
        asOf: monthEnd(month),
        standing: 'in-error',
        dpd: 0,
        bucket: 'M0',
        overdue: 0,
        balance: 0,
        unpaidInstalments: [],
      }
    : creditState(loan, month);

/** The balance may be told anew by servicing; what a person did is what must be right. */
const sameConduct = (a: CreditState, b: CreditState): boolean =>
  a.standing === b.standing && a.dpd === b.dpd && a.overdue === b.overdue && a.bucket === b.bucket;

/** Whether the lateness of a month is the one that stood at the end of `before`: one that was cured and came again needs a notice of its own. */
const goesOn = (loan: CreditLoan, so: CreditState, before: Month): boolean => {
  const first = firstDelinquentOn(loan, so.asOf);
  return first === undefined ? so.standing !== 'past-due' : first <= monthEnd(before);
};

/**
 * What the bureau is told of a loan at the end of a month: the month itself, and of months told before only what was not so. Payment never takes
 * a month back (requirements B5). A dispute leaves only its mark; another hold that stops furnishing leaves nothing. Pure and total.
 */
export const judgeFurnishing = (read: FurnishRead, month: Month, law: Law): FurnishVerdict => {
  const { loan, loanId, at, furnished, disputes, holds } = read;
  const { terms, zone } = loan;
  const nothing: FurnishVerdict = { rows: [], gates: {} };
  const withheld = (why: Withheld): FurnishVerdict => ({ ...nothing, withheld: why });
  const today = localDay(at, zone);
  const wrong = wrongMonths(disputes);
  const state = found(loan, month, wrong);
  const last = furnished.at(-1);
  if (furnished.length === 0 && !isAdverse(state)) return nothing;
  const places = [...new Set([terms.jurisdiction, ...read.places])];
  const kept = { law, places, today };
  const told = furnished.filter((each) => !each.adverse || mayStillBeTold(loan, each.month, kept));
  if (today <= monthEnd(month)) return withheld({ because: 'month-not-over', rules: [] });
  if (read.unresolved.length > 0) return withheld({ because: 'unresolved-event', rules: [] });
  const stopping = stopsNow(holds, 'furnishing', at);
  const others = stopping.filter(({ reason }) => reason !== 'credit-dispute');
  if (others.length > 0)
    return withheld({ because: 'held', rules: ['no-hold'], holds: [...new Set(others.map(({ reason }) => reason))] });

  const subject = borrowerOf(terms);
  const history = told
    .filter((each) => each.month < month)
    .map((each) => {
      const { standing, bucket } = found(loan, each.month, wrong);
      return { month: each.month, standing, bucket };
    });
  const gates: Record<string, GateTrace> = {};
  const row = (kind: CreditRowKind, of: Month, so: CreditState, disputed: boolean): CreditRow => {
    const first = isAdverse(so) ? firstDelinquentOn(loan, so.asOf) : undefined;
    const ended = isAdverse(so) ? endOfConduct(loan, of) : undefined;
    return {
      row: rowName(loanId, month, of),
      kind,
      loanId,
      subject: subject ?? '',
      product: terms.product,
      currency: terms.currency,
      month: of,
      adverse: isAdverse(so),
      disputed,
      state: so,
      ...(first !== undefined && { firstDelinquentOn: first }),
      ...(ended !== undefined && { conductEndedOn: ended }),
      ...(kind === 'correction' && { because: wrong.has(of) ? ('dispute' as const) : ('events' as const) }),
      history: history.filter((each) => each.month < of),
    };
  };

  if (stopping.length > 0 || disputes.some(({ answer }) => answer === undefined)) {
    const marked = told.at(-1);
    if (!marked) return withheld({ because: 'held', rules: ['no-hold'], holds: ['credit-dispute'] });
    return { rows: [row('mark', marked.month, marked.state, true)], gates };
  }

  // Too old to be told, it is not withheld: no later month will tell it either.
  const isTooOld = (of: Month, so: CreditState): boolean => isAdverse(so) && !mayStillBeTold(loan, of, kept);
  const lawful = (of: Month, so: CreditState): Withheld | undefined => {
    if (!isAdverse(so)) return undefined;
    const before = furnished.find((each) => each.month === laterMonth(of, -1));
    const answer = mayFurnish(
      {
        at,
        subject,
        zones: read.zones,
        loanZone: zone,
        places,
        product: terms.product,
        notices: read.notices,
        unpaid: so.unpaidInstalments,
        told:
          (before?.adverse === true && goesOn(loan, so, before.month)) ||
          furnished.some((each) => each.month === of && each.adverse),
      },
      law,
    );
    const gate = { at, answers: answer.trace };
    if (answer.verdict === 'refuse') return { because: answer.because, rules: answer.rules, gate };
    gates[rowName(loanId, month, of)] = gate;
    return undefined;
  };

  const rows: CreditRow[] = [];
  let stopped: Withheld | undefined;
  for (const before of told) {
    if (before.month >= month) continue;
    const so = found(loan, before.month, wrong);
    const changed = !sameConduct(so, before.state);
    if ((!changed && !before.rejected) || isTooOld(before.month, so)) continue;
    const no = lawful(before.month, so);
    if (!no) rows.push(row(changed ? 'correction' : 'resend', before.month, so, false));
    stopped = no ?? stopped;
  }
  // Over and told as over: there is no new month any more.
  const isDone = last !== undefined && isOver(last.state) && sameConduct(last.state, state) && !last.rejected;
  const isForgotten = furnished.length > 0 && told.every(({ adverse }) => !adverse) && !isAdverse(state);
  if (!isDone && !isForgotten && !isTooOld(month, state)) {
    const no = lawful(month, state);
    if (!no) rows.push(row(furnished.length === 0 ? 'first' : 'update', month, state, false));
    stopped = no ?? stopped;
  }
  // The dispute is over and no row says so: the one that was marked goes once more without its mark.
  const marked = told.findLast((each) => each.marked && each.month < month);
  if (marked && !rows.some((each) => each.month >= marked.month)) {
    const so = found(loan, marked.month, wrong);
    const no = lawful(marked.month, so);
    if (!no) rows.push(row('resend', marked.month, so, false));
    stopped = no ?? stopped;
  }
  return { rows, gates, ...(stopped && { withheld: stopped }) };
};
