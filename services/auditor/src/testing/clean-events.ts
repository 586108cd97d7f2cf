import type { AcceptedEvent, IncomingRecord } from '../evidence.js';
import type { News } from '../news.js';

/** For tests: what was taken of the incoming topics. */
export const cleanEvents = (): AcceptedEvent[] => {
  const taken = (
    n: number,
    loanId: string,
    type: string,
    order: number,
    positionVersion: number,
    acceptedAt: string,
    paymentId?: string,
  ): AcceptedEvent => ({
    id: `/servicing/e${n}`,
    place: `in/0/${n}`,
    loanId,
    type,
    order,
    positionVersion,
    acceptedAt,
    acceptedWallAt: 1_000_000 * n,
    caseId: `t/${loanId}/1`,
    ...(paymentId && { paymentId }),
  });
  return [
    taken(1, 'L1', 'instalment-missed', 1, 1, '2026-01-02T00:00:00.000Z'),
    taken(2, 'L2', 'instalment-missed', 1, 1, '2026-01-02T00:00:00.000Z'),
    taken(3, 'L3', 'instalment-missed', 1, 1, '2026-01-02T00:00:00.000Z'),
    taken(4, 'L3', 'payment-received', 6, 2, '2026-02-04T05:00:00.000Z', 'p3'),
    taken(5, 'L1', 'payment-received', 4, 2, '2026-03-20T16:00:00.000Z', 'p1'),
    taken(6, 'L2', 'payment-received', 5, 2, '2026-03-20T16:00:00.000Z', 'p2'),
  ];
};

const owed: Record<string, number> = { L1: 5_000, L2: 9_000, L3: 7_000 };
const paid: Record<string, number> = { p1: 5_000, p2: 4_000, p3: 6_900 };

const newsOf = ({ loanId, paymentId, acceptedAt }: AcceptedEvent): News[] =>
  paymentId === undefined
    ? [{ news: 'instalment', number: 1, dueOn: '2026-01-01', due: owed[loanId] ?? 0, met: false }]
    : [
        {
          news: 'payment',
          paymentId,
          amount: paid[paymentId] ?? 0,
          currency: 'CNY',
          valueDate: acceptedAt.slice(0, 10),
        },
      ];

/** For tests: the position of a loan as its document has it. */
export const positionOf = (loan: string): News[] =>
  cleanEvents()
    .filter(({ loanId }) => loanId === loan)
    .flatMap(newsOf);

/** For tests: what stands there; one is told twice, one is set aside, one is another tenant's. */
export const recordsOf = (accepted: AcceptedEvent[]): IncomingRecord[] => {
  const tenant = 't';
  const ofEvent = accepted.map(({ place, id, loanId, type, ...event }): IncomingRecord => ({
    place,
    about: 'loan',
    tenant,
    id: id.slice('/servicing/'.length),
    source: '/servicing',
    type: `com.recourse.servicing.${type}.v1`,
    loan: loanId,
    bytes: id,
    news: newsOf({ place, id, loanId, type, ...event }),
  }));
  const again = ofEvent.flatMap((record) => (record.id === 'e5' ? [{ ...record, place: 'in/0/7' }] : []));
  const outcome = { about: 'contact' as const, tenant, source: '/sandbox/sms', bytes: 'o' };
  return [
    ...ofEvent,
    ...again,
    { place: 'in/1/0', about: 'loan', tenant, id: 'e8', source: '/servicing', loan: 'L2', bytes: 'cut short' },
    {
      place: 'in/1/1',
      about: 'loan',
      tenant: 'other',
      id: 'e1',
      source: '/servicing',
      loan: 'L1',
      bytes: 'of another tenant',
    },
    {
      ...outcome,
      place: 'out/0/0',
      id: 'o1',
      type: 'com.recourse.contact.message-receipt.v1',
      attempt: 't/L1/1/1/sms-1/1',
    },
    {
      ...outcome,
      place: 'out/0/1',
      id: 'o2',
      source: '/sandbox/agency',
      type: 'com.recourse.contact.partner-reported.v1',
      attempt: 't/L1/1/1/place-1/1',
    },
    {
      ...outcome,
      place: 'out/0/2',
      id: 'o3',
      type: 'com.recourse.contact.message-receipt.v1',
      attempt: 't/L9/1/1/sms-1/1',
    },
  ];
};
