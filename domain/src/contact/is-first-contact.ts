import type { ContentGate } from '../law/shapes/content-gate-shape.js';
import type { GateAsk } from './gate-ask.js';
import type { LedgerEntry } from './ledger-entry.js';
import { isSpoken } from './purpose-scope.js';

type Scope = Pick<ContentGate, 'channels' | 'purposes' | 'parties'>;

/** Whether what had to be said can have been heard: a message arrived, or somebody was spoken with. What is not known yet proves nothing. */
const wasHeard = ({ channel, open, connected, conversation }: LedgerEntry): boolean =>
  !open && (isSpoken(channel) ? conversation : connected);

/**
 * Whether the person may not have heard yet what a rule wants said first: no contact of this very sender about this loan, of those the rule
 * speaks of, is proved to have come before. A ledger that is trimmed, lost or of an older release proves nothing, so a later contact may be
 * treated as a first one and never the other way about. Of agencies each is a sender of its own.
 */
export const isFirstContact = ({ channels, purposes, parties }: Scope, { attempt, ledger }: GateAsk): boolean => {
  const { at, loanId, actor, senderId } = attempt;
  const isOwnOfSender = (entry: LedgerEntry): boolean =>
    actor === 'first-party'
      ? entry.sender === 'own'
      : actor === 'agency' && senderId !== undefined && entry.sender === 'agency' && entry.senderId === senderId;
  return !ledger.person.some(
    (entry) =>
      wasHeard(entry) &&
      isOwnOfSender(entry) &&
      entry.inbound !== true &&
      entry.at < at &&
      entry.loans?.includes(loanId) === true &&
      channels.includes(entry.channel) &&
      purposes.includes(entry.purpose) &&
      (parties === undefined || (entry.party !== undefined && parties.includes(entry.party))),
  );
};
