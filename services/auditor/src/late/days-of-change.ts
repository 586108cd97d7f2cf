import type { News } from '../news.js';

/** Every day on which what is open may change. */
export const daysOfChange = (news: readonly News[]): string[] => {
  const days = news.flatMap((each) => {
    switch (each.news) {
      case 'instalment':
        return [each.dueOn];
      case 'charge':
        return [each.dueOn, each.raisedOn ?? each.dueOn];
      case 'payment':
        return [each.valueDate];
      case 'reversal':
        return [each.reversedOn];
      case 'waiver':
        return [each.waivedOn];
      case 'withdrawal':
        return [each.withdrawnOn];
      case 'schedule':
      case 'acceleration':
        return [each.on];
      case 'undoing':
        return [each.undoneOn];
      case 'out':
      case 'creditor':
      case 'terms':
      case 'person':
      case 'contact':
        return [];
      default:
        return each satisfies never;
    }
  });
  return [...new Set(days)].toSorted();
};
