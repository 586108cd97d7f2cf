import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { GateVerdict } from '@recourse/domain/contact/contact-gate';
import type { GateAsk, RuleAnswer } from '@recourse/domain/contact/gate-ask';
import { creditorNamed } from '@recourse/domain/contact/creditor-named';
import { groundsOf } from '@recourse/domain/contact/grounds-of';
import { holdsOfDebtor } from '@recourse/domain/contact/holds-of-debtor';
import { partyOf } from '@recourse/domain/contact/party-of';
import { standingBy } from '@recourse/domain/contact/said-standing';
import { unreachable } from '@recourse/domain/contact/unreachable';
import { lawfulContact } from '@recourse/domain/contact/lawful-contact';
import type { LoanRecord } from '../records/loan-record.js';
import { providerSkewMs, sendWithinMs } from './begun-act.js';
import type { Contact } from './contact-of-act.js';
import type { BeginRead } from './contact-store.js';
import { languageOf } from './language-of.js';
import type { BeginRules } from './begin-rules.js';
import { pointsOfTheirOwn } from './points-of-their-own.js';
import { lineOf, whatIsSaid, type ContactSender } from './what-is-said.js';
import { zonesOfPerson } from './zones-of-person.js';

/** `askedAt`: the instant the answer is of, for its trace. */
export type LoanVerdict = GateVerdict & { askedAt: Instant };

/**
 * Asks the contact gate about one loan's contact, with all that `begin` read of the person. A role nobody told us is none.
 * What begins now may sound until `notAfter`, and a provider's clock may be behind ours: the law must allow both ends, or a call let go
 * at 20:59:59 would ring at 21:00:03. Where the first end allows and the last does not, the last is the answer. `beside` as of the gate.
 */
export function gateForLoan(
  contact: Contact,
  loan: LoanRecord,
  { person, point, debtor, now }: Pick<BeginRead, 'person' | 'point' | 'debtor' | 'now'>,
  rules: BeginRules,
  sender: ContactSender,
  beside: readonly RuleAnswer[] = [],
): LoanVerdict {
  const { law, zones, contacts } = rules;
  const { channel, purpose, personId, pointId } = contact;
  const line = lineOf(channel, sender, rules);
  const content = person && whatIsSaid(channel, sender, languageOf(person), rules);
  const { party, relation } = partyOf(personId, loan.terms?.debtors ?? [], person?.relations);
  const about = debtor && relation?.to === debtor.personId ? debtor : undefined;
  const debtorState = about && {
    holds: about.holds,
    unreachable: unreachable({ ...about, zones: zonesOfPerson(about, zones) }) !== undefined,
  };
  const ask: GateAsk = {
    attempt: {
      purpose,
      channel,
      at: now,
      personId,
      pointId,
      loanId: loan.loanId,
      arrears: amountsOn(loan.position, 'now', allocationOf(loan.terms)).arrears,
      jurisdiction: loan.terms?.jurisdiction ?? 'unknown',
      product: loan.terms?.product ?? 'unknown',
      actor: sender.actor,
      ...(sender.agencyId !== undefined && { senderId: sender.agencyId }),
      ...(line && { line }),
    },
    content,
    person: {
      zones: person ? zonesOfPerson(person, zones) : [],
      known: person !== undefined,
      party,
      holds: person?.holds ?? [],
      standing: {
        ...standingBy(person?.standing, person?.said),
        grounds: groundsOf(relation, debtorState, now),
        refusedForEver: person?.refusedForEverAt !== undefined,
      },
      ...(person && { language: languageOf(person) }),
    },
    point: point && {
      kind: point.ofPerson.kind,
      valid:
        point.ofPerson.invalidSince === undefined &&
        pointsOfTheirOwn({ points: [point.ofPerson] }, party, about ? [about] : []).length > 0,
      holds: point.record.holds,
      ...(point.ofPerson.placeType && { placeType: point.ofPerson.placeType }),
    },
    ledger: {
      person: person?.ledger ?? [],
      point: point?.record.ledger ?? [],
      ...(person?.ledgerKnownFrom && { personKnownFrom: person.ledgerKnownFrom }),
      ...(point?.record.ledgerKnownFrom && { pointKnownFrom: point.record.ledgerKnownFrom }),
    },
    loanHolds: [...loan.holds, ...holdsOfDebtor(party, about?.holds ?? [])],
    law,
  };
  // Of words of ours only: what people and agencies say is not put together here.
  const creditor =
    sender.template === undefined
      ? undefined
      : creditorNamed({
          changes: loan.position.creditors,
          says: content?.says ?? [],
          isOnFile: (id) => rules.templates.creditors.names.has(id),
        });
  const asked = creditor ? [...beside, creditor] : beside;
  const first = lawfulContact(ask, contacts.visits, asked);
  if (first.verdict !== 'allow') return { ...first, askedAt: now };
  const lastAt = new Date(Date.parse(now) + sendWithinMs + providerSkewMs).toISOString();
  const last = lawfulContact({ ...ask, attempt: { ...ask.attempt, at: lastAt } }, contacts.visits, asked);
  return last.verdict === 'allow' ? { ...first, askedAt: now } : { ...last, askedAt: lastAt };
}
