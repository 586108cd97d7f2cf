import { amountsOn } from '@recourse/domain/money/arrears';
import { contactGate, type GateVerdict } from '@recourse/domain/contact/contact-gate';
import type { LoanRecord } from '../records/loan-record.js';
import type { Contact } from './contact-of-act.js';
import type { BeginRead } from './contact-store.js';
import type { BeginRules } from './begin-rules.js';

/** Asks the contact gate about one loan's contact, with all that `begin` read of the person. A role nobody told us is no borrower. */
export function gateForLoan(
  contact: Contact,
  loan: LoanRecord,
  { person, point, now }: BeginRead,
  { law, zones }: BeginRules,
): GateVerdict {
  const { channel, purpose, personId, pointId } = contact;
  const role = loan.terms?.debtors.find((debtor) => debtor.personId === personId)?.role ?? 'guarantor';
  const zone = person?.zone === undefined ? undefined : zones[person.zone];
  const ofPoint = point && {
    kind: point.ofPerson.kind,
    valid: point.ofPerson.invalidSince === undefined,
    holds: point.record.holds,
  };
  return contactGate(
    { purpose, channel, at: now, personId, pointId, arrears: amountsOn(loan.position, 'now').arrears },
    {
      ...(zone && { zone }),
      known: person !== undefined,
      role,
      holds: person?.holds ?? [],
    },
    ofPoint,
    {
      person: person?.ledger ?? [],
      point: point?.record.ledger ?? [],
      ...(person?.ledgerKnownFrom && { personKnownFrom: person.ledgerKnownFrom }),
      ...(point?.record.ledgerKnownFrom && { pointKnownFrom: point.record.ledgerKnownFrom }),
    },
    loan.holds,
    law,
  );
}
