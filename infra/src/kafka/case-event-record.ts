import type { OutRecord } from '@recourse/activities/event-bus';
import { loanKey } from '@recourse/activities/event-keys';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { readCaseId } from '@recourse/domain/case/case-id';
import { toHeaders } from './cloud-events.js';
import { caseEventsTopic } from './topics.js';

/** A journal entry as everyone outside reads it; `ce_id` = `caseId/seq`, so that a repeated one is known. */
export function caseEventRecord(entry: JournalEntry): OutRecord {
  const { caseId, seq, fact } = entry;
  const { tenant, loanId } = readCaseId(caseId);
  const headers = toHeaders({
    id: `${caseId}/${seq}`,
    source: '/recourse/collections',
    type: `com.recourse.collections.${fact.type}.v${fact.v}`,
    time: fact.at,
    tenant,
    loan: loanId,
    subject: caseId,
    sequence: seq,
  });
  return { topic: caseEventsTopic, key: loanKey(tenant, loanId), value: Buffer.from(JSON.stringify(entry)), headers };
}
