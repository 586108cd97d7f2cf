import type { AuditedAct } from '../audited-act.js';
import { readPractice } from '../read-practice.js';

/** The words this repository's first reminder has now. */
const reminder = [...(await readPractice()).words.keys()].find((name) => name.startsWith('reminder-first@')) ?? '';

/** For tests: a contact merged, a call, a visit, a placement and its recall at night, a notice of which one try never went out. */
export const cleanActs = (): AuditedAct[] => {
  const act = (
    id: string,
    order: number,
    readPosition: number,
    begunAt: string,
    more: Partial<AuditedAct>,
  ): AuditedAct => {
    const caseId = id.split('/').slice(0, 3).join('/');
    const loanId = id.split('/')[1] ?? '';
    return {
      id,
      kind: 'send-reminder',
      channel: 'sms',
      purpose: 'collect',
      status: 'concluded',
      result: 'delivered',
      begunAt,
      begunWallAt: Date.parse(begunAt),
      notAfterWallAt: Date.parse(begunAt) + 5_000,
      acceptedAt: begunAt,
      personId: 'P1',
      pointId: 'm',
      blindIndex: 'number of P1',
      actor: 'worker',
      sender: 'first-party',
      language: 'zh',
      covers: [{ caseId, loanId, planId: id, readPosition, order, currency: 'CNY' }],
      ...more,
    };
  };
  const merged = act('t/L1/1/1/sms-1/1', 2, 1, '2026-01-06T02:00:00.000Z', { template: reminder });
  merged.covers.push({
    caseId: 't/L2/1',
    loanId: 'L2',
    planId: 't/L2/1/1/sms-1/1',
    readPosition: 1,
    order: 2,
    currency: 'CNY',
  });
  const neverSent = act('t/L2/1/1/notice/1~6', 6, 2, '2026-03-21T14:30:00.000Z', {
    kind: 'send-notice',
    purpose: 'legally-required',
    notice: 'bad-information',
    template: 'bad-information@1',
    channel: 'email',
    result: 'provider-unavailable',
  });
  delete neverSent.acceptedAt;
  const underWay = act('t/L2/1/1/notice/1', 7, 2, '2026-03-21T15:00:00.000Z', {
    kind: 'send-notice',
    purpose: 'legally-required',
    notice: 'bad-information',
    template: 'bad-information@1',
    channel: 'email',
    status: 'begun',
  });
  delete underWay.acceptedAt;
  delete underWay.result;
  return [
    merged,
    act('t/L3/1/1/call-1/2', 4, 1, '2026-01-13T15:30:00.000Z', {
      kind: 'place-call',
      channel: 'call',
      result: 'answered',
      code: 'no-answer',
      personId: 'P3',
      language: 'en',
      blindIndex: 'number of P3',
      actor: 'collector-1',
      taskId: 't/L3/1/1/call-1/2',
      concludedAt: '2026-01-13T16:00:00.000Z',
    }),
    act('t/L3/1/1/visit-1/1', 5, 1, '2026-02-02T14:00:00.000Z', {
      kind: 'arrange-visit',
      channel: 'visit',
      result: 'answered',
      code: 'refuses',
      personId: 'P3',
      language: 'en',
      pointId: 'home',
      blindIndex: 'door of P3',
      actor: 'crew-1',
      taskId: 't/L3/1/1/visit-1/1',
      concludedAt: '2026-02-02T15:00:00.000Z',
    }),
    act('t/L1/1/1/place-1/1', 3, 1, '2026-03-15T15:30:00.000Z', {
      kind: 'place-with-agency',
      channel: 'agency',
      result: 'done',
    }),
    act('t/L1/1/1/recall/1', 5, 2, '2026-03-20T16:00:00.000Z', {
      kind: 'recall-from-agency',
      channel: 'agency',
      result: 'done',
    }),
    neverSent,
    underWay,
  ];
};
