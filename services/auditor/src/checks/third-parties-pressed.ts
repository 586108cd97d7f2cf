import { isContact, isOurs, isSetAside } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { contactsBy } from '../law/contact.js';
import { isThirdParty } from '../law/party-to.js';

/** Two machines' clocks may differ by this, and a refusal be told as long after it was heard. */
const skewMs = 5_000;
/** What somebody says who owes nothing, and wants to hear no more. */
const refusals = new Set(['third-party-refuses', 'refuses', 'complains', 'hung-up-after']);

/**
 * Who owes nothing and speaks for nobody is never asked to pay, and never contacted again after one refusal, whatever for (CN-3P-1, CN-3P-2,
 * CN-3P-4; 12 CFR 1006.6(d)(1)). Refusals as acts and journals tell of them.
 */
export const thirdPartiesPressed = (evidence: Evidence): Finding => {
  const contactOf = contactsBy(evidence);
  const toThird = evidence.acts
    .filter((act) => isContact(act) && !isSetAside(act))
    .filter((act) => contactOf(act, act.begunAt).loans.some(({ party }) => isThirdParty(party)));
  const refused = refusedFrom(evidence, toThird);
  const violations = toThird.filter(isOurs).flatMap((act) => {
    const { id, personId = '', purpose, begunAt } = act;
    const from = refused.get(personId);
    return [
      ...(purpose === 'collect' ? [`${id}: ${personId} owes nothing and was asked to pay`] : []),
      ...(from !== undefined && Date.parse(begunAt) > from.ms + skewMs
        ? [`${id} began at ${begunAt}, after ${personId} had refused for ever in ${from.by}`]
        : []),
    ];
  });
  return finding('third-parties-pressed', violations);
};

type Refused = { ms: number; by: string };

/** Persons who refused, each from the first moment we knew. */
const refusedFrom = ({ journal, persons }: Evidence, acts: AuditedAct[]): Map<string, Refused> => {
  const known = new Map<string, Refused>();
  const isNow = new Map(persons.map((person) => [person.personId, person.isNow]));
  const note = (personId: string | undefined, at: string, by: string): void => {
    const ms = Date.parse(at);
    // Said under another name of the same human it holds for all of them from the merge on.
    for (const name of [personId, isNow.get(personId ?? '')])
      if (name !== undefined && ms < (known.get(name)?.ms ?? Infinity)) known.set(name, { ms, by });
  };
  for (const { id, personId, code = '', concludedAt } of acts)
    if (concludedAt !== undefined && refusals.has(code)) note(personId, concludedAt, id);
  const ours = new Map(acts.map((act) => [act.id, act]));
  for (const { fact } of journal) {
    const { actId, code } = (fact['outcome'] ?? {}) as { actId?: string; code?: string };
    const act = fact.type === 'contact-concluded' ? ours.get(actId ?? '') : undefined;
    if (act && refusals.has(code ?? '')) note(act.personId, fact.at, act.id);
  }
  return known;
};
