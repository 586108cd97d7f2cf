import type { ArrangementCommand } from '@recourse/domain/arrangements/arrangement-command';
import type { ArrangementRefusal } from '@recourse/domain/arrangements/arrangement-refusal';
import { caseBook } from '@recourse/infra/mongo/case-book';
import type { OpenStores } from '../stack/open-stores.js';
import { arrangementRefusalWords } from '../words/arrangement-refusal-words.js';
import { arrangementStateWords } from '../words/arrangement-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { arrangementsOf } from './show-arrangements.js';
import { actorNamed, tellCase } from './tell-case.js';

/**
 * Tells the loan's open case what somebody wants of an arrangement, and waits for its turn to answer.
 * @throws Mistake with the reasons when the case does not do it
 */
export async function commandArrangement(
  stores: OpenStores,
  loanId: string,
  command: ArrangementCommand,
  { as, lang }: { as?: string; lang: Lang },
): Promise<string> {
  const { caseId, itemId, answer } = await tellCase(stores, loanId, command, actorNamed(as));
  if (answer === 'waiting')
    return `${itemId} is in the inbox of case ${caseId}, which has not taken its turn yet, and will`;
  if (!answer.accepted) throw await refusal(stores, caseId, itemId, answer.reason, lang);
  const { arrangements } = await arrangementsOf(stores, loanId);
  const id = 'arrangementId' in command ? command.arrangementId : itemId;
  const found = arrangements.find((each) => each.id === id);
  if (!found) throw new Mistake(`case ${caseId} has taken ${itemId}, and has no such arrangement`);
  return `${id}: ${arrangementStateWords[lang][found.state]}; hash ${found.hash}`;
}

/** With what would have been taken, as the journal has it; the closed reasons stand in brackets. */
async function refusal(
  { mongo }: OpenStores,
  caseId: string,
  itemId: string,
  reason: string,
  lang: Lang,
): Promise<Mistake> {
  const journal = await caseBook(mongo.collections).journal(caseId);
  const found = journal
    .map(({ fact }) => fact)
    .find((fact) => fact.type === 'arrangement-refused' && fact.cause === itemId);
  const refused =
    found?.type === 'arrangement-refused'
      ? found.refused
      : reason.split(' ').map((because) => ({ because: because as ArrangementRefusal }));
  const words = arrangementRefusalWords(refused, undefined, lang);
  return new Mistake(
    `${lang === 'zh' ? '未办理' : 'not done'} [${reason}]\n${words.map((each) => `  ${each}`).join('\n')}`,
  );
}
