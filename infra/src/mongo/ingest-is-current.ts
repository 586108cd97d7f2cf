import { watermarksAreCurrent } from '@recourse/activities/intake/watermarks-are-current';
import { contactOutcomesTopic, loanEventsTopic } from '../kafka/topics.js';
import type { Collections } from './collections.js';

/** Whether ingest has taken all that was told. Read outside the transaction: a watermark is a statement about the log, which no snapshot of ours holds still. */
export async function ingestIsCurrent({ watermarks }: Pick<Collections, 'watermarks'>, wall: Date): Promise<boolean> {
  return watermarksAreCurrent(await watermarks.find({}).toArray(), [loanEventsTopic, contactOutcomesTopic], wall);
}
