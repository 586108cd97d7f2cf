import type { MatterCommand } from '@recourse/domain/matters/matter-command';
import type { MatterRefusal } from '@recourse/domain/matters/matter-refusal';
import type { OpenStores } from '../stack/open-stores.js';
import type { Lang } from '../words/lang.js';
import { matterRefusalWords, matterStateWords } from '../words/matter-words.js';
import { Mistake } from '../words/mistake.js';
import { matterNamed } from './show-matters.js';
import { actorNamed, tellCase } from './tell-case.js';

/**
 * Tells the loan's open case what somebody says of a dispute or complaint, and how it stands then.
 * @throws Mistake with the reason when the case does not do it
 */
export async function commandMatter(
  stores: OpenStores,
  loanId: string,
  command: MatterCommand,
  { as, lang }: { as?: string; lang: Lang },
): Promise<string> {
  const { caseId, itemId, answer } = await tellCase(stores, loanId, command, actorNamed(as));
  if (answer === 'waiting')
    return `${itemId} is in the inbox of case ${caseId}, which has not taken its turn yet, and will`;
  if (!answer.accepted) {
    const words = matterRefusalWords[lang][answer.reason as MatterRefusal];
    throw new Mistake(`${lang === 'zh' ? '未办理' : 'not done'} [${answer.reason}] ${words}`);
  }
  const id = 'matterId' in command ? command.matterId : itemId;
  const { state, dueOn, asked } = await matterNamed(stores, loanId, id);
  const leave = lang === 'zh' ? '；延期待他人批准' : '; somebody else must give leave for more days';
  const until = state === 'open' ? ` ${lang === 'zh' ? '至' : 'by'} ${dueOn}${asked ? leave : ''}` : '';
  return `${id}: ${matterStateWords[lang][state]}${until}`;
}
