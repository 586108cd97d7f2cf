import { caseIdOf, tenantKey } from '@recourse/domain/case/case-id';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { isOvertaken, opensCase, takesClosingBack } from '@recourse/domain/case/opens-case';
import type { Law } from '@recourse/domain/law/law';
import { emptyPosition, foldLoanFact, type PositionRefusal } from '@recourse/domain/money/fold-position';
import { judgeMerge, mergeRefusals } from '../people/judge-merge.js';
import type { EventRecord, ParkingCause } from '../records/event-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { IntakeRead, IntakeVerdict, IntakeWrite } from './intake-store.js';
import { heldByLaw } from './held-by-law.js';
import { learnTerms } from './learn-terms.js';
import { eventItemId, type LoanEvent, type ParkedBecause, type Place } from './loan-event.js';
import { isPersonEvent, personEventHold } from './person-event-hold.js';
import { inNamesNow } from './persons-named.js';
import { historiesOf, latestOf, takeOnLoan } from './take-on-loan.js';

/** How far ahead of the tenant's clock an event may be dated. */
const clockSkewMs = 5 * 60_000;

/** No zone's clock is further ahead of UTC: a later day has begun nowhere. */
const furthestAheadMs = 14 * 3_600_000;

/** An event of longer ago is a mistake. */
const mostYears = 30;

/** What one event does to everything we know, or why it is set aside. Pure. */
export function judgeIntake(told: LoanEvent, place: Place, read: IntakeRead, law: Law): IntakeVerdict {
  const event = heldByLaw(inNamesNow(told, read.merges ?? []), read, law);
  const { fact } = event;
  if (!read.tenantKnown) return park('unknown-tenant', 'ce_tenant', 'no such tenant');
  if (read.sameEvent) {
    if (read.sameEvent.contentHash !== event.contentHash)
      return park('same-id-other-content', 'ce_id', 'this id came before with other content');
    return { verdict: 'known', ring: read.sameEvent.caseId === undefined ? [] : [read.sameEvent.caseId] };
  }
  if (fact.occurredAt < yearsBefore(read.now, mostYears))
    return park('malformed', 'ce_time', `more than ${mostYears} years before the tenant's clock`);
  const ahead = datedAhead(fact, read.now);
  if (ahead) return { verdict: 'park', because: ahead };
  if (read.samePayment && read.samePayment.loanId !== event.loanId) {
    return park('same-payment-other-content', 'paymentId', 'this payment came before for another loan');
  }

  const before = read.loan ?? unknownLoan(event);
  const merge = fact.type === 'person-merged' ? judgeMerge(fact, read.merging ?? {}) : undefined;
  if (typeof merge === 'object' && 'refused' in merge)
    return park('contradiction', merge.field, mergeRefusals[merge.refused]);
  const learnt = fact.type === 'loan-taken-on' ? takenOn(before, event, fact, read.now) : learn(before, fact);
  if ('code' in learnt) return { verdict: 'park', because: learnt };

  const loan: LoanRecord = {
    ...learnt.loan,
    order: before.order + 1,
    positionVersion: before.positionVersion + (learnt.touches ? 1 : 0),
  };
  const reopens = learnt.touches && takesClosingBack(before.closed, fact);
  if (reopens) delete loan.closed;
  if (opensCase(loan, fact)) {
    loan.episodes += 1;
    loan.openCase = caseIdOf(event.tenant, event.loanId, loan.episodes);
  }
  const overtaken = fact.type === 'loan-closed' && !learnt.touches;
  return accept({ event, place, read, law }, before, loan, {
    ...(reopens && { reopens }),
    ...(overtaken && { overtaken }),
    ...(typeof merge === 'object' && merge),
  });
}

type Taking = { event: LoanEvent; place: Place; read: IntakeRead; law: Law };

function accept(
  { event, place, read, law }: Taking,
  before: LoanRecord,
  loan: LoanRecord,
  { merge, ...decided }: { reopens?: true; overtaken?: true; merge?: IntakeWrite['merge'] & {} },
): IntakeVerdict {
  const { fact } = event;
  const itemId = eventItemId(event);
  const items: IntakeWrite['items'] = [];
  const write: IntakeWrite = {
    loan,
    event: remember(event, place, read, loan),
    newDebtors: newDebtors(before, loan),
    items,
  };
  if (isPersonEvent(fact)) {
    const terms = [loan, ...read.loansOfPerson].flatMap((each) => each.terms ?? []);
    const hold = personEventHold(fact, itemId, {
      law,
      at: read.now,
      places: [...terms.map(({ jurisdiction }) => jurisdiction), ...(read.held?.places ?? [])],
      agency: read.held?.agency ?? false,
      products: terms.map(({ product }) => product),
    });
    write.personHold = { personId: fact.personId, hold };
    for (const { openCase } of [loan, ...read.loansOfPerson]) {
      if (openCase !== undefined)
        items.push({ caseId: openCase, item: { kind: 'hold-reported', itemId, at: read.now, hold } });
    }
  } else if (fact.type === 'person-merged') {
    const { from, into, by } = fact;
    if (merge) write.merge = merge;
    for (const { openCase } of [loan, ...read.loansOfPerson]) {
      if (openCase !== undefined)
        items.push({
          caseId: openCase,
          item: { kind: 'person-merged', itemId, at: read.now, from, into, ...(by && { by }) },
        });
    }
  } else if (loan.openCase !== undefined) {
    items.push({
      caseId: loan.openCase,
      item: { kind: 'loan-event', itemId, at: read.now, event: fact, ...decided },
    });
  }
  if (fact.type === 'loan-taken-on') {
    const histories = historiesOf(fact, event.loanId, itemId, read.now);
    write.histories = histories;
    for (const { personId, holds } of histories)
      for (const { openCase, terms } of read.loansOfPerson)
        if (openCase !== undefined && terms?.debtors.some((debtor) => debtor.personId === personId))
          for (const hold of holds)
            items.push({
              caseId: openCase,
              item: { kind: 'hold-reported', itemId: `hold/${hold.id}`, at: read.now, hold },
            });
  }
  return { verdict: 'accept', write, ring: [...new Set(items.map(({ caseId }) => caseId))] };
}

const park = (code: ParkingCause, field: string, reason: string): IntakeVerdict => ({
  verdict: 'park',
  because: { code, field, reason },
});

function yearsBefore(now: string, years: number): string {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then.toISOString();
}

function datedAhead(fact: LoanFact, now: string): ParkedBecause | undefined {
  const latest = new Date(Date.parse(now) + clockSkewMs).toISOString();
  const reason = "more than 5 minutes ahead of the tenant's clock";
  if (fact.occurredAt > latest) return { code: 'dated-ahead', field: 'ce_time', reason };
  if (fact.type === 'payment-received' && fact.receivedAt > latest)
    return { code: 'dated-ahead', field: 'receivedAt', reason };
  if (fact.type === 'loan-taken-on' && latestOf(fact) > latest)
    return { code: 'dated-ahead', field: 'contacts', reason };
  // Its instalments are due up to this day: of a later one nothing is overdue yet.
  const today = new Date(Date.parse(now) + furthestAheadMs).toISOString().slice(0, 10);
  if (fact.type === 'loan-taken-on' && fact.asOf > today)
    return { code: 'dated-ahead', field: 'asOf', reason: "is a day that has not begun on the tenant's clock" };
  return undefined;
}

function takenOn(
  before: LoanRecord,
  event: LoanEvent,
  fact: Extract<LoanFact, { type: 'loan-taken-on' }>,
  now: string,
): { loan: LoanRecord; touches: boolean } | ParkedBecause {
  const loan = takeOnLoan(before, fact, eventItemId(event), now);
  return 'code' in loan ? loan : { loan, touches: true };
}

/** Of what comes event by event, nothing but a missed instalment tells a loan's terms; news of a person counts whatever loan it came with. */
function learn(loan: LoanRecord, fact: LoanFact): { loan: LoanRecord; touches: boolean } | ParkedBecause {
  const isOfPersons = isPersonEvent(fact) || fact.type === 'person-merged';
  if (loan.terms === undefined && fact.type !== 'instalment-missed' && !isOfPersons) {
    return {
      code: 'unknown-loan',
      field: 'ce_loan',
      reason: 'no missed instalment and no take-on has told us of this loan',
    };
  }
  const known = fact.type === 'instalment-missed' ? learnTerms(loan, fact) : loan;
  if ('code' in known) return known;
  const folded = foldLoanFact(known.position, fact);
  if ('refused' in folded) return { code: parkingCauseOf[folded.refused], field: folded.field, reason: folded.reason };
  if (fact.type === 'loan-closed') {
    const closed = { reason: fact.reason, at: fact.occurredAt };
    return isOvertaken(known, closed) ? { loan: known, touches: false } : { loan: { ...known, closed }, touches: true };
  }
  const touches = folded.position !== known.position || known !== loan;
  const told = { ...known, position: folded.position };
  const isLatest = fact.type === 'payment-reversed' && touches && fact.occurredAt > (known.reversedAt ?? '');
  return { loan: isLatest ? { ...told, reversedAt: fact.occurredAt } : told, touches };
}

const parkingCauseOf: Record<PositionRefusal['refused'], ParkingCause> = {
  'currency-differs': 'contradiction',
  'amount-invalid': 'malformed',
  'payment-differs': 'same-payment-other-content',
  'reversal-differs': 'contradiction',
  'instalment-differs': 'contradiction',
};

function newDebtors(before: LoanRecord, { terms }: LoanRecord): string[] {
  const known = new Set(before.terms?.debtors.map(({ personId }) => personId));
  return (terms?.debtors ?? []).map(({ personId }) => personId).filter((personId) => !known.has(personId));
}

function remember(
  { tenant, loanId, source, fact, contentHash }: LoanEvent,
  place: Place,
  read: IntakeRead,
  loan: LoanRecord,
): EventRecord {
  const firstOfPayment = fact.type === 'payment-received' && read.samePayment === undefined;
  return {
    _id: tenantKey(tenant, `${source}/${fact.eventId}`),
    tenant,
    loanId,
    type: fact.type,
    contentHash,
    ...(firstOfPayment ? { paymentId: fact.paymentId } : {}),
    order: loan.order,
    positionVersion: loan.positionVersion,
    ...(loan.openCase === undefined ? {} : { caseId: loan.openCase }),
    acceptedAt: read.now,
    acceptedWallAt: read.wall,
    ...place,
  };
}

/** A loan of which we know only that someone spoke of it. */
export function unknownLoan({ tenant, loanId }: { tenant: string; loanId: string }): LoanRecord {
  const _id = tenantKey(tenant, loanId);
  return {
    _id,
    tenant,
    loanId,
    position: emptyPosition(''),
    positionVersion: 0,
    order: 0,
    inboxSeq: 0,
    episodes: 0,
    unresolved: [],
    holds: [],
  };
}
