import { isLateAsAgreed } from './agreed-time.js';
import { converse, type Outcome, type Parties } from './conversation.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import type { Instant } from './local-time.js';
import type { ReceiveLog } from './receive-log.js';
import { isLateAsSaid } from './told-wishes.js';

/** A collector's telephone and a crew at the door. The same id again is the same call: it has happened, and once. */
export type Telephone = { speak(how: 'call' | 'visit', id: string, to: string, at: Instant): Outcome };

type Shows = (loan: Loan, deed: Deed) => void;

export function telephone(parties: Parties, received: ReceiveLog, shows: Shows): Telephone {
  const outcomes = new Map<string, Outcome>();
  return {
    speak(how, id, to, at) {
      const known = outcomes.get(`${how}/${id}`);
      if (known) return known;
      received.note({ id, channel: how, to, at });
      const person = parties.directory.at(to);
      const loans = person === undefined ? [] : parties.directory.overdue(person);
      const isLate = person !== undefined && (isLateAsAgreed(person, at) || isLateAsSaid(loans, at, person.zone));
      if (how === 'call' && isLate) for (const loan of loans) shows(loan, 'called-late-as-agreed');
      const outcome = converse(parties, to, how, at);
      outcomes.set(`${how}/${id}`, outcome);
      return outcome;
    },
  };
}
