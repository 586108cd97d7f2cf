import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Collections } from './collections.js';

type Ending = Pick<
  CollectionCase,
  'caseId' | 'loanId' | 'zone' | 'writeOff' | 'ladderEnded' | 'holds' | 'limitation' | 'openTasks'
>;

/** Open cases of a tenant whose ladder has ended, whose limitation was spoken of, or whose borrower says that somebody else borrowed. */
export const endingCases = ({ cases }: Pick<Collections, 'cases'>, tenant: string): Promise<Ending[]> =>
  cases
    .find({
      tenant,
      status: 'open',
      $or: [
        { ladderEnded: { $exists: true } },
        { 'limitation.noted': { $exists: true } },
        { 'holds.reason': 'identity-theft' },
      ],
    })
    .project<Ending>({
      caseId: 1,
      loanId: 1,
      zone: 1,
      writeOff: 1,
      ladderEnded: 1,
      holds: 1,
      limitation: 1,
      openTasks: 1,
    })
    .sort({ _id: 1 })
    .toArray();
