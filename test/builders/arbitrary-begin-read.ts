import fc from 'fast-check';
import type { Act } from '@recourse/domain/case/act';
import type { Hold } from '@recourse/domain/holds/hold';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { BeginRead } from '@recourse/activities/contact/contact-store';
import { aCase, aLoan, aPerson, aReminder, ten } from './contact-records.js';

const agencyActs: Act[] = [
  { kind: 'place-with-agency', agencyId: 'agency-1' },
  { kind: 'recall-from-agency', agencyId: 'agency-1', placementId: 'x' },
  { kind: 'refer-to-legal', firmId: 'firm-1' },
  { kind: 'withdraw-from-legal', firmId: 'firm-1', placementId: 'x' },
];
const voiceBot: Act = { kind: 'place-call', purpose: 'collect', by: 'voice-bot', personId: 'p1', pointId: 'm1' };
const notice: Act = {
  kind: 'send-notice',
  purpose: 'legally-required',
  channel: 'email',
  personId: 'p1',
  pointId: 'e1',
  template: 'lawyers-letter',
  notice: 'legal',
};

const instants = fc
  .integer({ min: 0, max: 47 })
  .map((hours) => new Date(Date.parse('2026-03-01T16:00:00.000Z') + hours * 1_800_000).toISOString());
const rarely = fc.integer({ min: 1, max: 8 }).map((n) => n === 1);
const holds = (scope: Hold['scope']) =>
  fc
    .option(
      fc.record({
        reason: fc.constantFrom<Hold['reason'][]>('dispute', 'promise', 'death', 'complaint'),
        stops: fc.constantFrom<Hold['stops'][]>(['contact'], ['contact', 'escalation'], ['escalation', 'legal']),
        over: fc.boolean(),
      }),
      { freq: 4, nil: undefined },
    )
    .map((hold): Hold[] =>
      hold
        ? [
            {
              id: 'h',
              scope,
              reason: hold.reason,
              stops: hold.stops,
              from: '2026-02-01T00:00:00.000Z',
              ...(hold.over && { endedAt: '2026-02-02T00:00:00.000Z' }),
            },
          ]
        : [],
    );
const ledgers = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 0, max: 30 }),
      conversation: fc.boolean(),
      channel: fc.constantFrom<LedgerEntry['channel'][]>('sms', 'call', 'voice-bot'),
    }),
    { maxLength: 6 },
  )
  .map((entries) =>
    entries.map(({ hours, conversation, channel }, nth): LedgerEntry => ({
      actId: `a${nth}`,
      at: new Date(Date.parse(ten) - hours * 3_600_000).toISOString(),
      channel,
      purpose: 'collect',
      pointId: 'm1',
      open: false,
      connected: true,
      conversation,
      rightParty: conversation,
    })),
  );
const aLoanSometimes = (loanId: string) =>
  fc
    .record({ moved: rarely, paid: rarely, parked: rarely, closed: rarely, holds: holds({ loan: loanId }) })
    .map(({ moved, paid, parked, closed, holds: held }) => {
      const loan = aLoan(loanId, {
        holds: held,
        unresolved: parked ? ['topic/0/1'] : [],
        positionVersion: moved ? 2 : 1,
      });
      if (paid)
        loan.position.payments.push({ paymentId: 'pay', amount: 100_000, valueDate: '2026-03-01', receivedAt: ten });
      if (closed) delete loan.openCase;
      return loan;
    });

/** Anything `begin` may read of one case with a due plan: paid or not, held, parked, closed, unknown, with cases of other loans. */
export const beginReads = fc
  .record({
    now: instants,
    act: fc.constantFrom<Act[]>(aReminder, voiceBot, notice, ...agencyActs),
    contactStopped: rarely,
    behind: rarely,
    own: aLoanSometimes('L1'),
    others: fc
      .array(fc.constantFrom('L2', 'L3', 'L4'), { maxLength: 3 })
      .chain((ids) => fc.tuple(...[...new Set(ids)].map(aLoanSometimes))),
    otherAct: fc.constantFrom<Act[]>(aReminder, aReminder, voiceBot, notice),
    dueInMinutes: fc.integer({ min: -30, max: 120 }),
    personHolds: holds({ person: 'p1' }),
    pointHolds: holds({ point: 'm1' }),
    ledger: ledgers,
    collectingParty: fc.option(fc.constantFrom('agency-1', 'agency-2'), { freq: 6, nil: undefined }),
    unknown: rarely,
  })
  .map((drawn): BeginRead => {
    const { now, act, own, others, otherAct, dueInMinutes } = drawn;
    const dueAt = new Date(Date.parse(now) + dueInMinutes * 60_000).toISOString();
    const person = aPerson(['L1', ...others.map(({ loanId }) => loanId)], {
      holds: drawn.personHolds,
      ledger: drawn.ledger,
      ...(drawn.collectingParty && {
        collectingParty: { kind: 'agency', partnerId: drawn.collectingParty, placementId: 'x' },
      }),
    });
    const pointId = 'pointId' in act ? act.pointId : undefined;
    const ofPerson = person.points.find((point) => point.pointId === pointId);
    return {
      now,
      wall: new Date(now),
      contactStopped: drawn.contactStopped,
      ingestIsCurrent: !drawn.behind,
      kase: aCase('L1', act, { dueAt: now }),
      loan: own,
      siblings: others.map((loan) => ({ loan, kase: aCase(loan.loanId, otherAct, { dueAt }) })),
      openCalls: [],
      ...(!drawn.unknown && { person }),
      ...(!drawn.unknown &&
        ofPerson && {
          point: {
            ofPerson,
            record: {
              _id: 'x',
              tenant: 'test',
              blindIndex: ofPerson.blindIndex,
              ledger: drawn.ledger,
              holds: drawn.pointHolds,
              version: 1,
            },
          },
        }),
    };
  });
