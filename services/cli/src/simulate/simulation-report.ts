import type { Channel } from '@recourse/domain/contact/channel';
import {
  comparedFigures,
  costOf,
  differenceIn,
  figuresOf,
  type ComparedFigure,
  type Difference,
} from '@recourse/domain/simulation/paired-difference';
import { standings, type Standing, type Tally } from '@recourse/domain/simulation/tally';
import type { Played } from './play-batch.js';

export type StrategyName = { strategy: string; version: number; hash: string };

/** What one strategy came to; money in minor units, rates as parts of one, absent where there is nothing to be a part of. */
export type StrategyReport = StrategyName & {
  recovery: {
    arrearsAtStart: number;
    fellDue: number;
    recovered: number;
    rate?: number;
    arrearsAtEnd: number;
    paidInTime: number;
    payments: number;
    byMonth: { month: number; recovered: number }[];
  };
  cases: { opened: number; cured: number; relapsed: number; closed: Record<string, number> };
  promises: Tally['promises'];
  handedOver: Tally['handedOver'];
  standing: { month: number; loans: Record<Standing, number> }[];
  rolls: { from: Standing; loans: number; to: Record<Standing, number> }[];
  contacts: Record<Channel, { made: number; reached: number }>;
  withheld: { rule: string; refused: number; deferred: number }[];
  cost: Tally['cost'] & { total: number; rate?: number };
  turns: number;
};

/** What `recourse simulate --json` prints, `v` 1 (docs/simulate.md). */
export type SimulationReport = {
  v: 1;
  loans: number;
  months: number;
  asOf: string;
  currency: string;
  seed: string;
  assumptions: { borrowers: string; costs: string };
  strategies: StrategyReport[];
  /** The second strategy less the first. */
  difference?: Record<ComparedFigure, { first: number; second: number } & Difference>;
};

const byName = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));

export const strategyReport = (name: StrategyName, tally: Tally): StrategyReport => {
  const { arrearsAtStart, fellDue, recovered, arrearsAtEnd, paidInTime, payments, cases, cost, turns } = tally;
  const overdue = arrearsAtStart + fellDue;
  const rules = [...new Set([...Object.keys(tally.refused), ...Object.keys(tally.deferred)])].toSorted();
  const total = costOf(tally);
  return {
    ...name,
    recovery: {
      arrearsAtStart,
      fellDue,
      recovered,
      ...(overdue > 0 && { rate: recovered / overdue }),
      arrearsAtEnd,
      paidInTime,
      payments,
      byMonth: Object.entries(tally.recoveredInMonth).map(([month, each]) => ({
        month: Number(month),
        recovered: each,
      })),
    },
    cases: { ...cases, closed: byName(cases.closed) },
    promises: tally.promises,
    handedOver: tally.handedOver,
    standing: Object.entries(tally.standing).map(([month, loans]) => ({ month: Number(month), loans })),
    rolls: standings
      .filter((from) => from !== 'paid-off')
      .map((from) => ({
        from,
        loans: Object.values(tally.rolls[from]).reduce((sum, each) => sum + each, 0),
        to: tally.rolls[from],
      })),
    contacts: tally.contacts,
    withheld: rules.map((rule) => ({
      rule,
      refused: tally.refused[rule] ?? 0,
      deferred: tally.deferred[rule] ?? 0,
    })),
    cost: { ...cost, total, ...(recovered > 0 && { rate: total / recovered }) },
    turns,
  };
};

/** Both strategies side by side, with the interval of the difference. */
export const differenceReport = ({ tally, against }: Played): SimulationReport['difference'] => {
  if (!against) return undefined;
  const [first, second] = [figuresOf(tally), figuresOf(against.tally)];
  return Object.fromEntries(
    comparedFigures.map((figure) => [
      figure,
      { first: first[figure], second: second[figure], ...differenceIn(against.difference, figure) },
    ]),
  ) as SimulationReport['difference'];
};
