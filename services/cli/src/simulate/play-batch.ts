import {
  addDifferences,
  addPair,
  figuresOf,
  figuresSince,
  noDifference,
  type PairedDifference,
} from '@recourse/domain/simulation/paired-difference';
import { simulateLoan } from '@recourse/domain/simulation/simulate-loan';
import type { SimulationRules } from '@recourse/domain/simulation/simulation-rules';
import { addTally, emptyTally, type Tally } from '@recourse/domain/simulation/tally';
import type { BadLine } from '../files/bad-lines.js';
import type { Batch } from './portfolio-batches.js';
import { readPortfolioLine, type LineFormat, type RowsAgree } from './read-portfolio-line.js';

/** What every thread is given, once. `against`: the strategy to compare with. */
export type SimulationTask = {
  rules: SimulationRules;
  against?: Pick<SimulationRules, 'strategy' | 'strategyHash'>;
  months: number;
  seed: string;
  format: LineFormat;
  agree: RowsAgree;
};

/** What became of loans; `bad` lines were not played. */
export type Played = { tally: Tally; against?: { tally: Tally; difference: PairedDifference } };
export type PlayedBatch = Played & { loans: { number: number; loan: string }[]; bad: BadLine[] };

export const nothingPlayed = ({ against, months }: Pick<SimulationTask, 'against' | 'months'>): Played => ({
  tally: emptyTally(months),
  ...(against && { against: { tally: emptyTally(months), difference: noDifference() } }),
});

export const addPlayed = (into: Played, from: Played): void => {
  addTally(into.tally, from.tally);
  if (!into.against || !from.against) return;
  addTally(into.against.tally, from.against.tally);
  addDifferences(into.against.difference, from.against.difference);
};

/** Plays the loans of a batch, under both strategies on the same luck when there are two. Pure. */
export function playBatch({ lines }: Pick<Batch, 'lines'>, task: SimulationTask): PlayedBatch {
  const { rules, against, format, agree } = task;
  const played: PlayedBatch = { ...nothingPlayed(task), loans: [], bad: [] };
  for (const { number, text } of lines) {
    const read = readPortfolioLine(text, format, agree);
    if ('faults' in read) {
      played.bad.push(...read.faults.map((fault) => ({ number, ...fault })));
      continue;
    }
    played.loans.push({ number, loan: read.row.loan });
    if (!against || !played.against) {
      simulateLoan(read.row, rules, task, played.tally);
      continue;
    }
    const { tally, difference } = played.against;
    const before = [figuresOf(played.tally), figuresOf(tally)] as const;
    simulateLoan(read.row, rules, task, played.tally);
    simulateLoan(read.row, { ...rules, ...against }, task, tally);
    addPair(difference, figuresSince(before[0], played.tally), figuresSince(before[1], tally));
  }
  return played;
}
