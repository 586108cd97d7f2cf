import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Audited } from './audit-tenant.js';
import { drawPortfolio } from './draw-portfolio.js';
import type { Round } from './draw-round.js';
import { nameOf } from './fault.js';
import type { FaultStack } from './fault-stack.js';
import { openFaultTenant } from './fault-tenant.js';
import { scheduleFaults } from './fault-schedule.js';
import { inflict } from './inflict.js';

const longestTroubleMs = 20_000;

/** `inflicted` and `notInflicted`: the faults that struck, and those that met nothing to strike. */
export type Played = Audited & { tenant: string; openCases: number; inflicted: string[]; notInflicted: string[] };

/** Plays one round on a tenant of its own: a portfolio, days of the test clock, faults meanwhile, then half a day of calm and the audit. */
export async function playRound(stack: FaultStack, round: Round): Promise<Played> {
  const tenant = `f-${round.seed}`.replaceAll(/[^A-Za-z0-9._-]/g, '-').slice(0, 64);
  const end = addDays(round.from, round.days);
  const played = await openFaultTenant(stack, tenant, `${round.from}T00:00:00.000Z`);
  try {
    await played.give(drawPortfolio(round, tenant), round.seed);
    const inflicted: string[] = [];
    const notInflicted: string[] = [];
    const faults = scheduleFaults(round.faults, async (fault) => {
      const struck = await inflict(fault, stack, played.temporal, tenant);
      (struck ? inflicted : notInflicted).push(nameOf(fault));
    });
    const advancing = played.advanceTo(`${end}T00:00:00.000Z`, {
      outage: round.outage,
      onProgress: () => faults.instantMet(),
    });
    advancing.catch(() => undefined);
    await Promise.race([advancing, sleep(longestTroubleMs)]);
    await faults.finish();
    await advancing;

    await played.advanceTo(`${end}T12:00:00.000Z`);
    const audited = await played.audit();
    if (audited.code === 0) await played.forget();
    return { tenant, inflicted, notInflicted, ...audited };
  } finally {
    await played.close();
  }
}
