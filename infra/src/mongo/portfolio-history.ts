import type { ActRecord } from '@recourse/activities/records/act-record';
import type { ParkedRecord } from '@recourse/activities/records/event-record';
import type { Stage } from '@recourse/domain/case/stage';
import type { Collections } from './collections.js';

/** What was done with a portfolio, for the report at the end. */
export type PortfolioHistory = {
  /** How often each stage was entered, and how often it was passed over. */
  stages: { stage: Stage; entered: number; passedOver: number }[];
  /** Acts by what was done and what came of it. */
  acts: { what: string; outcome: string; count: number }[];
  parked: Pick<ParkedRecord, '_id' | 'status' | 'cause' | 'resolvedBy' | 'resolvedBecause'>[];
  journalEntries: number;
};

const stageOrder: Stage[] = ['reminder', 'call', 'visit', 'outsourcing', 'legal', 'monitoring'];

export async function portfolioHistory(
  { journal, acts, parked, cases }: Pick<Collections, 'journal' | 'acts' | 'parked' | 'cases'>,
  tenant: string,
): Promise<PortfolioHistory> {
  const caseIds = (await cases.find({ tenant }).project<{ _id: string }>({ _id: 1 }).toArray()).map(({ _id }) => _id);
  const [moves, actRows, parkedRows, journalEntries] = await Promise.all([
    journal
      .find({ caseId: { $in: caseIds }, 'fact.type': { $in: ['stage-entered', 'stage-passed-over'] } })
      .project<{ fact: { type: string; stage: Stage } }>({ _id: 0, 'fact.type': 1, 'fact.stage': 1 })
      .toArray(),
    acts
      .find({ tenant })
      .project<Pick<ActRecord, 'act' | 'status' | 'outcome'>>({ _id: 0, act: 1, status: 1, outcome: 1 })
      .toArray(),
    parked
      .find({ $or: [{ tenant }, { tenant: { $exists: false } }] })
      .sort({ parkedAt: 1 })
      .toArray(),
    journal.countDocuments({ caseId: { $in: caseIds } }),
  ]);
  const counts = new Map<string, number>();
  for (const row of actRows) {
    const key = `${whatOf(row)}|${outcomeOf(row)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const times = (stage: Stage, type: string): number =>
    moves.filter(({ fact }) => fact.stage === stage && fact.type === type).length;
  return {
    stages: stageOrder.map((stage) => ({
      stage,
      entered: times(stage, 'stage-entered'),
      passedOver: times(stage, 'stage-passed-over'),
    })),
    acts: [...counts]
      .map(([key, count]) => ({ what: key.split('|')[0] ?? '', outcome: key.split('|')[1] ?? '', count }))
      .sort((a, b) => (a.what === b.what ? b.count - a.count : a.what < b.what ? -1 : 1)),
    parked: parkedRows,
    journalEntries,
  };
}

function whatOf({ act }: Pick<ActRecord, 'act'>): string {
  if (act.kind === 'send-reminder' || act.kind === 'send-notice') return `${act.kind} ${act.channel}`;
  return act.kind === 'place-call' ? `${act.kind} ${act.by}` : act.kind;
}

function outcomeOf({ status, outcome }: Pick<ActRecord, 'status' | 'outcome'>): string {
  if (!outcome) return status;
  return outcome.result === 'answered' ? outcome.code : outcome.result;
}
