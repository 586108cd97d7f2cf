import { addDays, dayNumber } from '../calendar/day-arithmetic.js';
import { instantAt } from '../calendar/local-time.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Carry, CollectionCase } from '../case/collection-case.js';
import type { decide } from '../case/decide.js';
import type { SeenPoint } from '../case/seen.js';
import type { Terms } from '../case/terms.js';
import type { GateAsk } from '../contact/gate-ask.js';
import type { LedgerEntry } from '../contact/ledger-entry.js';
import type { StandingOfPerson } from '../contact/standing-of-person.js';
import { plainStanding } from '../contact/standing-of-person.js';
import type { Hold } from '../holds/hold.js';
import { amountsOn, type Amounts } from '../money/arrears.js';
import { emptyPosition } from '../money/fold-position.js';
import type { Position } from '../money/position.js';
import type { BorrowerType } from './borrower-model.js';
import { pickShare } from './pick-share.js';
import type { PortfolioRow } from './portfolio-row.js';
import type { SimulationRules } from './simulation-rules.js';
import type { Tally } from './tally.js';
import { termsOfRow } from './terms-of-row.js';
import { throwsOf, type Throws } from './throws-of.js';

/** For whoever checks or measures a simulation from outside; nothing they do may change it. */
export type Watch = {
  /** A contact begins: all that the gate was asked. */
  onContact?: (ask: GateAsk, world: LoanWorld) => void;
  /** A turn is about to be taken: what `decide` is given. */
  onTurn?: (...given: Parameters<typeof decide>) => void;
  onEnd?: (world: LoanWorld) => void;
};

/** One loan while it is played: what servicing, the channels and the person would know of it, and its case. */
export type LoanWorld = {
  readonly row: PortfolioRow;
  readonly rules: SimulationRules;
  readonly terms: Terms;
  readonly zone: ZoneSlice;
  readonly standing: StandingOfPerson;
  readonly throws: Throws;
  readonly type: BorrowerType;
  readonly tally: Tally;
  readonly watch: Watch;
  now: Instant;
  month: number;
  position: Position & { version: number };
  /** Of `position`; reckoned once for each version. */
  owes: Amounts;
  /** Instalments that have fallen due, and the day number of the next one; infinite after the last. */
  fallen: number;
  nextDue: number;
  paidOff: boolean;
  kase?: CollectionCase;
  episode: number;
  carry?: Carry;
  /** Holds that the last case left open. */
  keptHolds: Hold[];
  n: number;
  points: SeenPoint[];
  ledger: LedgerEntry[];
  /** How many of a thing there were: `call`, `promise`. */
  counts: Record<string, number>;
  /** Payments to come by day number. */
  payments: Map<number, 'all' | 'by-type'>;
  /** Holds that somebody will end, by day number. */
  resolves: Map<number, string[]>;
  /** Day number of the last conversation with the right party. */
  spokenOn?: number;
};

export const personIdOf = ({ loan }: PortfolioRow): string => `${loan}-p`;

/** A loan before its first day. Whoever reads the row has seen to it that the zone is known. */
export const loanWorld = (
  row: PortfolioRow,
  rules: SimulationRules,
  seed: string,
  tally: Tally,
  watch: Watch,
): LoanWorld => {
  const throws = throwsOf(seed, row.loan);
  const { types } = rules.model;
  const name = pickShare(
    types.map(({ type, share }) => [type, share] as const),
    throws('type', 0),
  );
  const type = types.find((each) => each.type === name);
  if (!type) throw new Error('a borrower model without types');
  const zone = rules.zones[row.zone] ?? { zone: row.zone, offsets: [[0, 0]] };
  const before = instantAt(addDays(row.asOf, -1), '00:00', zone);
  const position = { ...emptyPosition(row.currency), version: 0 };
  return {
    row,
    rules,
    terms: termsOfRow(rules.law, row, personIdOf(row)),
    zone,
    standing: {
      ...plainStanding,
      places: [row.jurisdiction],
      consents: row.agreed.map((channel) => ({ to: 'medium', channel, basis: 'consent', at: before })),
    },
    throws,
    type,
    tally,
    watch,
    now: before,
    month: 0,
    position,
    owes: amountsOn(position, 'now'),
    fallen: 0,
    nextDue: dayNumber(row.dueOn),
    paidOff: false,
    episode: 1,
    keptHolds: [],
    n: 0,
    points: row.points.map((kind) => ({ pointId: `${row.loan}-${kind}`, kind, valid: true, verifiedOn: row.asOf })),
    ledger: [],
    counts: {},
    payments: new Map(),
    resolves: new Map(),
  };
};

/** How many there were before this one. */
export const countUp = (world: LoanWorld, what: string): number => {
  const nth = world.counts[what] ?? 0;
  world.counts[what] = nth + 1;
  return nth;
};

/** Puts a payment on a day, unless a fuller one is there. */
export const willPay = (world: LoanWorld, on: Day, how: 'all' | 'by-type'): void => {
  const day = dayNumber(on);
  if (world.payments.get(day) !== 'all') world.payments.set(day, how);
};
