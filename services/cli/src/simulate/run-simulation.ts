import { BadLines, type BadLine } from '../files/bad-lines.js';
import { Mistake } from '../words/mistake.js';
import { openThread, type Thread } from './open-thread.js';
import { addPlayed, nothingPlayed, type Played, type SimulationTask } from './play-batch.js';
import { portfolioBatches, type Batch } from './portfolio-batches.js';
import { readPortfolioLine, formatOf, type RowsAgree } from './read-portfolio-line.js';
import { loanMark } from './loan-mark.js';

export type RunSimulation = Omit<SimulationTask, 'format' | 'agree'> & {
  portfolio: string;
  workers: number;
  /** Loans played so far, and how much of the file is read (0 to 1; absent: nobody knows). */
  onProgress?: (loans: number, read: number | undefined) => void;
};

export type Simulated = Played & { loans: number; asOf: string; currency: string };

/** Further bad lines are not looked for. */
const mostBad = 20;

type Opened = { task: SimulationTask; first: Batch; rest: AsyncGenerator<Batch> };

/** The first row says as of when and in which currency all of them are. */
const open = async ({ portfolio, rules, against, months, seed }: RunSimulation): Promise<Opened> => {
  const rest = portfolioBatches(portfolio);
  const { value: first } = await rest.next();
  const [head] = first?.lines ?? [];
  if (!first || !head) throw new Mistake(`${portfolio} holds no loans`);
  const format = formatOf(head.text);
  if (format.format === 'csv') first.lines.shift();
  const zones = new Set(Object.keys(rules.zones));
  const [row] = first.lines;
  if (!row) throw new Mistake(`${portfolio} holds no loans`);
  const read = readPortfolioLine(row.text, format);
  if ('faults' in read)
    throw new BadLines(
      portfolio,
      read.faults.map((fault) => ({ number: row.number, ...fault })),
    );
  const { asOf, currency } = read.row;
  if (!rules.costs.currencies[currency])
    throw new BadLines(portfolio, [
      { number: row.number, field: 'currency', reason: 'has no prices in policies/simulation/costs.yaml' },
    ]);
  const agree: RowsAgree = { asOf, currency, zones, law: rules.law };
  return { task: { rules, months, seed, format, agree, ...(against && { against }) }, first, rest };
};

/**
 * Plays a portfolio in threads, some lines at a time. Nothing is kept of a loan but a mark of its id, so that no loan is played twice.
 * @throws BadLines naming lines and fields that are wrong, then nothing is told of the rest
 * @throws Mistake when there are no loans
 */
export async function runSimulation(
  run: RunSimulation,
  opened: (task: SimulationTask) => Thread = openThread,
): Promise<Simulated> {
  const { task, first, rest } = await open(run);
  const total = nothingPlayed(task);
  const bad: BadLine[] = [];
  const marks = new Set<number>();
  let loans = 0;
  let waiting: Batch | undefined = first;
  const next = async (): Promise<Batch | undefined> => {
    const batch = waiting;
    waiting = undefined;
    if (batch) return batch;
    const { value, done } = await rest.next();
    return done ? undefined : value;
  };
  const threads = Array.from({ length: run.workers }, () => opened(task));
  try {
    await Promise.all(
      threads.map(async (thread) => {
        for (let batch = await next(); batch !== undefined && bad.length < mostBad; batch = await next()) {
          const played = await thread.play(batch);
          addPlayed(total, played);
          bad.push(...played.bad);
          for (const { number, loan } of played.loans) {
            const mark = loanMark(loan);
            if (marks.has(mark)) bad.push({ number, field: 'loan', reason: 'stands in another line too' });
            marks.add(mark);
          }
          loans += played.loans.length;
          run.onProgress?.(loans, batch.read);
        }
      }),
    );
  } finally {
    await Promise.all([...threads.map((thread) => thread.close()), rest.return(undefined)]);
  }
  if (bad.length > 0) throw new BadLines(run.portfolio, bad.toSorted((a, b) => a.number - b.number).slice(0, mostBad));
  return { ...total, loans, asOf: task.agree.asOf, currency: task.agree.currency };
}
