import type { Day } from '@recourse/domain/calendar/day';
import { holdLoans } from '../commands/hold-loans.js';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { borrowerOf } from '@recourse/domain/case/terms';
import type { OpenStores } from '../stack/open-stores.js';

type Flooded = Pick<CollectionCase, 'loanId' | 'stage' | 'terms'>;

/** How many loans the flood holds. */
export const floodedLoans = 12;

/** Open loans of one place that a flood holds until a day: those that are watched after they were paid first, by id. How many are held. */
export async function floodRegion(stores: OpenStores, until: Day): Promise<number> {
  const { mongo, tenant } = stores;
  const open = await mongo.collections.cases
    .find({ tenant, status: 'open', 'terms.jurisdiction': 'CN' })
    .project<Flooded>({ loanId: 1, stage: 1, terms: 1 })
    .sort({ _id: 1 })
    .toArray();
  const borrowers = open.map(({ terms }) => borrowerOf(terms));
  // The hold is the person's: of one loan alone it holds no other.
  const alone = open.filter(({ terms }) => borrowers.filter((each) => each === borrowerOf(terms)).length === 1);
  const isWatched = ({ stage }: Flooded): boolean => stage === 'monitoring';
  const named = [...alone.filter(isWatched), ...alone.filter((each) => !isWatched(each))]
    .slice(0, floodedLoans)
    .map(({ loanId }) => loanId);
  await holdLoans(stores, { reason: 'disaster', named, until, expecting: named.length, lang: 'en' });
  return named.length;
}
