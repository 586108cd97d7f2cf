import { isSetAside } from '../act-kinds.js';
import type { Entry, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { journalsOf } from '../journals.js';

const repeated = (names: string[]): string[] =>
  [...groupBy(names, (name) => name)].flatMap(([name, all]) => (all.length > 1 ? [name] : []));

/** No step is done twice in a round, none begun again when it was done, no try concluded twice, no plan begun twice, and nothing reached the outside world twice under one id. */
export const stepsDoneTwice = (evidence: Evidence): Finding => {
  const { outside } = evidence;
  const journals = [...journalsOf(evidence).values()];
  const done = journals.flatMap((entries) => entries.flatMap(doneStep));
  const tries = journals.flatMap((entries) =>
    entries.flatMap(({ fact }) => (usesUpTry(fact) ? [String(fact['planId'])] : [])),
  );
  const begun = evidence.acts
    .filter((act) => !isSetAside(act))
    .flatMap(({ covers }) => covers.map(({ planId }) => planId));
  return finding('steps-done-twice', [
    ...repeated(done.map(({ step }) => step)).map((step) => `step ${step} is done twice`),
    ...repeated(tries).map((plan) => `${plan} is concluded twice`),
    ...repeated(begun).map((plan) => `${plan} is begun by two acts`),
    ...begunAgain(evidence, new Map(done.toReversed().map(({ step, at }) => [step, at]))),
    ...repeated(outside?.received.map(({ id }) => id) ?? []).map((id) => `${id} reached the outside world twice`),
  ]);
};

const doneStep = ({ caseId, fact }: Entry): { step: string; at: string }[] =>
  fact.type === 'step-done'
    ? [{ step: `${caseId}/${String(fact['round'])}/${String(fact['step'])}`, at: fact.at }]
    : [];

const usesUpTry = (fact: Entry['fact']): boolean =>
  fact.type === 'try-missed' || (fact.type === 'contact-concluded' && fact['consumesTry'] === true);

/** Within one instant of the clock the order is not known. */
const begunAgain = ({ acts }: Evidence, doneAt: Map<string, string>): string[] =>
  acts.flatMap(({ id, begunAt, covers }) =>
    covers.flatMap(({ planId }) => {
      const at = doneAt.get(planId.slice(0, planId.lastIndexOf('/')));
      return at !== undefined && begunAt > at ? [`${id} began at ${begunAt} for ${planId}, done at ${at}`] : [];
    }),
  );
