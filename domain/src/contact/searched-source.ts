import type { LocateSource } from './locate-sources.js';

/** What one source told of where a debtor can be reached. `known-already`: nothing but what has failed. */
export type LocateFinding = 'number-found' | 'address-found' | 'known-already' | 'nothing-found';

/** One source that was asked in a search. */
export type SearchedSource = { source: LocateSource; found: LocateFinding };
