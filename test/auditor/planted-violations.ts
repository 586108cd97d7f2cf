import type { CheckName } from '@recourse/service-auditor/finding';
import { both, documentChanged } from './document-changed.js';
import { plantedConduct } from './planted-conduct.js';
import { callIntoAnother, citedRule, sixMessages, twoVisits, type Planted } from './planted-contacts.js';
import type { StoredWorld } from './stored-world.js';
import { plantedCredit } from './planted-credit.js';
import { openCase, openJournal, sms, tenant } from './world-records.js';

function logsChanged(change: () => void, undo: () => void, words: string | RegExp): Planted {
  return { plant: async () => change(), undo: async () => undo(), words };
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

/** One violation of each kind, which only its own check finds. */
export const plantedIn = (world: StoredWorld): Record<CheckName, () => Planted> => {
  const inDocument = (...change: Tail<Parameters<typeof documentChanged>>): Planted =>
    documentChanged(world, ...change);
  return {
    'lost-events': () =>
      inDocument(
        'events',
        `${tenant}//servicing/test/e0`,
        { $set: { tenant: 'gone' } },
        /^com.recourse.servicing.instalment-missed.v1 e0 of loan L1 at .*\/0\/0 is neither taken nor set aside$/,
      ),
    'sequence-gaps': () =>
      inDocument('cases', openCase, { $inc: { seq: 1 } }, `${openCase}: the case is at 9, its journal at 8`),
    'broken-chain': () =>
      inDocument(
        'journal',
        `${openCase}/2`,
        { $set: { actor: 'somebody' } },
        `${openCase}/2: its hash is not of what it says`,
      ),
    'journal-against-kafka': () => ({
      plant: () =>
        world.send(world.topics.caseEvents, {
          key: `${tenant}|L1`,
          value: JSON.stringify(openJournal[0]),
          headers: { ce_id: `${openCase}/9`, ce_tenant: tenant },
        }),
      undo: () => Promise.resolve(),
      words: `${openCase}/9 is on Kafka and in no journal`,
    }),
    'cases-without-plan': () =>
      inDocument('cases', openCase, { $unset: { plan: '' } }, `${openCase} is open and plans nothing`),
    'cases-without-workflow': () => ({
      plant: () => world.endWorkflow(),
      undo: () => world.startWorkflow(),
      words: `${openCase} is open and no workflow runs for it`,
    }),
    'contacts-on-unread-payment': () =>
      both(
        inDocument('events', `${tenant}//servicing/test/e0`, { $set: { type: 'payment-reversed' } }, ''),
        inDocument(
          'acts',
          sms,
          { $set: { 'covers.0.readPosition': 0 } },
          `${sms} began at 2 on position 0 of loan L1, after /servicing/test/e0 at 1`,
        ),
      ),
    'contacts-while-unresolved': () =>
      inDocument(
        'parked',
        `${world.topics.loanEvents}/0/4`,
        { $set: { loanId: 'L1' }, $unset: { resolvedAt: '' } },
        /began at .* while .*\/0\/4 of loan L1 was set aside$/,
      ),
    'contacts-outside-hours': () =>
      inDocument(
        'persons',
        `${tenant}/P1`,
        { $set: { zone: 'America/New_York' } },
        `${sms}: 2026-01-14T02:00:00.000Z is 21:00 in America/New_York: ${citedRule('house', 'OWN-TIME-1')}`,
      ),
    'unrecorded-attempts': () =>
      logsChanged(
        () =>
          world.received.push({ id: `${openCase}/1/sms-2/1`, channel: 'sms', at: '2026-01-14T03:00:00.000Z', to: '' }),
        () => world.received.pop(),
        `sms ${openCase}/1/sms-2/1 at 2026-01-14T03:00:00.000Z is no act of ours`,
      ),
    'unsent-attempts': () => {
      const kept = world.received.slice();
      return logsChanged(
        () => world.received.splice(0),
        () => world.received.push(...kept),
        `send-reminder ${sms} is in nobody's log but ours`,
      );
    },
    'stages-without-cause': () =>
      inDocument(
        'cases',
        openCase,
        { $set: { stage: 'legal' } },
        `${openCase}: stands in legal, its journal leads to reminder`,
      ),
    'steps-done-twice': () =>
      inDocument(
        'acts',
        sms,
        { $push: { covers: { caseId: openCase, planId: sms, loanId: 'L1', readPosition: 1, order: 2 } } } as object,
        `${sms} is begun by two acts`,
      ),
    'sends-after-acceptance': () =>
      inDocument(
        'acts',
        sms,
        { $set: { personId: 'P2' } },
        `${sms} was begun at 2026-01-14T02:00:00.000Z, after person-opted-out /servicing/test/e5 was accepted at 2026-01-13T16:00:00.000Z`,
      ),
    'contacts-while-held': () =>
      inDocument(
        'persons',
        `${tenant}/P1`,
        {
          $set: {
            holds: [
              {
                id: 'h',
                reason: 'dispute',
                scope: { person: 'P1' },
                stops: ['contact'],
                from: '2026-01-13T00:00:00.000Z',
              },
            ],
          },
        },
        `${sms} began at 2026-01-14T02:00:00.000Z under the hold h (dispute)`,
      ),
    'answers-owed': () =>
      inDocument(
        'cases',
        openCase,
        { $set: { matters: [{ id: '/servicing/test/e9' }] } },
        `${openCase}: /servicing/test/e9 is a matter of the case and not in its journal`,
      ),
    'ends-not-lawful': () =>
      inDocument(
        'cases',
        openCase,
        { $set: { writeOff: { id: 'w1', state: 'written-off', proposedBy: 'a', approvedBy: 'a' } } },
        `${openCase}: w1 is written off by a alone`,
      ),
    'caps-exceeded': () => sixMessages(world),
    'rests-broken': () => twoVisits(world),
    'calls-at-once': () => callIntoAnother(world),
    'third-parties-pressed': () =>
      inDocument(
        'loans',
        `${tenant}/L1`,
        { $set: { 'terms.debtors': [{ personId: 'P2', role: 'borrower' }] } },
        `${sms}: P1 owes nothing and was asked to pay`,
      ),
    ...plantedConduct(world),
    'excused-without-law': () =>
      inDocument(
        'acts',
        sms,
        { $set: { 'act.purpose': 'legally-required' } },
        `${sms}: no law there wants this send-reminder`,
      ),
    'amounts-off-position': () =>
      logsChanged(
        () => Object.assign(world.received[0] ?? {}, { amounts: [99_999] }),
        () => Object.assign(world.received[0] ?? {}, { amounts: [100_000] }),
        `sms ${sms} names 99999, its loans owed 100000 (minor units)`,
      ),
    'creditors-misnamed': () =>
      inDocument(
        'acts',
        sms,
        { $set: { 'covers.0.creditor': 'guarantee-1' } },
        `${sms} of loan L1 names guarantee-1 as creditor, it is who lent`,
      ),
    'money-against-positions': () =>
      inDocument(
        'loans',
        `${tenant}/L2`,
        { $set: { 'position.payments.0.reversedOn': '2026-01-13' } },
        'loan L2: CNY 100000 came in and stayed, its position counts 0 (minor units)',
      ),
    'late-charges-off': () =>
      inDocument(
        'acts',
        sms,
        { $set: { 'covers.0.late': { asOf: '2026-01-14', late: 1, owed: 100_001 } } },
        `${sms} of loan L1: 1 for lateness until 2026-01-14, 100001 in all, by terms and events nothing for lateness (minor units)`,
      ),
    ...plantedCredit(world),
    'tasks-held-by-two': () => {
      const task = {
        _id: `${openCase}/1/verify/1`,
        tenant,
        kind: 'follow-up',
        status: 'closed',
        covers: [],
        lease: { by: 'collector-1', until: '2026-01-14T03:00:00.000Z' },
        answeredBy: 'collector-2',
        answeredAt: '2026-01-14T02:00:00.000Z',
      };
      const tasks = () => world.db.collection<{ _id: string }>('tasks');
      return {
        plant: () => tasks().insertOne(task),
        undo: () => tasks().deleteOne({ _id: task._id }),
        words: `${task._id} was answered by collector-2, and collector-1 had it`,
      };
    },
    'journal-against-workflows': () =>
      inDocument(
        'acts',
        sms,
        { $set: { begunWallAt: new Date(), notAfter: new Date() } },
        `${openCase}/6: ${sms} is concluded, and no workflow carried it out`,
      ),
    'cases-standing-still': () =>
      inDocument(
        'tenants',
        tenant,
        { $set: { 'clock.now': '2026-01-18T16:05:00.001Z' } },
        `${openCase} should have done ${openCase}/1/review/1 at 2026-01-18T16:00:00.000Z`,
      ),
  };
};
