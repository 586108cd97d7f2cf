import type { GateAsk, GateLedger } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Rule } from '@recourse/domain/law/rule';
import { chanceOf } from './chance.js';
import { drawAsk, drawLedger } from './draw-ask.js';
import { drawEntry } from './draw-entries.js';
import { drawBeside, drawOddDay } from './draw-instant.js';
import { drawRule } from './draw-rule.js';
import { drawVisit } from './draw-visit.js';

/** One contact asked, and everything that is done to it: a rule more, another instant, an attempt concluded, another ledger. */
export type LawCase = {
  ask: GateAsk;
  rule: Rule;
  packNth: number;
  /** Milliseconds from the instant asked to another one that is judged too. */
  besides: number[];
  begun: LedgerEntry;
  known: Pick<LedgerEntry, 'connected' | 'conversation' | 'voicemail'>;
  other: GateLedger;
  /** How finely a deferral is looked through, in milliseconds. */
  step: number;
  visit: ReturnType<typeof drawVisit>;
  /** In which place the contact is judged under the law as shipped, and who lives where. */
  place: number;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The case of that seed, the same for ever. */
export const drawCase = (seed: number): LawCase => {
  const chance = chanceOf(seed);
  const { of, onceIn, below, times } = chance;
  const oddDay = drawOddDay(chance);
  const ask = drawAsk(chance, oddDay);
  return {
    ask,
    rule: drawRule(chance, 'ADDED'),
    packNth: below(ask.law.packs.length),
    besides: times(12, () => of([0, hour, -hour, day, -day, 7 * day, 30 * day]) + drawBeside(chance)),
    begun: drawEntry(chance, oddDay, 'begun'),
    known: of<LawCase['known']>([
      { connected: false, conversation: false },
      { connected: false, conversation: false, voicemail: false },
      { connected: true, conversation: false, voicemail: true },
      { connected: true, conversation: true },
    ]),
    other: drawLedger(chance, oddDay),
    step: onceIn(2_000) ? minute : onceIn(20) ? 15 * minute : 6 * hour,
    visit: drawVisit(chance),
    place: below(1_000_000),
  };
};
