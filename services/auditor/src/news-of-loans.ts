import type { Evidence } from './evidence.js';
import { moneyByLaw } from './law/money-by-law.js';
import { withUnproved } from './law/unproved-accelerations.js';
import { groupBy } from './group-by.js';
import type { News } from './news.js';

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
  const ofLoans = groupBy(accepted, ({ loanId }) => loanId);
  return new Map(
    [...ofLoans]
      .filter(([, events]) => events.every(({ place }) => there.has(place)))
      .map(([loanId, events]) => [
        loanId,
        events.map(({ order, positionVersion, place, acceptedAt }) => ({
          order,
          positionVersion,
          news: withUnproved(there.get(place)?.news ?? [], terms.get(loanId) ?? {}, law.accelerations ?? []).map(
            (each) =>
              each.news === 'late-terms'
                ? {
                    ...each,
                    byLaw: moneyByLaw(law.money ?? [], terms.get(loanId) ?? {}, each as never, acceptedAt.slice(0, 10)),
                  }
                : each,
          ),
        })),
      ]),
  );
};
