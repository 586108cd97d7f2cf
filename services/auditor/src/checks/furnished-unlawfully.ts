import type { AuditedCreditRow } from '../credit-evidence.js';
import { lateOn } from '../credit-money.js';
import type { AuditedLoan, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { heldBy } from '../held-by.js';
import { dayPlus } from '../law/local-day.js';
import { newsOfLoans } from '../news-of-loans.js';
import type { News } from '../news.js';

const noticeKind = 'bad-information';
type Given = { kind?: string; personId?: string; instalments?: number[] };
const bad = new Set(['past-due', 'settled', 'written-off']);

/**
 * Nothing bad of a person goes to the credit bureau before its notice was proved to have reached that person (征信业管理条例 art. 15), while a hold stops
 * furnishing, or in China later than five years after it ended (art. 16), in the United States than seven and 180 days after the first delinquency
 * (15 USC 1681c(a)(4), (c)(1)). Under a dispute only its mark goes.
 */
export const furnishedUnlawfully = (evidence: Evidence): Finding => {
  const held = heldBy(evidence);
  const told = newsOfLoans(evidence);
  const loans = new Map(evidence.loans.map((loan) => [loan.loanId, loan]));
  const given = noticesIn(evidence);
  const rows = groupBy(evidence.creditRows, ({ loanId }) => loanId);
  const violations = evidence.creditRows.flatMap((row): string[] => {
    const { loanId, subject, at, kind } = row;
    const stopping = held({ covers: [{ loanId }], personId: subject }).filter(
      ({ stops, from, until = '~', endedAt = '~', reason }) =>
        stops.includes('furnishing') &&
        from < at &&
        at < (until < endedAt ? until : endedAt) &&
        (kind !== 'mark' || reason !== 'credit-dispute'),
    );
    const news = (told.get(loanId) ?? []).flatMap((event) => (event.order <= row.order ? event.news : []));
    const loan = loans.get(loanId);
    const isUntold =
      bad.has(row.standing) && kind !== 'mark' && !wasTold(row, rows.get(loanId) ?? [], given(loanId, row), news, loan);
    return [
      ...stopping.map(({ id, reason }) => `${row.row} went at ${at} under the hold ${id} (${reason})`),
      ...(isUntold
        ? [`${row.row} tells something bad of ${subject}, who was not proved to have been told before`]
        : []),
      ...(loan?.jurisdiction?.startsWith('CN') ? tooOld(row, news, loan) : []).map(
        (month) => `${row.row} tells of ${month}, which was over for more than five years`,
      ),
      ...(loan?.jurisdiction?.startsWith('US') ? tooLongAgo(row, news, loan) : []).map(
        (month) => `${row.row} tells of ${month}, late since more than seven years and 180 days`,
      ),
    ];
  });
  return finding('furnished-unlawfully', violations);
};

/** Notices that an act of ours delivered and the case noted, or that came with the loan, by the time of the row. */
const noticesIn = ({ journal, acts }: Evidence): ((loanId: string, row: AuditedCreditRow) => Given[]) => {
  const byLoan = groupBy(journal, ({ caseId }) => caseId.split('/')[1] ?? '');
  const delivered = acts.filter(({ notice, result }) => notice === noticeKind && result === 'delivered');
  return (loanId, { at, subject }) =>
    (byLoan.get(loanId) ?? []).flatMap(({ fact }): Given[] => {
      if (fact.at > at) return [];
      const mine = (each: Given): boolean =>
        each.kind === noticeKind && (each.personId === undefined || each.personId === subject);
      if (fact.type === 'case-opened') return ((fact['notices'] ?? []) as Given[]).filter(mine);
      const notice = fact['notice'] as Given | undefined;
      if (fact.type !== 'notice-given' || !notice || !mine(notice)) return [];
      const proved = delivered.some(
        ({ covers, personId, concludedAt = '~' }) =>
          personId === subject && concludedAt <= fact.at && covers.some((cover) => cover.loanId === loanId),
      );
      return proved ? [notice] : [];
    });
};

const monthBefore = (month: string): string => dayPlus(`${month}-01`, -1).slice(0, 7);
const nextMonth = (month: string): string => dayPlus(`${month}-01`, 31).slice(0, 7);

/** When the lateness of `day` began that had no break since. Undefined: not late then, or this reckoning does not cover it. */
const begunOn = (day: string, news: readonly News[], loan: AuditedLoan): string | undefined => {
  let since: string | undefined;
  for (let then = lateOn(news, loan, day), on = day; then?.late; then = lateOn(news, loan, on)) {
    since = dayPlus(on, -then.dpd);
    on = dayPlus(since, -1);
  }
  return since;
};

/** The first bad month of a lateness needs a notice that spoke of what made it bad; its later ones go on from there. */
const wasTold = (
  row: AuditedCreditRow,
  all: readonly AuditedCreditRow[],
  given: readonly Given[],
  news: readonly News[],
  loan: AuditedLoan | undefined,
): boolean => {
  if (given.length === 0) return false;
  const earlier = all.filter(({ at, standing, kind }) => at < row.at && bad.has(standing) && kind !== 'mark');
  const begun = loan && row.standing === 'past-due' ? begunOn(row.asOf, news, loan) : undefined;
  const goesOn = begun === undefined || begun.slice(0, 7) < row.month;
  if (earlier.some(({ month }) => month === row.month || (goesOn && month === monthBefore(row.month)))) return true;
  const unpaid = loan ? lateOn(news, loan, row.asOf)?.unpaid : undefined;
  return (
    !unpaid ||
    row.standing !== 'past-due' ||
    given.some(({ instalments = [] }) => instalments.some((n) => unpaid.includes(n)))
  );
};

/** The bad months of a row that were late since more than seven years and 180 days. */
const tooLongAgo = (row: AuditedCreditRow, news: readonly News[], loan: AuditedLoan): string[] =>
  [...row.history, { month: row.month, standing: row.standing }].flatMap(({ month, standing }) => {
    const begun = bad.has(standing) ? begunOn(dayPlus(`${nextMonth(month)}-01`, -1), news, loan) : undefined;
    if (begun === undefined) return [];
    const [year = '', ...rest] = dayPlus(begun, 180).split('-');
    return dayPlus([String(Number(year) + 7), ...rest].join('-'), 1) < row.at.slice(0, 10) ? [month] : [];
  });

/** The day by whose end a piece of news may have ended a lateness. */
const easedOn = (each: News): string[] => {
  if (each.news === 'payment') return [each.valueDate];
  if (each.news === 'waiver') return [each.waivedOn];
  if (each.news === 'schedule' || each.news === 'acceleration') return [each.on];
  return each.news === 'undoing' ? [each.undoneOn] : [];
};

/** The bad months of a row whose lateness had ended more than five years before. */
const tooOld = (row: AuditedCreditRow, news: readonly News[], loan: AuditedLoan): string[] => {
  const turns = news.flatMap(easedOn).toSorted();
  return [...row.history, { month: row.month, standing: row.standing }].flatMap(({ month, standing }) => {
    if (!bad.has(standing)) return [];
    const ended = turns.find((day) => day.slice(0, 7) > month && lateOn(news, loan, day)?.late === false);
    if (ended === undefined) return [];
    const [year = '', ...rest] = ended.split('-');
    const end = [String(Number(year) + 5), ...rest].join('-');
    return dayPlus(end, 1) < row.at.slice(0, 10) ? [month] : [];
  });
};
