import type { AuditedHold } from '../audited-hold.js';
import type { AuditedLoan, Entry, Evidence, Fact } from '../evidence.js';
import { cleanActs } from './clean-acts.js';
import { cleanEvents, positionOf, recordsOf } from './clean-events.js';
import { cleanRuns, cleanTasks } from './clean-work.js';
import type { Practice } from '../law/practice.js';
import { readLaw } from '../law/read-law.js';
import { readPractice } from '../read-practice.js';
import { cleanJournals, sealed } from './clean-journals.js';

/** How this repository's contacts are made; and a notice that the law wants, whose words it has not. */
const shipped = await readPractice();
const notice = {
  says: ['sender-identity'],
  firstContact: true,
  writtenIn: ['zh', 'en'],
  channels: ['email', 'voice-bot'],
  purposes: ['legally-required', 'collect'],
  parties: ['borrower'],
  notices: ['bad-information'],
  isApproved: true,
};
const receipt = { ...notice, purposes: ['service'], notices: [] };
export const practice: Practice = {
  ...shipped,
  words: new Map([...shipped.words, ['bad-information@1', notice], ['receipt@1', receipt]]),
};

/** The packs of this repository. */
export const law = await readLaw();

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

/** What the receivers read: the message about two loans names each and their sum. */
const named: Record<string, number[]> = {
  't/L1/1/1/sms-1/1': [14_000, 5_000, 9_000],
  't/L1/1/1/place-1/1': [5_000],
};
const complained: AuditedHold = {
  id: 'complaint',
  reason: 'complaint',
  scope: { person: 'P3' },
  stops: ['contact'],
  from: '2026-01-20T16:00:00.000Z',
  until: '2026-02-02T14:00:00.000Z',
};
const debtors: Record<string, { personId: string; role: string }[]> = {
  L1: [{ personId: 'P1', role: 'borrower' }],
  L2: [
    { personId: 'P1', role: 'borrower' },
    { personId: 'P3', role: 'guarantor' },
  ],
  L3: [{ personId: 'P3', role: 'borrower' }],
};
const loanOf = (loan: string): Omit<AuditedLoan, 'loanId'> => ({
  currency: 'CNY',
  positionVersion: 2,
  product: 'consumer-loan',
  jurisdiction: loan === 'L3' ? 'US-MA' : 'CN',
  debtors: debtors[loan] ?? [],
  position: positionOf(loan),
  holds: [],
});

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
    readWallAt: Date.parse('2026-03-21T15:00:10.000Z'),
    incoming,
    unlogged: [],
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
        .map(({ id, channel, begunAt: at, blindIndex: to }) => ({
          id,
          channel,
          at,
          ...(channel === 'agency' ? { to: 'agency-1' } : to !== undefined && { to }),
          ...(named[id] && { amounts: named[id] }),
        })),
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
      { loanId: 'L1', openCase: 't/L1/1', ...loanOf('L1') },
      { loanId: 'L2', openCase: 't/L2/1', ...loanOf('L2') },
      { loanId: 'L3', ...loanOf('L3') },
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
        noted: { positionVersion: 2, arrears: 0, currency: 'CNY' },
        plan: { id: 't/L1/1/1/review/1', dueAt: '2026-06-20T16:00:00.000Z', readPosition: 2 },
      },
      {
        caseId: 't/L2/1',
        loanId: 'L2',
        status: 'open',
        stage: 'reminder',
        ...headOf('t/L2/1'),
        noted: { positionVersion: 1, arrears: 9000, currency: 'CNY' },
        plan: { id: 't/L2/1/1/notice/1', dueAt: '2026-03-21T14:30:00.000Z', readPosition: 2 },
      },
      {
        caseId: 't/L3/1',
        loanId: 'L3',
        status: 'closed',
        stage: 'monitoring',
        ...headOf('t/L3/1'),
        noted: { positionVersion: 2, arrears: 100, currency: 'CNY' },
        plan: { ending: 'cured' },
      },
    ],
    journal,
    acts,
    permits: [],
    creditRows: [],
    creditDisputes: [],
    persons: [
      { personId: 'P1', zone: 'Asia/Shanghai', holds: [] },
      // Was held between the call and the visit.
      {
        personId: 'P3',
        zone: 'America/New_York',
        standing: { places: ['US-OH'] },
        points: [{ pointId: 'm', placeType: 'mobile' }],
        relations: [{ to: 'P1', role: 'guarantor', namedBy: 'borrower' }],
        holds: [complained],
      },
    ],
    points: [],
    tasks: cleanTasks(),
    runs: cleanRuns(acts),
    law,
    practice,
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
