import { finding, type Evidence, type Finding } from '../evidence.js';
import { byCase } from './journal-order.js';

const repeated = (names: string[]): string[] => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];

/** No step is done twice in a round, no try concluded twice, and nothing reached the outside world twice under one id. */
export const stepsDoneTwice = ({ journal, received }: Evidence): Finding => {
  const violations = [...byCase(journal)].flatMap(([caseId, entries]) => {
    const done = entries.flatMap(({ fact }) => (fact.type === 'step-done' ? `${String(fact['round'])}/${String(fact['step'])}` : []));
    const tries = entries.flatMap(({ fact }) => (fact.type === 'contact-concluded' && fact['consumesTry'] === true ? String(fact['planId']) : []));
    return [...repeated(done).map((step) => `${caseId}: step ${step} done twice`), ...repeated(tries).map((plan) => `${plan}: concluded twice`)];
  });
  const twice = repeated(received.map(({ id }) => id)).map((id) => `${id}: reached the outside world twice`);
  return finding('steps-done-twice', [...violations, ...twice]);
};
