import { isLateAsAgreed } from './agreed-time.js';
import type { Borrowers } from './borrower.js';
import { converse, type Outcome } from './conversation.js';
import type { Directory } from './directory.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import type { Instant } from './local-time.js';
import type { ReceiveLog } from './receive-log.js';

/** A collector's telephone and a crew at the door. The same id again is the same call: it has happened, and once. */
export type Telephone = { speak(how: 'call' | 'visit', id: string, to: string, at: Instant): Outcome };

type Shows = (loan: Loan, deed: Deed) => void;

export function telephone(borrowers: Borrowers, directory: Directory, received: ReceiveLog, shows: Shows): Telephone {
  const outcomes = new Map<string, Outcome>();
  return {
    speak(how, id, to, at) {
      const known = outcomes.get(`${how}/${id}`);
      if (known) return known;
      received.note({ id, channel: how, to, at });
      const person = directory.at(to);
      if (how === 'call' && person && isLateAsAgreed(person, at))
        for (const loan of directory.overdue(person)) shows(loan, 'called-late-as-agreed');
      const outcome = converse(borrowers, directory, to, how, at);
      outcomes.set(`${how}/${id}`, outcome);
      return outcome;
    },
  };
}
