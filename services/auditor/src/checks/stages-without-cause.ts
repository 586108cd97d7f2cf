import type { Entry, Evidence, Fact } from '../evidence.js';
import type { KnownStrategy } from '../known-strategy.js';
import { finding, type Finding } from '../finding.js';
import { journalsOf } from '../journals.js';
import { newsOfLoans, type ToldOfLoan } from '../news-of-loans.js';
import { reckon } from '../reckon.js';
import { stageFault, type StageEntered } from '../stage-fault.js';

const wholeLadder: KnownStrategy['stages'] = ['reminder', 'call', 'visit', 'outsourcing', 'legal'].map((stage) => ({
  stage,
  asks: [],
}));

/** Every change of stage has its entry with a cause that can have led there, climbs to the next stage or past screened ones, and the case stands where they lead. */
export const stagesWithoutCause = (evidence: Evidence): Finding => {
  const stages = new Map(evidence.cases.map(({ caseId, stage }) => [caseId, stage]));
  const takenOn = new Set(
    evidence.accepted.flatMap(({ type, caseId }) => (type === 'loan-taken-on' ? (caseId ?? []) : [])),
  );
  const told = newsOfLoans(evidence);
  const violations = [...journalsOf(evidence)].flatMap(([caseId, entries]) => {
    const known = { takenOn: takenOn.has(caseId), told: told.get(caseId.split('/')[1] ?? '') };
    const { faults, stage } = climb(entries, evidence.strategies, known);
    if (!stages.has(caseId) || stages.get(caseId) === stage) return faults;
    return [
      ...faults,
      `${caseId}: stands in ${stages.get(caseId) ?? 'no stage'}, its journal leads to ${stage ?? 'none'}`,
    ];
  });
  return finding('stages-without-cause', violations);
};

const sameRound = new Set(['condition-met', 'borrower-found', 'promise-broken', 'promise-kept']);

type Climb = { faults: string[]; stage: string | undefined };

type Known = { takenOn: boolean; told: ToldOfLoan[] | undefined };

const climb = (entries: Entry[], strategies: KnownStrategy[], { takenOn, told }: Known): Climb => {
  const faults: string[] = [];
  let ladder = wholeLadder;
  let stage: string | undefined;
  let tolerance = 0;
  let overdue: boolean | undefined;
  let noted = Infinity;
  let passedOver = new Set<string>();
  let located = false;
  for (const { fact, caseId, seq } of entries) {
    const blame = (fault: string | undefined): void => void (fault && faults.push(`${caseId}/${seq}: ${fault}`));
    if (fact.type === 'borrower-located') located = true;
    if (fact.type === 'strategy-pinned') ladder = ladderOf(fact['strategy'], strategies);
    if (fact.type === 'case-opened') tolerance = (fact['terms'] as { tolerance?: number } | undefined)?.tolerance ?? 0;
    if (fact.type === 'position-noted') {
      overdue = Number(fact['arrears']) > tolerance;
      noted = Number(fact['positionVersion'] ?? Infinity);
    }
    if (fact.type === 'stage-passed-over') {
      passedOver.add(String(fact['stage']));
      blame(passedOverFault(fact));
    }
    if (fact.type !== 'stage-entered') continue;
    const entered = fact as unknown as StageEntered;
    const age = entered.because === 'taken-on' ? daysPastDue(told, noted, fact.at) : undefined;
    const standing = { before: stage, ladder, passedOver, overdue, takenOn, located };
    blame(stageFault(entered, { ...standing, ...(age !== undefined && { age }) }));
    stage = String(entered.stage);
    // Back to the calls for a number that was found is the same round still; so is what promises lead to.
    if (!sameRound.has(entered.because ?? '')) passedOver = new Set();
  }
  return { faults, stage };
};

const dayMs = 86_400_000;
/** The day is already over in the east when it begins in the west: the latest it can be anywhere. */
const farthestEastMs = 14 * 3_600_000;

/** From the events the case had read. Days that a hold kept off the ladder's clock are counted: ladder age is this or less. */
const daysPastDue = (told: ToldOfLoan[] | undefined, noted: number, at: string): number | undefined => {
  const read = told?.flatMap(({ positionVersion, news }) => (positionVersion <= noted ? news : []));
  const { oldest } = reckon(read ?? []);
  return oldest === undefined ? undefined : Math.floor((Date.parse(at) + farthestEastMs - Date.parse(oldest)) / dayMs);
};

const ladderOf = (pinned: unknown, strategies: KnownStrategy[]): KnownStrategy['stages'] => {
  const { name, version } = (pinned ?? {}) as Partial<KnownStrategy>;
  return strategies.find((known) => known.name === name && known.version === version)?.stages ?? wholeLadder;
};

const passedOverFault = (fact: Fact): string | undefined => {
  const criteria = (fact['criteria'] ?? []) as { held?: boolean }[];
  return criteria.some(({ held }) => held === false)
    ? undefined
    : `${String(fact['stage'])} is passed over though nothing spoke against it`;
};
