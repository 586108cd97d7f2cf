import { isSetAside } from '../act-kinds.js';
import type { Entry, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { journalsOf } from '../journals.js';

const repeated = (names: string[]): string[] =>
  [...groupBy(names, (name) => name)].flatMap(([name, all]) => (all.length > 1 ? [name] : []));

/** No step is done twice in a round unless it was called in again between, none begun again when it was done, no try concluded twice, no plan begun twice, and nothing reached the outside world twice under one id. */
export const stepsDoneTwice = (evidence: Evidence): Finding => {
  const { outside } = evidence;
  const journals = [...journalsOf(evidence).values()];
  const done = journals.flatMap((entries) => entries.flatMap(doneStep));
  const again = journals.flatMap((entries) => entries.flatMap(calledInAgain));
  const tries = journals.flatMap((entries) =>
    entries.flatMap(({ fact }) => (usesUpTry(fact) ? [String(fact['planId'])] : [])),
  );
  const begun = evidence.acts
    .filter((act) => !isSetAside(act))
    .flatMap(({ covers }) => covers.map(({ planId }) => planId));
  return finding('steps-done-twice', [
    ...doneTwice(done, again).map((step) => `step ${step} is done twice`),
    ...repeated(tries).map((plan) => `${plan} is concluded twice`),
    ...repeated(begun).map((plan) => `${plan} is begun by two acts`),
    ...begunAgain(evidence, new Map(done.toReversed().map(({ step, at }) => [step, at])), again),
    ...repeated(outside?.received.map(({ id }) => id) ?? []).map((id) => `${id} reached the outside world twice`),
  ]);
};

type OfStep = { step: string; at: string };

const ofStep = ({ caseId, fact }: Entry): OfStep => ({
  step: `${caseId}/${String(fact['round'])}/${String(fact['step'])}`,
  at: fact.at,
});
const doneStep = (entry: Entry): OfStep[] => (entry.fact.type === 'step-done' ? [ofStep(entry)] : []);
const calledInAgain = (entry: Entry): OfStep[] =>
  entry.fact.type === 'alternative-called-in' && entry.fact['again'] === true ? [ofStep(entry)] : [];

const isBetween = (again: OfStep[], { step, at }: OfStep, until: string): boolean =>
  again.some((each) => each.step === step && each.at >= at && each.at <= until);

const doneTwice = (done: OfStep[], again: OfStep[]): string[] =>
  [...groupBy(done, ({ step }) => step)].flatMap(([step, all]) =>
    all.slice(1).some((next, nth) => !isBetween(again, all[nth] ?? next, next.at)) ? [step] : [],
  );

const usesUpTry = (fact: Entry['fact']): boolean =>
  fact.type === 'try-missed' || (fact.type === 'contact-concluded' && fact['consumesTry'] === true);

/** Within one instant of the clock the order is not known. */
const begunAgain = ({ acts }: Evidence, doneAt: Map<string, string>, again: OfStep[]): string[] =>
  acts.flatMap(({ id, begunAt, covers }) =>
    covers.flatMap(({ planId }) => {
      const step = planId.slice(0, planId.lastIndexOf('/'));
      const at = doneAt.get(step);
      return at !== undefined && begunAt > at && !isBetween(again, { step, at }, begunAt)
        ? [`${id} began at ${begunAt} for ${planId}, done at ${at}`]
        : [];
    }),
  );
