import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import { concludeDial } from '@recourse/activities/permits/conclude-dial';
import type { PermitRequest } from '@recourse/activities/permits/permit-store';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from '../../../services/staff/src/desk.js';
import type { Outside } from '../../../services/staff/src/outside.js';
import type { TestStack } from '../stack.js';
import type { Member } from './crowd.js';

/** What each sender heard, by the id under which it dialled: the outcome of a call is known to who made it. */
export type Heard = Map<string, { code: OutcomeCode; sender: 'own' | 'agency' }>;

export type Field = {
  stack: TestStack;
  desk: Desk;
  ports: DeskPorts;
  outside: Outside;
  heard: Heard;
  /** Dials refused or put off, tasks withheld: that there is something to hold back. */
  heldBack: { count: number };
};

const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(Math.random() * of.length)];

/** A collector who takes whatever task is open, rings at once, and answers. */
export async function collector(
  { desk, outside, heard, heldBack }: Field,
  by: string,
  until: AbortSignal,
): Promise<void> {
  while (!until.aborted) {
    const task = pick(await desk.list());
    const leased = task && (await desk.lease(task._id, by));
    if (task && leased?.leased) {
      const started = await desk.start(task._id, by);
      if (started.started) {
        const said = await outside.speak(started.kind, started.actId, started.to);
        heard.set(started.actId, { code: said.code, sender: 'own' });
        await desk.answer(task._id, by, said);
      } else {
        heldBack.count += 1;
        await desk.handBack(task._id, by);
      }
    }
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
  const { stack, ports, outside, heard, heldBack } = field;
  const { tenant } = stack;
  const permits = mongoPermitStore(stack.stores.mongo, () => new Date());
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
        const redeemed = await permits.redeem(dial, judgeRedeem(dial, ports.rules));
        if (!redeemed.go) {
          heldBack.count += 1;
          continue;
        }
        const said = await outside.speak('call', redeemed.actId, member.number);
        heard.set(redeemed.actId, { code: said.code, sender: holder.kind === 'agency' ? 'agency' : 'own' });
        await concludeDial({ permits, contacts: ports.contacts }, dial, {
          ...said,
          at: (await ports.clock.now(tenant)).now,
          law: ports.rules.law,
        });
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
