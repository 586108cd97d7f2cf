import type { CreditorChange } from '../money/creditor-change.js';
import { creditorNow } from '../money/creditor-now.js';
import { baseVersion } from './all-answers.js';
import type { Saying } from './content/sayings.js';
import type { RuleAnswer } from './gate-ask.js';

/** In the journal and the trace. */
export const creditorNamedRule = 'creditor-named';

type Asked = {
  changes: readonly CreditorChange[] | undefined;
  says: readonly Saying[];
  isOnFile: (id: string) => boolean;
};

/**
 * Once the debtor is notified of an assignment the debt is the new creditor's, and a message that tells what is owed says so (民法典 art. 546;
 * CBA guideline 2026, ch. 3: who is behind it is named). Words that do not name the creditor do not go out then, nor any where the name is
 * not on file: silence would tell the debtor of a creditor who is none. Undefined: the claim is whose it was, or no sum is told.
 */
export const creditorNamed = ({ changes, says, isOnFile }: Asked): RuleAnswer | undefined => {
  const now = creditorNow(changes);
  if (!now.changed || !says.includes('amount')) return undefined;
  const asked = {
    rule: creditorNamedRule,
    version: baseVersion,
    citation: '民法典 art. 546; own rule: after a change of creditor who is told what is owed is told to whom',
  };
  const onFile = now.to !== undefined && isOnFile(now.to);
  const named = says.includes('creditor');
  const inputs = { creditor: now.to ?? 'unknown', named, onFile };
  return named && onFile
    ? { ...asked, verdict: 'allow', inputs }
    : { ...asked, verdict: 'refuse', reason: 'content-not-lawful', inputs };
};
