import type { Entry, Evidence, Fact } from '../evidence.js';
import { cleanActs } from './clean-acts.js';
import { cleanEvents, recordsOf } from './clean-events.js';
import { cleanJournals, sealed } from './clean-journals.js';

/** For tests: the same world with another story of one case, told alike by journal, case and Kafka. */
export const retold = (evidence: Evidence, caseId: string, change: (facts: Fact[]) => Fact[]): Evidence => {
  const own = evidence.journal.filter((entry) => entry.caseId === caseId).map(({ fact }) => fact);
  const entries = sealed(caseId, change(own));
  const last = entries.at(-1);
  const others = evidence.journal.filter((entry) => entry.caseId !== caseId);
  return {
    ...evidence,
    journal: [...others, ...entries],
    cases: evidence.cases.map((kase) =>
      kase.caseId === caseId && last ? { ...kase, seq: last.seq, head: last.hash } : kase,
    ),
    onKafka: publishedOf([...others, ...entries]),
  };
};

const publishedOf = (journal: Entry[]): Evidence['onKafka'] =>
  journal.map(({ caseId, seq, hash }) => ({
    id: `${caseId}/${seq}`,
    contentHash: hash,
    key: caseId.split('/').slice(0, 2).join('|'),
  }));

/** For tests: a small world in which everything is as it must be, near the edges of what is allowed. */
export const cleanEvidence = (): Evidence => {
  const journal = cleanJournals();
  const accepted = cleanEvents();
  const acts = cleanActs();
  const incoming = recordsOf(accepted);
  const headOf = (caseId: string): { seq: number; head: string } => {
    const last = journal.findLast((entry) => entry.caseId === caseId);
    return { seq: last?.seq ?? 0, head: last?.hash ?? '' };
  };
  return {
    tenant: 't',
    now: '2026-03-21T15:00:00.000Z',
    incoming,
    outside: {
      published: [
        ...incoming
          .filter(({ about, tenant }) => about === 'loan' && tenant === 't')
          .map(({ id = '', type = '', loan = '', place }) => ({
            id,
            type,
            loan,
            publishedAt: '2026-01-01T00:00:00.000Z',
            poison: id === 'e8',
            duplicate: place === 'in/0/7',
          })),
      ],
      received: acts
        .filter(({ acceptedAt }) => acceptedAt !== undefined)
        .map(({ id, channel, begunAt: at }) => ({ id, channel, at })),
    },
    accepted,
    parked: [
      {
        id: 'in/1/0',
        loanId: 'L2',
        status: 'discarded',
        parkedAt: '2026-01-07T00:00:00.000Z',
        resolvedAt: '2026-01-08T00:00:00.000Z',
      },
      { id: 'out/0/2', status: 'parked', parkedAt: '2026-01-07T00:00:00.000Z' },
    ],
    loans: [
      { loanId: 'L1', openCase: 't/L1/1', payments: [{ paymentId: 'p1', amount: 4_000 }] },
      { loanId: 'L2', openCase: 't/L2/1', payments: [{ paymentId: 'p2', amount: 4_000 }] },
      { loanId: 'L3', payments: [{ paymentId: 'p3', amount: 4_000 }] },
    ],
    inbox: [
      ...accepted.map(({ id, caseId = '' }) => ({ caseId, itemId: id, consumed: id !== '/servicing/e6' })),
      { caseId: 't/L1/1', itemId: '/sandbox/agency/o2', consumed: true },
    ],
    cases: [
      {
        caseId: 't/L1/1',
        loanId: 'L1',
        status: 'open',
        stage: 'monitoring',
        ...headOf('t/L1/1'),
        plan: { id: 't/L1/1/1/review/1', dueAt: '2026-06-20T16:00:00.000Z', readPosition: 2 },
      },
      {
        caseId: 't/L2/1',
        loanId: 'L2',
        status: 'open',
        stage: 'reminder',
        ...headOf('t/L2/1'),
        plan: { id: 't/L2/1/1/notice/1', dueAt: '2026-03-21T14:30:00.000Z', readPosition: 2 },
      },
      {
        caseId: 't/L3/1',
        loanId: 'L3',
        status: 'closed',
        stage: 'monitoring',
        ...headOf('t/L3/1'),
        plan: { ending: 'cured' },
      },
    ],
    journal,
    acts,
    persons: [
      { personId: 'P1', zone: 'Asia/Shanghai' },
      { personId: 'P3', zone: 'America/New_York' },
    ],
    // The relay crashed once between the broker's word and its own note of it.
    onKafka: publishedOf([...journal.slice(0, 3), ...journal]),
    kafkaIsCut: false,
    workflows: ['collection/t/L1/1', 'collection/t/L2/1'],
    strategies: [
      {
        name: 'clean',
        version: 1,
        stages: ['reminder', 'call', 'visit', 'outsourcing', 'legal'].map((stage) => ({ stage, asks: ['ladder-age'] })),
      },
    ],
  };
};
