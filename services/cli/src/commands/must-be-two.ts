import { judgeMerge, type MergeRefusal, type Merging } from '@recourse/activities/people/judge-merge';
import { Mistake } from '../words/mistake.js';

type Asked = { tenant: string; from: string; into: string };

/**
 * Tells what is mistyped before anything is published: an event set aside would silence a loan until somebody clears it. Judged as ingest will
 * judge it. @throws Mistake
 */
export function mustBeTwo({ tenant, ...asked }: Asked, merging: Merging): void {
  const judged = judgeMerge(asked, merging);
  if (judged === 'known') throw new Mistake(`${asked.from} is ${asked.into} already; nothing was published`);
  if ('refused' in judged)
    throw new Mistake(`${words[judged.refused]({ tenant, ...asked }, merging)}; nothing was published`);
}

const words: Record<MergeRefusal, (asked: Asked, merging: Merging) => string> = {
  'same-person': ({ from }) => `${from} is one record already`,
  'unknown-person': ({ tenant, from, into }, merging) => {
    const unknown = [...(merging.from ? [] : [from]), ...(merging.into ? [] : [into])];
    return `tenant ${tenant} has no person ${unknown.join(', ')}`;
  },
  'merged-the-other-way': ({ from, into }) => `${into} is ${from} already, the other way round`,
  'merged-into-another': ({ from }, merging) =>
    `${from} is ${merging.from?.merged?.into ?? 'another'} already, and nobody is two`,
};
