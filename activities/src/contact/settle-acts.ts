import { concludeAttempt } from './conclude-attempt.js';
import { ringAll } from './ring-all.js';
import { settleAct, type SettlePorts } from './settle-act.js';
import type { Doorbell } from '../doorbell.js';
import type { ActRecord } from '../records/act-record.js';

const begunSinceMs = 60_000;
const acceptedSinceMs = 10 * 60_000;
/** Days of the tenant's clock after which a call or visit that was started and never answered is taken as unknown, ours or a permit holder's. */
const unansweredDays = 2;
const atOnce = 100;

/**
 * Finds out what became of acts whose worker died or whose receipt was lost; for the sweeper, under its lease.
 * Acts begun more than 60 s ago are asked about each time, accepted ones every 10 minutes. Returns how many were concluded.
 */
export async function settleActs(ports: SettlePorts & { doorbell: Doorbell }): Promise<number> {
  const { contacts, clock, doorbell } = ports;
  const before = (ms: number): Date => new Date(clock.wall().getTime() - ms);
  let settled = 0;
  for (const act of await contacts.unsettled(before(begunSinceMs), before(acceptedSinceMs), atOnce)) {
    await contacts.asked(act._id);
    const isAnothers = act.taskId !== undefined || act.permit !== undefined;
    const ring = isAnothers ? await settleUnanswered(ports, act) : await settleAct(ports, act);
    if (ring.length > 0) settled += 1;
    await ringAll(doorbell, ring);
  }
  return settled;
}

/** Someone took the receiver, or the dial of a permit, and never said what came of it. Nobody else knows; it counts as a conversation. */
async function settleUnanswered({ contacts, clock }: SettlePorts, act: ActRecord): Promise<string[]> {
  const { now } = await clock.now(act.tenant);
  if (Date.parse(now) - Date.parse(act.begunAt) < unansweredDays * 86_400_000) return [];
  const concluded = await concludeAttempt(contacts, act._id, { status: 'unknown', at: now });
  return concluded === 'unknown-act' ? [] : concluded.ring;
}
