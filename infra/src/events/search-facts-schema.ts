import { fact } from './case-fact-schema.js';
import { text } from './case-shapes-schema.js';
import { located, searched, unreachable } from './search-shapes-schema.js';

/** What a case states of looking for a borrower. */
export const searchFacts = {
  'unreachable-proved': fact('unreachable-proved', 'The borrower cannot be reached, by this evidence.', unreachable),
  'borrower-searched': fact('borrower-searched', 'Where the borrower was looked for, and what each source told.', {
    taskId: text,
    searched,
  }),
  'borrower-located': fact('borrower-located', 'A number of the borrower was found, and is called.', located),
};
