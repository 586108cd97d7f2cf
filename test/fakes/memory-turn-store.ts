import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import { seenPeople } from '@recourse/activities/turn/seen-people';
import { seenRelated } from '@recourse/activities/turn/seen-related';
import type { TurnRead, TurnStore, TurnWrite } from '@recourse/activities/turn/turn-store';
import type { Hold } from '@recourse/domain/holds/hold';
import { appended } from '../builders/turn-records.js';

/** What a MongoDB would hold, by `_id`. */
export class MemoryRecords {
  readonly tenants = new Map<string, TenantRecord>();
  readonly loans = new Map<string, LoanRecord>();
  readonly persons = new Map<string, PersonRecord>();
  readonly inbox = new Map<string, InboxRecord>();
  readonly acts = new Map<string, ActRecord>();
  readonly tasks = new Map<string, TaskRecord>();
  readonly cases = new Map<string, CollectionCase>();
  readonly journal: JournalEntry[] = [];
}

/** The turn's store in memory. */
export function memoryTurnStore(records: MemoryRecords, wall = () => new Date()): TurnStore {
  return {
    async takeTurn(caseId, judge) {
      const read = readTurn(records, caseId, wall);
      if (!read) return 'no-loan';
      const write = judge(structuredClone(read));
      const { now, clockKind } = read;
      if (write.entries.length === 0) return { written: false, kase: write.kase, now, clockKind, ring: [] };
      await Promise.resolve(); // others may write here
      return mayWrite(records, read, write)
        ? { written: true, kase: write.kase, now, clockKind, ring: apply(records, caseId, write) }
        : 'moved';
    },
    load: async (caseId) => records.cases.get(caseId),
  };
}

function readTurn(records: MemoryRecords, caseId: string, wall: () => Date): TurnRead | undefined {
  const { tenant, loanId } = readCaseId(caseId);
  const loan = records.loans.get(tenantKey(tenant, loanId));
  const owner = records.tenants.get(tenant);
  if (!loan || !owner) return undefined;
  const kase = records.cases.get(caseId);
  const inbox = [...records.inbox.values()]
    .filter((item) => item.caseId === caseId && !item.consumed)
    .sort((a, b) => a.n - b.n);
  const persons = (loan.terms?.debtors ?? []).flatMap(
    ({ personId }) => records.persons.get(tenantKey(tenant, personId)) ?? [],
  );
  const offered = inbox.some(({ input }) => input.kind === 'act-outcome' && input.outcome.result === 'offered');
  return {
    caseId,
    now: owner.clock.kind === 'test' ? owner.clock.now : wall().toISOString(),
    clockKind: owner.clock.kind,
    strategyName: owner.strategy,
    ...(kase ? { kase } : {}),
    loan,
    inbox: inbox.map(({ input }) => input),
    people: seenPeople(loan.terms, persons),
    related: seenRelated(
      loan.terms,
      [...records.persons.values()].filter((person) => person.tenant === tenant),
    ),
    unconcluded: [...records.acts.values()].flatMap(({ _id, covers, status }) =>
      status === 'concluded'
        ? []
        : covers.filter((cover) => cover.caseId === caseId).map(({ planId }) => ({ planId, actId: _id, status })),
    ),
    ...(offered ? { offering: readOffering(records, caseId, persons) } : {}),
  };
}

function readOffering(
  records: MemoryRecords,
  caseId: string,
  persons: PersonRecord[],
): NonNullable<TurnRead['offering']> {
  const { tenant, loanId } = readCaseId(caseId);
  const others = persons.flatMap(({ loans }) => loans).filter((id) => id !== loanId);
  const cases = others.flatMap(
    (id) => records.cases.get(records.loans.get(tenantKey(tenant, id))?.openCase ?? '') ?? [],
  );
  const siblings = cases.flatMap(({ caseId: id, loanId: loan, plan }) =>
    'ending' in plan ? [] : [{ caseId: id, loanId: loan, plan }],
  );
  const covering = [...records.tasks.values()].find(
    ({ status, covers, kind }) =>
      status === 'open' && (kind === 'call' || kind === 'visit') && covers.some((cover) => cover.caseId === caseId),
  );
  return { siblings, ...(covering && covering.covers[0]?.caseId !== caseId ? { coveredBy: covering._id } : {}) };
}

function mayWrite({ cases, loans, acts, tasks }: MemoryRecords, { caseId, loan }: TurnRead, write: TurnWrite): boolean {
  if ((cases.get(caseId)?.seq ?? 0) + 1 !== write.entries[0]?.seq) return false;
  if (write.tasksOpened.some(({ _id }) => tasks.get(_id)?.status === 'open')) return false;
  if (!write.closes) return true;
  const now = loans.get(loan._id);
  const begun = [...acts.values()].some(
    (act) => act.status === 'begun' && act.covers.some((cover) => cover.caseId === caseId),
  );
  return (
    now?.openCase === caseId &&
    now.positionVersion === loan.positionVersion &&
    now.inboxSeq === write.kase.consumedThrough &&
    !begun
  );
}

function apply(records: MemoryRecords, caseId: string, write: TurnWrite): string[] {
  const { tenant, loanId } = readCaseId(caseId);
  records.cases.set(caseId, write.kase);
  records.journal.push(...write.entries);
  for (const { itemId, answer } of write.consumed) {
    const item = records.inbox.get(`${caseId}/${itemId}`);
    if (item) records.inbox.set(item._id, { ...item, consumed: true, ...(answer ? { answer } : {}) });
  }
  for (const task of write.tasksOpened) records.tasks.set(task._id, task);
  for (const { taskId, because, at } of write.tasksClosed) {
    const task = records.tasks.get(taskId);
    if (task?.status !== 'open') continue;
    const left = task.covers.filter((cover) => cover.caseId !== caseId);
    const version = task.version + 1;
    if (because === 'withdrawn' && left.length > 0) records.tasks.set(taskId, { ...task, covers: left, version });
    else records.tasks.set(taskId, { ...task, status: 'closed', closedBecause: because, closedAt: at, version });
  }
  for (const hold of write.holdsPlaced)
    changeHolds(records, tenant, hold, (holds) => (holds.some(({ id }) => id === hold.id) ? holds : [...holds, hold]));
  for (const { hold, at } of write.holdsEnded)
    changeHolds(records, tenant, hold, (holds) =>
      holds.map((each) => (each.id === hold.id ? { ...each, endedAt: at } : each)),
    );
  if (write.closes) {
    const { openCase: _closed, ...loan } = records.loans.get(tenantKey(tenant, loanId)) as LoanRecord;
    records.loans.set(loan._id, { ...loan, carry: write.closes.carry });
  }
  return write.tells.flatMap((told) => tellOthers(records, caseId, told));
}

function tellOthers(
  { persons, loans, inbox }: MemoryRecords,
  caseId: string,
  { personId, item }: TurnWrite['tells'][number],
): string[] {
  const { tenant, loanId } = readCaseId(caseId);
  const others = (persons.get(tenantKey(tenant, personId))?.loans ?? []).filter((id) => id !== loanId);
  return others.flatMap((id) => {
    const loan = loans.get(tenantKey(tenant, id));
    if (!loan?.openCase || inbox.has(`${loan.openCase}/${item.itemId}`)) return [];
    const after = appended(loan, item);
    loans.set(loan._id, after.loan);
    inbox.set(after.item._id, after.item);
    return [loan.openCase];
  });
}

function changeHolds(
  { loans, persons }: MemoryRecords,
  tenant: string,
  { scope }: Hold,
  change: (holds: Hold[]) => Hold[],
): void {
  if ('loan' in scope) {
    const loan = loans.get(tenantKey(tenant, scope.loan));
    if (loan) loans.set(loan._id, { ...loan, holds: change(loan.holds) });
  }
  if ('person' in scope) {
    const person = persons.get(tenantKey(tenant, scope.person));
    if (person) persons.set(person._id, { ...person, holds: change(person.holds), version: person.version + 1 });
  }
}
