import { isContact, isOurs, isSetAside, pursues } from './act-kinds.js';
import { breachesIn } from './breaches.js';
import { wasTaken } from './checks/unsent-attempts.js';
import type { AcceptedEvent, Evidence } from './evidence.js';
import type { AuditedAct } from './audited-act.js';
import { groupBy } from './group-by.js';
import { contactsBy } from './law/contact.js';
import { whatWasSaid } from './law/what-was-said.js';
import { lateOfLoans } from './late-of-loans.js';
import { newsOfLoans } from './news-of-loans.js';
import { beforeHistories } from './workflow-histories.js';
import { logBegins } from './log-begins.js';

/** What there is, for the reader of the report: none of it must be 0. In the order it is told. */
export type Counts = ReturnType<typeof countsOf>;

export const countsOf = (evidence: Evidence, breaches = breachesIn(evidence)) => {
  const { accepted, parked, cases, journal, onKafka, acts, outside, inbox, workflows } = evidence;
  const ours = evidence.incoming.filter(({ tenant }) => tenant === undefined || tenant === evidence.tenant);
  const settled = new Set([...accepted.map(({ place }) => place), ...parked.map(({ id }) => id)]);
  const known = new Set(accepted.map(({ id }) => id));
  const eventsOfLoan = groupBy(accepted, ({ loanId }) => loanId);
  const events = ours.filter(({ about }) => about === 'loan');
  const as = (status: string): number => parked.filter((event) => event.status === status).length;
  const reckoned = newsOfLoans(evidence);
  const since = outside && logBegins(outside);
  return {
    eventsPublished: events.length,
    eventsTaken: accepted.length,
    eventsDuplicate: events.filter(
      ({ place, source, id, unread }) => !unread && !settled.has(place) && known.has(`${source}/${id}`),
    ).length,
    outcomesHeard: ours.length - events.length,
    notReadYet: ours.filter(({ place, unread }) => unread && !settled.has(place)).length,
    parkedRedriven: as('redriven'),
    parkedDiscarded: as('discarded'),
    parkedOpen: as('parked'),
    casesOpen: cases.filter(({ status }) => status !== 'closed').length,
    casesClosed: cases.filter(({ status }) => status === 'closed').length,
    workflowsRunning: workflows.length,
    inboxWaiting: inbox.filter(({ consumed }) => !consumed).length,
    journalEntries: journal.length,
    journalOnKafka: new Set(onKafka.map(({ id }) => id)).size,
    journalRepeatedOnKafka: onKafka.length - new Set(onKafka.map(({ id }) => id)).size,
    attempts: acts.filter((act) => !isSetAside(act)).length,
    attemptsNeverSent: acts.filter(isSetAside).length,
    attemptsUnderWay: acts.filter(({ status }) => status === 'begun').length,
    sendsOvertakenByPayment: acts.filter((act) => overtaken(act, eventsOfLoan)).length,
    contactsByPermit: acts.filter(({ permitId }) => permitId !== undefined).length,
    contactsWithoutPermit: breaches.told,
    breachesOpened: breaches.opened,
    breachesUnlawful: breaches.unlawful.length,
    contactsInUnreadWords: contactsInUnreadWords(evidence),
    receivedOutside: outside?.received.length ?? 0,
    tasks: evidence.tasks.length,
    workflowRuns: evidence.runs.length,
    outcomesBeforeHistories: beforeHistories(journal, acts, evidence.runs),
    loansNotReckoned: evidence.loans.filter(({ loanId }) => eventsOfLoan.has(loanId) && !reckoned.has(loanId)).length,
    lateNotReckoned: lateNotCovered(evidence),
    lateBeforeLaw: lateBeforeLaw(evidence),
    attemptsBeforeOutsideLog: outside ? acts.filter(({ begunAt }) => since === undefined || begunAt < since).length : 0,
    attemptsOfNoLog: outside
      ? acts.filter((act) => wasTaken(act) && evidence.unlogged.includes(act.channel)).length
      : 0,
  };
};

/** Contacts that went in words which are not on file. */
const contactsInUnreadWords = (evidence: Evidence): number => {
  const contactOf = contactsBy(evidence);
  return evidence.acts.filter(
    (act) =>
      isContact(act) &&
      isOurs(act) &&
      !isSetAside(act) &&
      whatWasSaid(contactOf(act, act.begunAt), evidence.practice) === 'unread',
  ).length;
};

/** Charges for lateness that somebody was told and our own reckoning does not cover. */
const lateNotCovered = (evidence: Evidence): number => {
  const lateThen = lateOfLoans(evidence);
  return evidence.acts
    .flatMap(({ begunAt, covers }) => covers.map((cover) => ({ begunAt, ...cover })))
    .filter(
      (cover) => cover.late && lateThen(cover, cover.begunAt, (event) => event.order < cover.order) === 'not-covered',
    ).length;
};

/** Charges for lateness that somebody was told before the terms of the loan were held against the law. */
const lateBeforeLaw = ({ acts, loans }: Evidence): number => {
  const lawFrom = new Map(loans.map((loan) => [loan.loanId, loan.lawFrom ?? 0]));
  return acts
    .flatMap(({ covers }) => covers)
    .filter(({ loanId, readPosition, late }) => late && readPosition < (lawFrom.get(loanId) ?? 0)).length;
};

/** Begun rightly, and still on its way when a payment was accepted: at most so many. Nobody could have stopped it. */
const overtaken = (act: AuditedAct, eventsOfLoan: Map<string, AcceptedEvent[]>): boolean =>
  pursues(act) &&
  act.covers.some(({ loanId, order }) =>
    (eventsOfLoan.get(loanId) ?? []).some(
      (event) =>
        event.type === 'payment-received' &&
        event.order > order &&
        event.acceptedWallAt >= act.begunWallAt &&
        event.acceptedWallAt <= act.notAfterWallAt &&
        event.acceptedAt <= (act.acceptedAt ?? act.begunAt),
    ),
  );
