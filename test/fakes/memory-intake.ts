import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { Input, NewInput } from '@recourse/domain/case/case-inputs';
import type { Hold } from '@recourse/domain/holds/hold';
import type { IntakeStore, IntakeWrite } from '@recourse/activities/intake/intake-store';
import { unknownLoan } from '@recourse/activities/intake/judge-intake';
import { eventItemId, parkedIdOf } from '@recourse/activities/intake/loan-event';
import { personsHeldBy } from '@recourse/activities/intake/person-event-hold';
import type { ParkedStore, Resolution } from '@recourse/activities/intake/parked-store';
import type { EventRecord, ParkedRecord } from '@recourse/activities/records/event-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';

/** What ingest keeps, in memory: one call at a time, so every call is a transaction. */
export class MemoryIntake implements IntakeStore, ParkedStore {
  readonly tenants = new Map<string, { now?: string }>();
  readonly loans = new Map<string, LoanRecord>();
  readonly events = new Map<string, EventRecord>();
  readonly parkedRecords = new Map<string, ParkedRecord>();
  readonly inbox = new Map<string, Input[]>();
  readonly persons = new Map<string, { holds: Hold[]; loans: string[] }>();
  readonly links = new Map<string, { loans: string[]; waitingHolds: Hold[] }>();

  constructor(readonly wall: () => Date = () => new Date()) {}

  readonly receive: IntakeStore['receive'] = async (event, place, judge, redrive) => {
    void place;
    const { tenant, loanId, fact } = event;
    const loan = this.loans.get(tenantKey(tenant, loanId));
    const sameEvent = this.events.get(tenantKey(tenant, eventItemId(event)));
    const samePayment =
      fact.type === 'payment-received'
        ? [...this.events.values()].find((each) => each.tenant === tenant && each.paymentId === fact.paymentId)
        : undefined;
    const others = personsHeldBy(fact).flatMap((id) => this.links.get(tenantKey(tenant, id))?.loans ?? []);
    const loansOfPerson = [...new Set(others)]
      .filter((id) => id !== loanId)
      .flatMap((id) => this.loans.get(tenantKey(tenant, id)) ?? []);
    const now = this.now(tenant);
    const judged = judge({
      now,
      wall: this.wall(),
      tenantKnown: this.tenants.has(tenant),
      ...(loan ? { loan } : {}),
      ...(sameEvent ? { sameEvent } : {}),
      ...(samePayment ? { samePayment } : {}),
      loansOfPerson,
    });
    if (judged.verdict === 'park') return { received: 'refused', because: judged.because };
    if (judged.verdict === 'accept') this.write(judged.write, loansOfPerson);
    const received = judged.verdict === 'accept' ? 'accepted' : 'known';
    if (!redrive)
      return { received, ring: judged.ring, unresolved: this.loans.get(tenantKey(tenant, loanId))?.unresolved ?? [] };
    const ring = this.clear(redrive.parkedId, {
      status: 'redriven',
      by: redrive.actor,
      because: judged.verdict,
      at: now,
    });
    return { received, ring: [...new Set([...judged.ring, ...ring])], unresolved: [] };
  };

  readonly park: ParkedStore['park'] = async ({ place, because, headers, sealed, loans, rememberUnknownLoans }) => {
    const _id = parkedIdOf(place);
    if (this.parkedRecords.has(_id)) return { first: false, ring: [] };
    const ring: string[] = [];
    const blocked = loans.filter(({ tenant, loanId }) => {
      const key = tenantKey(tenant, loanId);
      if (!this.tenants.has(tenant) || (!this.loans.has(key) && !rememberUnknownLoans)) return false;
      const loan = this.loans.get(key) ?? unknownLoan({ tenant, loanId });
      this.loans.set(key, { ...loan, order: loan.order + 1, unresolved: [...loan.unresolved, _id] });
      ring.push(
        ...this.tell(key, { kind: 'event-parked', itemId: `parked/${_id}`, at: this.now(tenant), parkedId: _id }),
      );
      return true;
    });
    const first = blocked[0] ?? loans[0];
    this.parkedRecords.set(_id, {
      _id,
      ...first,
      headers,
      sealedBytes: sealed,
      cause: because,
      parkedAt: this.now(first?.tenant),
      status: 'parked',
    });
    return { first: true, ring };
  };

  readonly find: ParkedStore['find'] = async (parkedId) => this.parkedRecords.get(parkedId);

  readonly list: ParkedStore['list'] = async (tenant, status) =>
    [...this.parkedRecords.values()].filter(
      (each) => each.status === status && (tenant === undefined || each.tenant === tenant),
    );

  readonly resolve: ParkedStore['resolve'] = async (parkedId, how) => {
    const found = this.parkedRecords.get(parkedId);
    if (!found) return { resolved: false, refused: 'unknown-parked' };
    if (found.status !== 'parked') return { resolved: false, refused: 'already-resolved' };
    return { resolved: true, ring: this.clear(parkedId, { ...how, at: this.now(found.tenant) }) };
  };

  readonly refusedAgain: ParkedStore['refusedAgain'] = async (parkedId, because) => {
    const found = this.parkedRecords.get(parkedId);
    if (found?.status === 'parked') this.parkedRecords.set(parkedId, { ...found, cause: because });
  };

  private now(tenant: string | undefined): string {
    return (tenant === undefined ? undefined : this.tenants.get(tenant)?.now) ?? this.wall().toISOString();
  }

  private write(
    { loan, event, newDebtors, items, personHold, loanHolds = [], histories = [] }: IntakeWrite,
    others: LoanRecord[],
  ): void {
    for (const personId of newDebtors) {
      const key = tenantKey(loan.tenant, personId);
      const link = this.links.get(key) ?? { loans: [], waitingHolds: [] };
      this.links.set(key, { ...link, loans: [...link.loans, loan.loanId] });
      this.persons.get(key)?.loans.push(loan.loanId);
    }
    if (personHold) {
      const key = tenantKey(loan.tenant, personHold.personId);
      const person = this.persons.get(key);
      const link = this.links.get(key) ?? { loans: [], waitingHolds: [] };
      if (person) person.holds.push(personHold.hold);
      else this.links.set(key, { ...link, waitingHolds: [...link.waitingHolds, personHold.hold] });
    }
    for (const { personId, holds } of histories)
      this.persons.get(tenantKey(loan.tenant, personId))?.holds.push(...holds);
    const held = (each: LoanRecord): LoanRecord => ({
      ...each,
      holds: [...each.holds, ...loanHolds.flatMap(({ loanId, hold }) => (loanId === each.loanId ? [hold] : []))],
    });
    this.loans.set(loan._id, held(loan));
    for (const other of others) this.loans.set(other._id, { ...held(other), order: other.order + 1 });
    this.events.set(event._id, event);
    for (const { caseId, item } of items) this.append(caseId, item);
  }

  private append(caseId: string, item: NewInput): void {
    const { tenant, loanId } = readCaseId(caseId);
    const key = tenantKey(tenant, loanId);
    const loan = this.loans.get(key);
    const items = this.inbox.get(caseId) ?? [];
    if (!loan || loan.openCase !== caseId || items.some(({ itemId }) => itemId === item.itemId)) return;
    const n = loan.inboxSeq + 1;
    this.loans.set(key, { ...loan, inboxSeq: n });
    this.inbox.set(caseId, [...items, { ...item, n } as Input]);
  }

  private tell(loanKey: string, item: NewInput): string[] {
    const openCase = this.loans.get(loanKey)?.openCase;
    if (openCase === undefined) return [];
    this.append(openCase, item);
    return [openCase];
  }

  private clear(parkedId: string, { status, by, because, at }: Resolution): string[] {
    const found = this.parkedRecords.get(parkedId);
    if (found?.status !== 'parked') return [];
    this.parkedRecords.set(parkedId, { ...found, status, resolvedBy: by, resolvedBecause: because, resolvedAt: at });
    return [...this.loans.values()]
      .filter(({ unresolved }) => unresolved.includes(parkedId))
      .flatMap((loan) => {
        this.loans.set(loan._id, {
          ...loan,
          order: loan.order + 1,
          unresolved: loan.unresolved.filter((id) => id !== parkedId),
        });
        return this.tell(loan._id, { kind: 'unresolved-cleared', itemId: `cleared/${parkedId}`, at, parkedId });
      });
  }
}
