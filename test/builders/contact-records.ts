import { fileURLToPath } from 'node:url';
import type { Act } from '@recourse/domain/case/act';
import { caseIdOf, planIdOf, tenantKey } from '@recourse/domain/case/case-id';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { unopened } from '@recourse/domain/case/evolve';
import type { PlannedNext } from '@recourse/domain/case/plan';
import type { Terms } from '@recourse/domain/case/terms';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { DeskRules } from '@recourse/activities/contact/begin-rules';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { loadTemplates } from '@recourse/infra/policies/load-templates';

export const tenant = 'test';
/** 10:00 in Shanghai. */
export const ten = '2026-03-02T02:00:00.000Z';

const folder = fileURLToPath(new URL('../../policies', import.meta.url));
export const policies = loadPolicies(folder);
export const beginRules: DeskRules = {
  law: policies.law,
  contacts: policies.contacts,
  zones: policies.zones,
  partners: policies.partners,
  templates: loadTemplates(folder),
  strategiesByHash: policies.strategiesByHash,
};

const terms = (personId: string): Terms => ({
  version: 1,
  product: 'cash-loan',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 3,
  tolerance: 0,
  debtors: [{ personId, role: 'borrower' }],
});

/** A loan of person `p1` with one instalment of 1 000.00 overdue and its first case open. */
export const aLoan = (loanId: string, changes: Partial<LoanRecord> = {}): LoanRecord => ({
  _id: tenantKey(tenant, loanId),
  tenant,
  loanId,
  terms: terms('p1'),
  position: {
    currency: 'CNY',
    instalments: [{ number: 1, dueOn: '2026-02-20', due: { principal: 100_000 }, state: 'missed' }],
    payments: [],
    outstanding: 500_000,
  },
  positionVersion: 1,
  order: 1,
  inboxSeq: 0,
  openCase: caseIdOf(tenant, loanId, 1),
  episodes: 1,
  unresolved: [],
  holds: [],
  ...changes,
});

export const aReminder: Act = {
  kind: 'send-reminder',
  purpose: 'collect',
  channel: 'sms',
  personId: 'p1',
  pointId: 'm1',
  template: 'reminder-first',
};
export const aDeskCall: Act = { kind: 'place-call', purpose: 'collect', by: 'desk', personId: 'p1', pointId: 'm1' };

/** The open case of a loan with a plan due now; `step` names the plan. */
export const aCase = (
  loanId: string,
  act: Act = aReminder,
  plan: Partial<PlannedNext> = {},
  changes: Partial<CollectionCase> = {},
): CollectionCase => {
  const caseId = caseIdOf(tenant, loanId, 1);
  return {
    ...unopened,
    caseId,
    tenant,
    loanId,
    episode: 1,
    seq: 1,
    status: 'open',
    stage: 'reminder',
    terms: terms('p1'),
    strategy: { name: 'consumer-cn', version: 1, hash: policies.latestByName.get('consumer-cn')?.hash ?? '' },
    plan: { id: planIdOf(caseId, 1, 'sms-1', 1), readPosition: 1, dueAt: ten, act, because: 'a test', ...plan },
    ...changes,
  };
};

/** Person `p1` in Shanghai with a mobile number, an e-mail address and an address, none of them real. */
export const aPerson = (loans: string[], changes: Partial<PersonRecord> = {}): PersonRecord => ({
  _id: tenantKey(tenant, 'p1'),
  tenant,
  personId: 'p1',
  zone: 'Asia/Shanghai',
  language: 'zh',
  wrappedKey: '',
  points: (['mobile', 'email', 'address'] as const).map((kind) => ({
    pointId: `${kind[0]}1`,
    kind,
    blindIndex: `blind-${kind}`,
    sealed: { iv: '', data: '', tag: '' },
    source: 'test',
  })),
  ledger: [],
  holds: [],
  loans,
  version: 1,
  ...changes,
});

/** The open task of a case's plan, leased by `by`. */
export const aTask = (kase: CollectionCase, by: string | undefined, also: CollectionCase[] = []): TaskRecord => {
  const covers = [kase, ...also].map(({ caseId, loanId, plan }) => ({
    caseId,
    loanId,
    planId: 'ending' in plan ? '' : plan.id,
  }));
  const { planId } = covers[0] ?? { planId: '' };
  const lease = by && { by, until: '2026-03-02T02:30:00.000Z' };
  return {
    _id: planId,
    tenant,
    kind: 'call',
    covers,
    personId: 'p1',
    pointId: 'm1',
    openedAt: ten,
    deadline: '2026-03-02T08:00:00.000Z',
    status: 'open',
    version: 1,
    ...(lease && { lease }),
  };
};
