import type { Entry, Evidence } from './evidence.js';
import { groupBy } from './group-by.js';

/** Each case's journal, in order. */
export const journalsOf = ({ journal }: Pick<Evidence, 'journal'>): Map<string, Entry[]> => {
  const journals = groupBy(journal, ({ caseId }) => caseId);
  for (const entries of journals.values()) entries.sort((a, b) => a.seq - b.seq);
  return journals;
};
