import type { Approval } from './approval.js';
import type { ContentFault } from './content-fault.js';
import { templateHash } from './template-hash.js';

/** Words that nobody approved as they stand; the fault names their hash. */
export const approvalFault = (words: { approved?: Approval | undefined }): ContentFault[] => {
  const { approved } = words;
  const hash = templateHash(words);
  if (!approved) return [{ path: 'approved', reason: 'not-approved', detail: `these words are ${hash}` }];
  if (approved.hash === hash) return [];
  const detail = `${approved.by} approved other words on ${approved.on}; these are ${hash}`;
  return [{ path: 'approved.hash', reason: 'changed-since-approval', detail }];
};
