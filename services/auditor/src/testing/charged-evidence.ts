import type { Evidence } from '../evidence.js';
import type { News } from '../news.js';
import { cleanEvidence } from './clean-evidence.js';
import { act, must, ofCase, outside, place, recall, sms } from './plant.js';

/** 36.5 % a year on 50.00 of principal: 5 fen a day. */
const terms: News = {
  news: 'terms',
  version: 1,
  zone: 'Asia/Shanghai',
  startOn: '2025-12-01',
  allocation: undefined,
  lateCharge: {
    contractRatePpm: 365_000,
    dayCount: 'act/365f',
    rounding: { mode: 'half-up', point: 'end' },
    penalty: { base: 'principal', rate: { yearlyPpm: 365_000 } },
  },
  costs: { principal: [] },
};
export const newsOf = (evidence: Evidence, id: string): News[] =>
  must(evidence.incoming.find((each) => each.id === id)?.news);
export const coverOf = (evidence: Evidence, id: string) => must(act(evidence, id).covers[0]);

/** The clean world, in which loan L1 charges for lateness from 1 January, and everybody was told rightly. */
export const late = (): Evidence => {
  const evidence = cleanEvidence();
  newsOf(evidence, 'e1').push(structuredClone(terms));
  coverOf(evidence, sms).late = { asOf: '2026-01-06', late: 25, owed: 5_025 };
  // 15:30 in London is 23:30 in Shanghai, the same day.
  coverOf(evidence, place).late = { asOf: '2026-03-15', late: 365, owed: 5_365 };
  coverOf(evidence, recall).late = { asOf: '2026-03-21', late: 390, owed: 390 };
  must(ofCase(evidence.cases, 't/L1/1').noted).late = { asOf: '2026-03-21', late: 390, owed: 390 };
  const told = outside(evidence).received;
  must(told.find(({ id }) => id === sms)).amounts = [14_025, 5_025, 9_000];
  must(told.find(({ id }) => id === place)).amounts = [5_365];
  return evidence;
};
/** A penalty on principal. */
export const yearly = (yearlyPpm: number) => ({ base: 'principal', rate: { yearlyPpm } });

/** That world under other terms, and what was told for lateness on 6 January, 15 and 21 March. */
export const under = (
  lateCharge: Record<string, unknown>,
  [sent, placed, recalled]: [number, number, number],
): Evidence => {
  const evidence = late();
  for (const each of newsOf(evidence, 'e1'))
    if (each.news === 'terms') each.lateCharge = { ...each.lateCharge, ...lateCharge };
  coverOf(evidence, sms).late = { asOf: '2026-01-06', late: sent, owed: 5_000 + sent };
  coverOf(evidence, place).late = { asOf: '2026-03-15', late: placed, owed: 5_000 + placed };
  coverOf(evidence, recall).late = { asOf: '2026-03-21', late: recalled, owed: recalled };
  must(ofCase(evidence.cases, 't/L1/1').noted).late = { asOf: '2026-03-21', late: recalled, owed: recalled };
  return evidence;
};
