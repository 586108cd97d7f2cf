import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ArrangementCommand } from '@recourse/domain/arrangements/arrangement-command';
import type { ArrangementRefusal } from '@recourse/domain/arrangements/arrangement-refusal';
import { caseBook } from '@recourse/infra/mongo/case-book';
import { answerToCommand, giveCommand } from '@recourse/infra/mongo/give-command';
import { operatorName } from '../operator/operator-name.js';
import { ringAll } from '../operator/ring-all.js';
import type { OpenStores } from '../stack/open-stores.js';
import { arrangementRefusalWords } from '../words/arrangement-refusal-words.js';
import { arrangementStateWords } from '../words/arrangement-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { arrangementsOf } from './show-arrangements.js';
import { tenantNow } from './tenant-now.js';

/** The case is asked so long whether it has taken its turn. */
const withinMs = 20_000;
const everyMs = 100;

/** Who says so: whoever is at this terminal, or somebody they say they act for; the terminal has no login. */
const actorNamed = (as: string | undefined): string =>
  as === undefined ? operatorName() : `${operatorName()}/as/${as}`;

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
  const { mongo, tenant } = stores;
  const itemId = `command/${randomUUID()}`;
  const at = await tenantNow(stores);
  const caseId = await giveCommand(
    mongo,
    { tenant, loanId },
    { kind: 'command', itemId, at, actor: actorNamed(as), command },
  );
  if (caseId === undefined) throw new Mistake(`tenant ${tenant} has no open case of loan ${loanId}`);
  await ringAll(stores, [caseId]);
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(everyMs)) {
    const answer = await answerToCommand(mongo.collections, caseId, itemId);
    if (answer === 'waiting') continue;
    if (!answer.accepted) throw await refusal(stores, caseId, itemId, answer.reason, lang);
    const { arrangements } = await arrangementsOf(stores, loanId);
    const id = 'arrangementId' in command ? command.arrangementId : itemId;
    const found = arrangements.find((each) => each.id === id);
    if (!found) throw new Mistake(`case ${caseId} has taken ${itemId}, and has no such arrangement`);
    return `${id}: ${arrangementStateWords[lang][found.state]}; hash ${found.hash}`;
  }
  return `${itemId} is in the inbox of case ${caseId}, which has not taken its turn yet, and will`;
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
