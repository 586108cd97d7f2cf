import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import { concludeDial } from '@recourse/activities/permits/conclude-dial';
import type { PermitRequest, RedeemRequest } from '@recourse/activities/permits/permit-store';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from '../../../services/staff/src/desk.js';
import type { TestStack } from '../stack.js';
import type { Member } from './crowd.js';
import type { StandingClock } from './standing-clock.js';
import type { Telephones } from './telephones.js';

export type Field = {
  stack: TestStack;
  desk: Desk;
  ports: DeskPorts;
  outside: Telephones;
  /** The ids under which an agency dialled. */
  byAgency: Set<string>;
  clock: StandingClock;
  /** Dials refused or put off, tasks withheld: that there is something to hold back. */
  heldBack: { count: number };
};

const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(Math.random() * of.length)];

/** A collector who takes whatever task is open, rings at once, and answers. */
export async function collector(
  { desk, outside, clock, heldBack }: Field,
  by: string,
  until: AbortSignal,
): Promise<void> {
  const call = async (taskId: string): Promise<void> => {
    const started = await desk.start(taskId, by);
    if (started.started) {
      await desk.answer(taskId, by, await outside.speak(started.kind, started.actId, started.to));
    } else {
      heldBack.count += 1;
      await desk.handBack(taskId, by);
    }
  };
  while (!until.aborted) {
    const task = pick(await desk.list());
    const leased = task && (await desk.lease(task._id, by));
    if (task && leased?.leased) await clock.during(() => call(task._id));
    await sleep(100);
  }
}

type Dialling = Pick<PermitRequest, 'holder' | 'channel'> & {
  placementOf?: (member: Member) => Promise<string | undefined>;
};

/** Somebody who paces himself: asks for a permit of several dials on anybody's telephone, and makes them one after another. */
export async function pacer(
  field: Field,
  members: readonly Member[],
  { holder, channel, placementOf }: Dialling,
  until: AbortSignal,
): Promise<void> {
  const { stack, ports, outside, byAgency, clock, heldBack } = field;
  const { tenant } = stack;
  const permits = mongoPermitStore(stack.stores.mongo, () => new Date());
  const call = async (dial: RedeemRequest, number: string): Promise<void> => {
    const redeemed = await permits.redeem(dial, judgeRedeem(dial, ports.rules));
    if (!redeemed.go) {
      heldBack.count += 1;
      return;
    }
    if (holder.kind === 'agency') byAgency.add(redeemed.actId);
    const said = await outside.speak('call', redeemed.actId, number);
    const { now: at } = await ports.clock.now(tenant);
    const { contacts, rules } = ports;
    await concludeDial({ permits, contacts, strategies: rules.strategiesByHash }, dial, {
      ...said,
      at,
      law: rules.law,
    });
  };
  for (let nth = 1; !until.aborted; nth += 1) {
    const member = pick(members);
    const placementId = member && (await placementOf?.(member));
    if (member && (!placementOf || placementId !== undefined)) {
      const { personId, pointId } = member;
      const loans = placementOf ? member.loans.slice(0, 1) : member.loans;
      const permitId = `${holder.id}-${nth}-${Date.now()}`;
      const request: PermitRequest = {
        tenant,
        permitId,
        holder,
        personId,
        pointId,
        loans,
        channel,
        purpose: 'collect',
        minutes: 20,
        dials: 3,
        ...(placementId !== undefined && { placementId }),
      };
      const { granted } = await permits.grant(request, judgeGrant(request, ports.rules));
      if (!granted) heldBack.count += 1;
      for (const { n } of granted?.dials ?? []) {
        const dial = { tenant, permitId, n, holderId: holder.id };
        await clock.during(() => call(dial, member.number));
      }
    }
    await sleep(150);
  }
}

const rungAtOnce = 12;

/** Doorbells at once, whoever is linked with whom: no order keeps the cases apart. */
export async function ringer(stack: TestStack, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    const open = await stack.stores.mongo.collections.loans
      .find({ tenant: stack.tenant, openCase: { $exists: true } })
      .toArray();
    const some = Array.from({ length: rungAtOnce }, () => pick(open)?.openCase ?? '');
    await Promise.allSettled(some.map((caseId) => stack.ring(caseId)));
    await sleep(500);
  }
}
