import { caseIdOf, tenantKey } from '@recourse/domain/case/case-id';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { opensCase, takesClosingBack } from '@recourse/domain/case/opens-case';
import type { Law } from '@recourse/domain/law/law';
import { emptyPosition } from '@recourse/domain/money/fold-position';
import { judgeMerge, mergeRefusals } from '../people/judge-merge.js';
import type { EventRecord, ParkingCause } from '../records/event-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { IntakeRead, IntakeVerdict, IntakeWrite } from './intake-store.js';
import { acceleratedByLaw } from './accelerated-by-law.js';
import { heldByLaw } from './held-by-law.js';
import { datedAhead } from './dated-ahead.js';
import { learnFact } from './learn-fact.js';
import { disputedLoans } from './disputed-loans.js';
import { disputeHold, isMatterEvent } from './matter-hold.js';
import { eventItemId, type LoanEvent, type ParkedBecause, type Place } from './loan-event.js';
import { orderNotWhole } from './order-not-whole.js';
import { isPersonEvent, personEventHold } from './person-event-hold.js';
import { inNamesNow } from './persons-named.js';
import { historiesOf, takeOnLoan } from './take-on-loan.js';
import { dayOfLaw, underLaw } from './under-law.js';

/** An event of longer ago is a mistake. */
const mostYears = 30;

/** What one event does to everything we know, or why it is set aside. Pure. */
export function judgeIntake(told: LoanEvent, place: Place, read: IntakeRead, law: Law): IntakeVerdict {
  const named = inNamesNow(told, read.merges ?? []);
  const event = acceleratedByLaw(underLaw(heldByLaw(named, read, law), read, law), read, law);
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

  if (isMatterEvent(fact) && read.loan?.openCase === undefined)
    return park('contradiction', 'ce_loan', 'no case of this loan is open that could answer');

  const before = read.loan ?? unknownLoan(event);
  const merge = fact.type === 'person-merged' ? judgeMerge(fact, read.merging ?? {}) : undefined;
  if (typeof merge === 'object' && 'refused' in merge)
    return park('contradiction', merge.field, mergeRefusals[merge.refused]);
  const learnt =
    orderNotWhole(before.terms, fact) ??
    (fact.type === 'loan-taken-on' ? takenOn(before, event, fact, read.now) : learnFact(before, fact));
  if ('code' in learnt) return { verdict: 'park', because: learnt };

  const loan: LoanRecord = {
    ...learnt.loan,
    order: before.order + 1,
    positionVersion: before.positionVersion + (learnt.touches ? 1 : 0),
  };
  if (loan.terms !== before.terms) {
    loan.lawOn = dayOfLaw(read.now);
    if (before.terms && before.lawOn === undefined) loan.lawFrom = loan.positionVersion;
  }
  const reopens = learnt.touches && takesClosingBack(before.closed, fact);
  if (reopens) delete loan.closed;
  if (opensCase(loan, fact)) {
    loan.episodes += 1;
    loan.openCase = caseIdOf(event.tenant, event.loanId, loan.episodes);
  }
  if (fact.type === 'dispute-raised') loan.holds = [...loan.holds, ...disputeHold(loan, eventItemId(event), read, law)];
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
  const disputed = disputedLoans(fact, [loan, ...read.loansOfPerson]);
  if (disputed.length > 0) {
    write.loanHolds = disputed.flatMap((each) =>
      disputeHold(each, itemId, read, law).map((hold) => ({ loanId: each.loanId, hold })),
    );
    for (const { openCase } of disputed)
      if (openCase !== undefined)
        items.push({ caseId: openCase, item: { kind: 'loan-event', itemId, at: read.now, event: fact } });
  } else if (isPersonEvent(fact)) {
    const terms = [loan, ...read.loansOfPerson].flatMap((each) => each.terms ?? []);
    const hold = personEventHold(fact, itemId, {
      law,
      at: read.now,
      places: [...terms.map(({ jurisdiction }) => jurisdiction), ...(read.held?.places ?? [])],
      agency: read.held?.agency ?? false,
      products: terms.map(({ product }) => product),
    });
    write.personHold = { personId: fact.personId, hold };
    // A complaint is answered by the case it was told of; to the others it is a hold.
    const answering = fact.type === 'complaint-raised' ? loan.openCase : undefined;
    for (const { openCase } of [loan, ...read.loansOfPerson]) {
      if (openCase === undefined) continue;
      const item =
        openCase === answering
          ? { kind: 'loan-event' as const, itemId, at: read.now, event: fact }
          : { kind: 'hold-reported' as const, itemId, at: read.now, hold };
      items.push({ caseId: openCase, item });
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

function takenOn(
  before: LoanRecord,
  event: LoanEvent,
  fact: Extract<LoanFact, { type: 'loan-taken-on' }>,
  now: string,
): { loan: LoanRecord; touches: boolean } | ParkedBecause {
  const loan = takeOnLoan(before, fact, eventItemId(event), now);
  return 'code' in loan ? loan : { loan, touches: true };
}

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
