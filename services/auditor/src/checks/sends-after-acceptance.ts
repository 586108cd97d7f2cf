import { isContact, pursues } from '../act-kinds.js';
import type { AcceptedEvent, Evidence, ReceivedContact } from '../evidence.js';
import type { AuditedAct } from '../audited-act.js';
import type { AuditedPerson } from '../audited-person.js';
import { finding, unchecked, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';

/** News after which nobody may be pressed as before. A payment that the decision had read is another check's. */
const settles = new Set(['payment-received', 'loan-closed']);
/** People start when they start; of all else a provider must start before its `notAfter`. */
const byPeople = new Set(['call', 'visit']);
/** Two machines' clocks may differ by this. */
const skewMs = 5_000;

/**
 * Nothing reaches anybody after ingest has accepted a payment of the loan, its end, or the death, insolvency or opt-out of the person,
 * but what had begun before and started before its `notAfter`. Arrivals by the receivers' own logs.
 */
export const sendsAfterAcceptance = (evidence: Evidence): Finding => {
  const { acts, accepted, outside, persons } = evidence;
  if (!outside) return unchecked('sends-after-acceptance');
  const ofLoan = groupBy(
    accepted.filter(({ type }) => settles.has(type)),
    ({ loanId }) => loanId,
  );
  const ofPerson = eventsOfPersons(evidence);
  const holders = new Map(persons.map((person) => [person.personId, person]));
  const ours = new Map(acts.map((act) => [act.id, act]));
  const violations = outside.received.flatMap((contact) => {
    const act = ours.get(contact.id);
    if (!act || !pursues(act)) return [];
    const { personId = '' } = act;
    const faults = [
      ...act.covers.flatMap(({ loanId, order }) =>
        (ofLoan.get(loanId) ?? [])
          .filter((event) => order < event.order)
          .map((event) => ofLoanFault(contact, act, event)),
      ),
      ...(isContact(act) ? (ofPerson.get(personId) ?? []) : []).map((event) =>
        ofPersonFault(contact, act, event, holders.get(personId)),
      ),
    ];
    return faults.flatMap((fault) => (fault === undefined ? [] : [`${act.id} ${fault}`]));
  });
  return finding('sends-after-acceptance', violations);
};

const eventsOfPersons = ({ accepted, incoming, persons }: Evidence): Map<string, AcceptedEvent[]> => {
  const told = new Map(
    incoming.flatMap(({ place, news = [] }) =>
      news.flatMap((each) => (each.news === 'person' ? [[place, each.personId] as const] : [])),
    ),
  );
  const events = accepted.flatMap((event) => {
    const name = told.get(event.place);
    return name === undefined ? [] : namesOf(persons, name).map((personId) => ({ personId, event }));
  });
  return new Map(
    [...groupBy(events, ({ personId }) => personId)].map(([name, all]) => [name, all.map(({ event }) => event)]),
  );
};

/** Whom news by a name is of: who is called so, whose record it is, and that record as it was before it had others. */
const namesOf = (persons: AuditedPerson[], name: string): string[] => [
  name,
  ...persons.flatMap(({ personId, isNow }) => {
    if (isNow === undefined) return [];
    return personId === name ? [isNow] : personId === `${name}~before` ? [personId] : [];
  }),
];

/** By the clock of the tenant, on which an instant may be a long time, and by that of the wall. */
const beganAfter = (act: AuditedAct, event: AcceptedEvent): boolean =>
  Date.parse(act.begunAt) > Date.parse(event.acceptedAt) + skewMs && act.begunWallAt > event.acceptedWallAt;

const ofLoanFault = (contact: ReceivedContact, act: AuditedAct, event: AcceptedEvent): string | undefined =>
  beganAfter(act, event)
    ? `was begun at ${act.begunAt}, after ${event.id} was accepted at ${event.acceptedAt}, and its order says before`
    : lateFault(contact, act, event);

/** Somebody may have ended what the event began: then contact is free again. */
const ofPersonFault = (
  contact: ReceivedContact,
  act: AuditedAct,
  event: AcceptedEvent,
  person: AuditedPerson | undefined,
): string | undefined => {
  const { endedAt } = person?.holds.find(({ id }) => id === event.id) ?? {};
  if (endedAt !== undefined && endedAt <= act.begunAt) return undefined;
  if (act.purpose === 'legally-required' && event.type !== 'person-died') return undefined;
  return beganAfter(act, event)
    ? `was begun at ${act.begunAt}, after ${event.type} ${event.id} was accepted at ${event.acceptedAt}`
    : lateFault(contact, act, event);
};

const lateFault = (
  { at, channel }: ReceivedContact,
  act: AuditedAct,
  { id, acceptedAt }: AcceptedEvent,
): string | undefined => {
  if (byPeople.has(channel)) return undefined;
  const lastStart = Date.parse(act.begunAt) + act.notAfterWallAt - act.begunWallAt + skewMs;
  return Date.parse(at) > Math.max(Date.parse(acceptedAt), lastStart)
    ? `reached the world at ${at}, after ${id} was accepted at ${acceptedAt}; it was begun at ${act.begunAt}`
    : undefined;
};
