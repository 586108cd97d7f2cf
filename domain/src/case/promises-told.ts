import type { PromiseTold } from '../arrangements/promise.js';
import type { OutcomeDetails } from './act-outcome.js';

/** What was promised in a contact; undefined when nobody said what. An empty list says that nothing was promised of this loan. */
export const promisesTold = (details: OutcomeDetails | undefined): PromiseTold[] | undefined =>
  details?.promises ?? (details?.promise && [details.promise]);
