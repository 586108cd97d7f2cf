import type { Document } from 'mongodb';
import type { AuditedAct, Cover } from './audited-act.js';

/** An act as stored. */
export const actOf = (stored: Document): AuditedAct => {
  const act = (stored['act'] ?? {}) as Document;
  return {
    id: String(stored['_id']),
    kind: String(act['kind']),
    channel: channelOf(act),
    // A visit says no purpose: nobody is visited for anything else.
    purpose: String(act['purpose'] ?? 'collect'),
    ...(act['notice'] !== undefined && { notice: String(act['notice']) }),
    status: String(stored['status']),
    begunAt: String(stored['begunAt']),
    begunWallAt: wallMs(stored['begunWallAt']),
    notAfterWallAt: wallMs(stored['notAfter']),
    covers: (stored['covers'] ?? []) as Cover[],
    actor: String(stored['actor']),
    sender: stored['reportedBy'] ? 'agency' : 'first-party',
    ...(stored['reportedBy'] && { reported: true, reportedAs: String((stored['reportedBy'] as Document)['itemId']) }),
    ...(stored['permit'] && { permitId: String((stored['permit'] as Document)['permitId']) }),
    ...outcomeOf(stored['outcome'] as Document | undefined),
    ...(stored['acceptedAt'] && { acceptedAt: String(stored['acceptedAt']) }),
    ...(stored['concludedAt'] && { concludedAt: String(stored['concludedAt']) }),
    ...(stored['personId'] && { personId: String(stored['personId']) }),
    ...(stored['pointId'] && { pointId: String(stored['pointId']) }),
    ...(stored['blindIndex'] && { blindIndex: String(stored['blindIndex']) }),
    ...(stored['taskId'] && { taskId: String(stored['taskId']) }),
    ...(stored['template'] && { template: String(stored['template']) }),
    ...(stored['language'] && { language: String(stored['language']) }),
    ...proofIn(stored['about'] as Document | undefined),
    ...longestCallIn(stored['gate'] as Document | undefined),
  };
};

const proofIn = (about: Document | undefined): Pick<AuditedAct, 'unreachable'> => {
  const { acts = [], days = [] } = (about?.['unreachable'] ?? {}) as { acts?: string[]; days?: string[] };
  return about?.['unreachable'] ? { unreachable: { acts, days } } : {};
};

const longestCallIn = (gate: Document | undefined): Pick<AuditedAct, 'longestCallMinutes'> => {
  const answers = (gate?.['answers'] ?? []) as { rule: string; inputs?: Record<string, unknown> }[];
  const minutes = answers.find(({ rule }) => rule === 'dial-open')?.inputs?.['longestMinutes'];
  return typeof minutes === 'number' ? { longestCallMinutes: minutes } : {};
};

const outcomeOf = (outcome: Document | undefined): Pick<AuditedAct, 'result' | 'code'> => ({
  ...(outcome && { result: String(outcome['result']) }),
  ...(outcome?.['code'] && { code: String(outcome['code']) }),
});

export const wallMs = (date: unknown): number => (date instanceof Date ? date.getTime() : Number.NaN);

/** The channel names of the outside world's logs (docs/sandbox-protocol.md). */
const channelOf = (act: Document): string => {
  switch (act['kind']) {
    case 'place-call':
      return act['by'] === 'desk' ? 'call' : String(act['by']);
    case 'arrange-visit':
      return 'visit';
    case 'place-with-agency':
    case 'recall-from-agency':
      return 'agency';
    case 'refer-to-legal':
    case 'withdraw-from-legal':
      return 'law-firm';
    default:
      return String(act['channel'] ?? act['kind']);
  }
};
