import type { Document } from 'mongodb';
import { wallMs } from './act-of.js';
import type { AuditedStanding } from './audited-standing.js';
import type { AuditedHold } from './audited-hold.js';
import type { Evidence, Planned } from './evidence.js';
import { knownAgreed } from './known-agreed.js';
import { positionIn } from './news.js';
import type { WrittenOff } from './written-off.js';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const acceptedOf = (event: Document): Evidence['accepted'][number] => ({
  id: text(event['_id']).slice(`${text(event['tenant'])}/`.length),
  place: `${event['topic']}/${event['partition']}/${event['offset']}`,
  loanId: text(event['loanId']),
  type: text(event['type']),
  order: Number(event['order']),
  positionVersion: Number(event['positionVersion']),
  acceptedAt: text(event['acceptedAt']),
  acceptedWallAt: wallMs(event['acceptedWallAt']),
  ...(event['caseId'] && { caseId: text(event['caseId']) }),
  ...(event['paymentId'] && { paymentId: text(event['paymentId']) }),
});

export const parkedOf = (parked: Document): Evidence['parked'][number] => ({
  id: text(parked['_id']),
  status: text(parked['status']),
  parkedAt: text(parked['parkedAt']),
  ...(parked['loanId'] && { loanId: text(parked['loanId']) }),
  ...(parked['resolvedAt'] && { resolvedAt: text(parked['resolvedAt']) }),
});

export const loanOf = (loan: Document): Evidence['loans'][number] => ({
  loanId: text(loan['loanId']),
  positionVersion: Number(loan['positionVersion'] ?? 0),
  currency: text((loan['position'] as Document | undefined)?.['currency']),
  position: positionIn((loan['position'] ?? {}) as Document, (loan['position'] as Document | undefined)?.['currency']),
  holds: holdsOf(loan),
  ...termsOf((loan['terms'] ?? {}) as Document),
  ...(loan['openCase'] && { openCase: text(loan['openCase']) }),
  ...(loan['lawFrom'] !== undefined && { lawFrom: Number(loan['lawFrom']) }),
});

const termsOf = ({
  jurisdiction,
  product,
  debtors,
  graceDays,
  tolerance,
}: Document): Partial<Evidence['loans'][number]> => ({
  ...(graceDays !== undefined && { graceDays: Number(graceDays) }),
  ...(tolerance !== undefined && { tolerance: Number(tolerance) }),
  ...(jurisdiction && { jurisdiction: text(jurisdiction) }),
  ...(product && { product: text(product) }),
  ...(debtors && { debtors: debtors as { personId: string; role: string }[] }),
});

export const itemOf = (item: Document): Evidence['inbox'][number] => ({
  caseId: text(item['caseId']),
  itemId: text(item['_id']).slice(`${text(item['caseId'])}/`.length),
  consumed: item['consumed'] === true,
  ...taskTold((item['input'] ?? {}) as Document),
});

const taskTold = ({ kind, taskId }: Document): { taskId?: string } =>
  kind === 'task-answer' ? { taskId: text(taskId) } : {};

export const caseOf = (kase: Document): Evidence['cases'][number] => ({
  caseId: text(kase['_id']),
  loanId: text(kase['loanId']),
  status: text(kase['status']),
  seq: Number(kase['seq']),
  head: text(kase['head']),
  plan: (kase['plan'] ?? {}) as Planned,
  ...(kase['stage'] && { stage: text(kase['stage']) }),
  ...(kase['writeOff'] && {
    writeOff: kase['writeOff'] as WrittenOff,
  }),
  ...(kase['matters'] && { matters: kase['matters'] as { id: string }[] }),
  ...(kase['noted'] && { noted: kase['noted'] as NonNullable<Evidence['cases'][number]['noted']> }),
});

export const personOf = (person: Document): Evidence['persons'][number] => ({
  personId: text(person['personId']),
  holds: holdsOf(person),
  ...(person['zone'] && { zone: text(person['zone']) }),
  ...(person['addressZone'] && { addressZone: text(person['addressZone']) }),
  ...(person['points'] && { points: person['points'] as NonNullable<Evidence['persons'][number]['points']> }),
  ...((person['standing'] || person['said']) && { standing: standingOf(person) }),
  ...(person['language'] && { language: text(person['language']) }),
  ...saidBy(person),
  ...(person['relations'] && { relations: person['relations'] as { to: string; role: string; namedBy?: string }[] }),
  ...(person['otherZones'] && { otherZones: person['otherZones'] as string[] }),
  ...(person['merged'] && { isMerged: true as const }),
  ...(person['records'] && {
    records: (person['records'] as (Recorded & { wallAt: unknown })[]).map((record) => ({
      ...record,
      told: { ...record.told, ...(record.told.standing && { standing: toldStanding(record.told.standing) }) },
      ...(record.said && { said: toldStanding(record.said) }),
      wallAt: wallMs(record.wallAt),
    })),
  }),
});

/**
 * What a directory tells and what the person has said bind together. Times and places the person does not want are undated: the gate's to
 * keep, not ours to find.
 */
const standingOf = (person: Document): AuditedStanding => {
  const standing = toldStanding((person['standing'] ?? {}) as AuditedStanding);
  const { agreedTimes = [], consents = [] } = saidIn(person);
  return {
    ...standing,
    agreedTimes: [...(standing.agreedTimes ?? []), ...agreedTimes],
    consents: [...(standing.consents ?? []), ...consents],
  };
};

const toldStanding = (standing: AuditedStanding): AuditedStanding => ({
  ...standing,
  ...(standing.agreedTimes && { agreedTimes: standing.agreedTimes.map(knownAgreed) }),
});

type Said = AuditedStanding & { language?: { language: string; at: string } };
const saidIn = (person: Document): Said => toldStanding((person['said'] ?? {}) as Said);

const saidBy = (person: Document): Partial<Evidence['persons'][number]> => {
  if (!person['said']) return {};
  const { agreedTimes = [], consents = [], optOuts = [], language } = saidIn(person);
  return { said: { agreedTimes, consents, optOuts }, ...(language && { saidLanguage: language }) };
};

type Recorded = Omit<NonNullable<Evidence['persons'][number]['records']>[number], 'wallAt'>;

export const permitOf = (permit: Document): Evidence['permits'][number] => ({
  permitId: text(permit['permitId']),
  sender: (permit['holder'] as Document | undefined)?.['kind'] === 'agency' ? 'agency' : 'first-party',
  covers: (permit['covers'] ?? []) as { loanId: string; readPosition: number }[],
});

export const pointOf = (point: Document): Evidence['points'][number] => ({
  blindIndex: text(point['blindIndex']),
  holds: holdsOf(point),
});

const holdsOf = (document: Document): AuditedHold[] => (document['holds'] ?? []) as AuditedHold[];

export const taskOf = (task: Document): Evidence['tasks'][number] => ({
  taskId: text(task['_id']),
  kind: text(task['kind']),
  status: text(task['status']),
  plans: ((task['covers'] ?? []) as Document[]).map(({ planId }) => text(planId)),
  ...(task['lease'] && { lease: task['lease'] as { by: string; until: string } }),
  ...(task['answeredBy'] && { answeredBy: text(task['answeredBy']) }),
  ...(task['answeredAt'] && { answeredAt: text(task['answeredAt']) }),
});
