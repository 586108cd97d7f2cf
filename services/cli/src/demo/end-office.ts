import { completeTask } from '@recourse/activities/desk/complete-task';
import { addDays, daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import type { Day } from '@recourse/domain/calendar/day';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { LimitationCommand } from '@recourse/domain/limitation/limitation-command';
import type { WriteOffCommand } from '@recourse/domain/write-off/write-off';
import { endingCases } from '@recourse/infra/mongo/ending-cases';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { tenantNow } from '../commands/tenant-now.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';

const actors = {
  maker: 'write-off/demo',
  checker: 'risk/demo',
  courier: 'courier/demo',
  seller: 'sales/demo',
} as const;
/** A demand takes so long to arrive at somebody who signs for it; it is dated the day it did. */
const courierDays = 3;
/** Somebody who is proved not to have borrowed owes nothing: given up so many days after it was told. */
const fraudDays = 30;
const mostTasks = 500;

export type Ending = Pick<
  CollectionCase,
  'caseId' | 'loanId' | 'zone' | 'writeOff' | 'ladderEnded' | 'holds' | 'limitation' | 'openTasks'
>;
type Word = { actor: string; command: LimitationCommand | WriteOffCommand };

const heldFor = ({ holds }: Ending, reason: string): Ending['holds'][number] | undefined =>
  holds.find((hold) => hold.reason === reason && hold.endedAt === undefined);

const reasonFor = (kase: Ending, today: Day): 'ladder-ended' | 'time-barred' | 'fraud' | undefined => {
  if (kase.ladderEnded?.becomes === 'write-off') return heldFor(kase, 'time-barred') ? 'time-barred' : 'ladder-ended';
  const stolen = heldFor(kase, 'identity-theft');
  return stolen && daysBetween(localDay(stolen.from, kase.zone), today) >= fraudDays ? 'fraud' : undefined;
};

/**
 * What is said of a claim that evening. `asked`: its write-off has been put to the second person before, and still stands: another amount is
 * owed by now, so it is declined, and proposed anew the evening after.
 */
export const endWord = (kase: Ending, today: Day, asked: boolean): Word | undefined => {
  const { writeOff, limitation, openTasks, loanId } = kase;
  if (writeOff?.state === 'proposed')
    return {
      actor: actors.checker,
      command: { command: asked ? 'decline-write-off' : 'approve-write-off', writeOffId: writeOff.id },
    };
  const endsOn = limitation?.noted?.endsOn;
  const wanted = openTasks.some((taskId) => taskId.includes('/prove-demand/'));
  if (wanted && endsOn !== undefined && daysBetween(today, endsOn) >= courierDays) {
    const on = addDays(today, -1);
    const demand = { ground: 'demand', on, proof: ['signed-notice'], document: `ems-${loanId}-${on}` } as const;
    return { actor: actors.courier, command: { command: 'record-interruption', ...demand, proof: [...demand.proof] } };
  }
  const because = writeOff?.state === 'written-off' ? undefined : reasonFor(kase, today);
  return because && { actor: actors.maker, command: { command: 'propose-write-off', because } };
};

/**
 * The demo's people for claims at the end of their road: every evening a demand is proved where the limitation nears its end, a write-off is
 * proposed, or decided by somebody else, and what is to be sold is offered.
 */
export function endOffice(stores: OpenStores, { ports: { doorbell } }: OpenClock): () => Promise<void> {
  const { mongo, tenant } = stores;
  const wall = (): Date => new Date();
  const tasks = mongoTaskStore(mongo, wall);
  const clock = tenantClock(mongo.collections, wall);
  const asked = new Set<string>();
  return async () => {
    for (const { _id } of await tasks.openTasks(tenant, 'follow-up', mostTasks))
      if (_id.includes('/offer-for-sale/')) await completeTask({ tasks, clock, doorbell }, _id, actors.seller);
    const at = await tenantNow(stores);
    for (const kase of await endingCases(mongo.collections, tenant)) {
      const { loanId, zone, writeOff } = kase;
      const word = endWord(kase, localDay(at, zone), writeOff !== undefined && asked.has(writeOff.id));
      if (!word) continue;
      if (word.command.command === 'approve-write-off') asked.add(word.command.writeOffId);
      const itemId = `command/${word.command.command}/${loanId}/${at}`;
      const caseId = await giveCommand(mongo, { tenant, loanId }, { kind: 'command', itemId, at, ...word });
      if (caseId !== undefined) await doorbell.ring(caseId);
    }
  };
}
