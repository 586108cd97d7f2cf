import type { AuditedLoan, Evidence } from './evidence.js';
import { moneyByLaw } from './law/money-by-law.js';
import { withUnproved } from './law/unproved-accelerations.js';
import { groupBy } from './group-by.js';
import type { News, ToldTerms } from './news.js';

export type ToldOfLoan = { order: number; positionVersion: number; news: News[] };

/** What was taken of each loan, from the source events as they stand on Kafka. A loan of which one stands there no more is left out: nobody can reckon it anew. */
export const newsOfLoans = ({
  accepted,
  incoming,
  loans,
  law,
}: Pick<Evidence, 'accepted' | 'incoming' | 'loans' | 'law'>): Map<string, ToldOfLoan[]> => {
  const there = new Map(incoming.map((record) => [record.place, record]));
  const terms = new Map(loans.map((loan) => [loan.loanId, loan]));
  // The law of the day, by UTC, on which they were taken (ADR 0035).
  const lawOf = (each: ToldTerms, loan: AuditedLoan | undefined, at: string): Pick<ToldTerms, 'byLaw' | 'lawFrom'> => ({
    byLaw: moneyByLaw(law.money ?? [], { ...loan, ...each }, each, at.slice(0, 10)),
    ...(loan?.lawFrom !== undefined && { lawFrom: loan.lawFrom }),
  });
  const ofLoans = groupBy(
    accepted.toSorted((a, b) => a.order - b.order),
    ({ loanId }) => loanId,
  );
  return new Map(
    [...ofLoans]
      .filter(([, events]) => events.every(({ place }) => there.has(place)))
      .map(([loanId, events]) => [
        loanId,
        events.map(({ order, positionVersion, place, acceptedAt }) => ({
          order,
          positionVersion,
          news: withUnproved(there.get(place)?.news ?? [], terms.get(loanId) ?? {}, law.accelerations ?? []).map(
            (each) => (each.news === 'terms' ? { ...each, ...lawOf(each, terms.get(loanId), acceptedAt) } : each),
          ),
        })),
      ]),
  );
};
