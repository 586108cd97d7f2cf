import type { Law } from '@recourse/domain/law/law';
import { judgeReported } from './judge-reported.js';
import type { ReportedContactStore, ReportedEvent, ReportedResult } from './reported-contact.js';

/** Takes what an agency tells of a contact it made. Harmless when repeated; ring the cases that are returned. */
export const recordContact = (
  { reported, law }: { reported: ReportedContactStore; law: Law },
  event: ReportedEvent,
): Promise<ReportedResult> => reported.record(event, judgeReported(event, law));
