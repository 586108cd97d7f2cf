import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { LimitationCommand } from '@recourse/domain/limitation/limitation-command';
import type { LimitationRefusal } from '@recourse/domain/limitation/limitation-fact';
import type { WriteOffCommand, WriteOffRefusal } from '@recourse/domain/write-off/write-off';
import { caseBook } from '@recourse/infra/mongo/case-book';
import type { OpenStores } from '../stack/open-stores.js';
import { limitationRefusalWords, writeOffRefusalWords, writeOffStateWords } from '../words/end-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { actorNamed, tellCase } from './tell-case.js';

type Said = { as?: string; lang: Lang };

const newestCase = async ({ mongo, tenant }: OpenStores, loanId: string): Promise<CollectionCase | undefined> =>
  (await caseBook(mongo.collections).ofLoan(tenant, loanId)).at(-1);

/** Gives the case the command. @throws Mistake with the reason in words when the case does not do it */
async function told(
  stores: OpenStores,
  loanId: string,
  command: WriteOffCommand | LimitationCommand,
  { as, lang }: Said,
  words: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { caseId, itemId, answer } = await tellCase(stores, loanId, command, actorNamed(as));
  if (answer === 'waiting')
    return `${itemId} is in the inbox of case ${caseId}, which has not taken its turn yet, and will`;
  if (!answer.accepted)
    throw new Mistake(
      `${lang === 'zh' ? '未办理' : 'not done'} [${answer.reason}] ${words[answer.reason] ?? ''}`.trimEnd(),
    );
  return undefined;
}

/** The write-off last proposed of the loan. @throws Mistake when there is none */
export async function writeOffNamed(stores: OpenStores, loanId: string): Promise<string> {
  const found = (await newestCase(stores, loanId))?.writeOff;
  if (!found) throw new Mistake(`nobody has proposed to write loan ${loanId} off`);
  return found.id;
}

/** Tells the loan's open case what somebody says of a write-off, and how it stands then. @throws Mistake with the reason when it is not done */
export async function commandWriteOff(
  stores: OpenStores,
  loanId: string,
  command: WriteOffCommand,
  said: Said,
): Promise<string> {
  const words: Record<WriteOffRefusal, string> = writeOffRefusalWords[said.lang];
  const waiting = await told(stores, loanId, command, said, words);
  if (waiting !== undefined) return waiting;
  const found = (await newestCase(stores, loanId))?.writeOff;
  return found ? `${found.id}: ${writeOffStateWords[said.lang][found.state]}` : loanId;
}

/** Tells the loan's open case what somebody proves of its limitation. @throws Mistake with the reason when it is not recorded */
export async function recordLimitation(
  stores: OpenStores,
  loanId: string,
  command: LimitationCommand,
  said: Said,
): Promise<string> {
  const words: Record<LimitationRefusal, string> = limitationRefusalWords[said.lang];
  const waiting = await told(stores, loanId, command, said, words);
  if (waiting !== undefined) return waiting;
  const endsOn = (await newestCase(stores, loanId))?.limitation?.noted?.endsOn;
  const last = endsOn === undefined ? '' : said.lang === 'zh' ? `，最后一日 ${endsOn}` : `, last day ${endsOn}`;
  return `${said.lang === 'zh' ? '已登记' : 'recorded'}: ${command.document}${last}`;
}
