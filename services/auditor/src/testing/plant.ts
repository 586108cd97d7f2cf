import type { AuditedAct } from '../audited-act.js';
import type { Entry, Evidence, Fact, OutsideLogs } from '../evidence.js';
import { cited } from '../law/contact-rule.js';
import { law, retold } from './clean-evidence.js';

/** For tests: ways into the clean world, and to change what one of its journals tells. */
export const [sms, call, visit, place, recall] = [
  't/L1/1/1/sms-1/1',
  't/L3/1/1/call-1/2',
  't/L3/1/1/visit-1/1',
  't/L1/1/1/place-1/1',
  't/L1/1/1/recall/1',
] as const;

export const must = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('not in the clean world');
  return thing;
};

export const act = ({ acts }: Evidence, id: string): AuditedAct => must(acts.find((each) => each.id === id));
export const entry = ({ journal }: Evidence, caseId: string, seq: number): Entry =>
  must(journal.find((each) => each.caseId === caseId && each.seq === seq));
export const ofCase = <T extends { caseId: string }>(all: T[], caseId: string): T =>
  must(all.find((each) => each.caseId === caseId));
export const outside = (evidence: Evidence): OutsideLogs => must(evidence.outside);

export const drop = <T>(all: T[], which: (one: T) => boolean): void => {
  const index = all.findIndex(which);
  if (index < 0) throw new Error('not in the clean world');
  all.splice(index, 1);
};

/** The `nth` fact of the type changed; -1 is the last. */
export const changed = (
  evidence: Evidence,
  caseId: string,
  type: string,
  change: (fact: Fact) => Fact,
  nth = 0,
): Evidence =>
  retold(evidence, caseId, (facts) => {
    const one = must(facts.filter((fact) => fact.type === type).at(nth));
    return facts.map((fact) => (fact === one ? change(fact) : fact));
  });

/** One more fact after the last of a type. */
export const inserted = (evidence: Evidence, caseId: string, after: string, fact: Fact): Evidence =>
  retold(evidence, caseId, (facts) => facts.toSpliced(facts.findLastIndex(({ type }) => type === after) + 1, 0, fact));

/** A rule of the packs as violations name it. */
export const byRule = (id: string): string => cited(must(law.rules.find((rule) => rule.id === id)));

/** The only number of P1 reached nobody from that day on. */
export const withoutNumber = ({ persons }: Evidence, since: string): void => {
  must(persons.find(({ personId }) => personId === 'P1')).points = [
    { pointId: 'old', kind: 'mobile', verifiedOn: '2025-06-01', invalidSince: since },
  ];
};
