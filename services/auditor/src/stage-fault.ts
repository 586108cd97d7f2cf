import type { KnownStrategy, Rung } from './known-strategy.js';

export type StageEntered = {
  stage?: string;
  from?: string;
  because?: string;
  criteria?: { fact?: string; held?: boolean }[];
};

type Standing = {
  before: string | undefined;
  ladder: KnownStrategy['stages'];
  passedOver: Set<string>;
  /** As last noted: more than the contract tolerates. Undefined: nothing was noted. */
  overdue: boolean | undefined;
  /** The case was told its history at once. */
  takenOn: boolean;
  /** A number of the borrower was found. */
  located?: boolean;
  /** Days past due now, reckoned anew, at most; absent: nobody can. */
  age?: number;
};

type Move = { entered: StageEntered & { stage: string }; standing: Standing };

/** Causes that can lead from one stage to the other. */
const causes: Record<string, (move: Move) => string | undefined> = {
  'grace-passed': (move) => (move.standing.before === undefined ? owing(move) : 'is not where grace ends'),
  'taken-on': (move) => startsAs(move),
  'condition-met': (move) => climbs(move),
  'arrears-reduced': (move) => (leadsDown(move) ? undefined : 'is no step down'),
  'borrower-found': (move) => {
    if (!leadsDown(move)) return 'is no step back';
    return move.standing.located ? owing(move) : 'no number had been found';
  },
  cured: ({ entered, standing }) => {
    if (entered.stage !== 'monitoring' || indexOf(standing, standing.before) < 0) return 'is not where a cure leads';
    return standing.overdue ? 'it was still overdue' : undefined;
  },
  'promise-broken': (move) => climbsAhead(move),
  'promise-kept': (move) => (leadsDown(move) ? owing(move) : 'is no step back'),
  relapsed: (move) => (move.standing.before === 'monitoring' ? owing(move) : 'was not being watched'),
  'payment-reversed': (move) =>
    move.standing.before === undefined || move.standing.before === 'monitoring'
      ? owing(move)
      : 'had no payment to take back',
};

/** What is wrong with a change of stage, in words; undefined when it is as it must be. */
export const stageFault = (entered: StageEntered, standing: Standing): string | undefined => {
  const { stage, from, because = '' } = entered;
  const { before } = standing;
  const move = `${before ?? 'no stage'} to ${stage ?? 'nowhere'}`;
  const fits = Object.hasOwn(causes, because) ? causes[because] : undefined;
  if (stage === undefined || !fits) return `${move} without a cause`;
  if (from !== before) return `${move}, but it says from ${from ?? 'no stage'}`;
  if (stage === before) return `${move} is no change`;
  if (stage !== 'monitoring' && indexOf(standing, stage) < 0) return `${move}, a stage its strategy does not have`;
  const fault = fits({ entered: { ...entered, stage }, standing });
  return fault && `${move} because ${because}: ${fault}`;
};

const indexOf = ({ ladder }: Standing, stage: string | undefined): number =>
  ladder.findIndex((rung) => rung.stage === stage);

const leadsDown = ({ entered, standing }: Move): boolean =>
  indexOf(standing, entered.stage) >= 0 && indexOf(standing, entered.stage) < indexOf(standing, standing.before);

const owing = ({ standing: { overdue } }: Move): string | undefined =>
  overdue === false ? 'nothing was overdue' : undefined;

const climbs = ({ entered, standing }: Move): string | undefined => {
  const { ladder, before, passedOver } = standing;
  const [below, here] = [indexOf(standing, before), indexOf(standing, entered.stage)];
  if (below < 0 || here <= below) return 'is no step up';
  const unfit = unheld(entered) ?? unasked(entered, ladder[here]);
  if (unfit) return unfit;
  const skipped = ladder.slice(below + 1, here).filter(({ stage }) => !passedOver.has(stage));
  if (skipped.length > 0) return `skips ${skipped.map(({ stage }) => stage).join(', ')}`;
  return owing({ entered, standing });
};

/** Ahead of its time: to the very next stage, and whatever else it asks for held. */
const climbsAhead = ({ entered, standing }: Move): string | undefined => {
  const { ladder, before } = standing;
  const [below, here] = [indexOf(standing, before), indexOf(standing, entered.stage)];
  if (below < 0 || here !== below + 1) return 'is not the next stage';
  const others = (entered.criteria ?? []).filter(({ fact }) => fact !== 'ladder-age' && fact !== 'dpd');
  return unheld({ criteria: others }) ?? unasked(entered, ladder[here]) ?? owing({ entered, standing });
};

/** Taken on with its history: the stage the ladder would have led it to; the first when it leads nowhere yet. Stages between say nothing. */
const startsAs = ({ entered, standing }: Move): string | undefined => {
  const { ladder, before, takenOn, age } = standing;
  if (before !== undefined) return 'was with us already';
  if (!takenOn) return 'no history of it was told';
  const here = indexOf(standing, entered.stage);
  const unfit = unasked(entered, ladder[here]) ?? (here > 0 ? unheld(entered) : undefined);
  if (unfit) return unfit;
  const asks = ladder[here]?.age ?? 0;
  return here > 0 && age !== undefined && age < asks
    ? `it was ${age} days past due, and the stage asks for ${asks}`
    : owing({ entered, standing });
};

const unheld = ({ criteria = [] }: StageEntered): string | undefined =>
  criteria.some(({ held }) => held !== true) ? 'a criterion did not hold' : undefined;

const unasked = ({ criteria = [] }: StageEntered, rung: Rung | undefined): string | undefined => {
  const asked = criteria.map(({ fact = '' }) => fact.split(' ')[0]);
  const missing = (rung?.asks ?? []).filter((fact) => !asked.includes(fact));
  return missing.length > 0 ? `${missing.join(', ')} was not asked` : undefined;
};
