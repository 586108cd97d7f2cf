import type { Instant } from '@recourse/domain/calendar/instant';
import type { AdvancePorts } from './advance-ports.js';
import { ClockStuck } from './clock-stuck.js';
import { ringDueCases } from './ring-due-cases.js';
import { TurnCount } from './turn-count.js';
import { waitUntilIngested, waitUntilSettled } from './wait-until-settled.js';

export type AdvanceClock = {
  tenant: string;
  to: Instant;
  /** Jump to `to` first, as if everything of ours had been down meanwhile: all that fell due is met late. */
  outage?: boolean;
  ports: AdvancePorts;
  /** Called after every instant that has been met. */
  onProgress?: (met: InstantMet) => void;
};

export type InstantMet = { at: Instant; played: number; rung: number };

export type Advanced =
  | { advanced: true; instants: number }
  | { advanced: false; reason: 'unknown-tenant' | 'real-clock' | 'not-ahead' | 'moved-by-another' };

const mostRoundsAtOneInstant = 50;

/**
 * Moves a tenant's test clock to `to`, stopping at every instant at which a plan or a participant has something to do, in order
 * (design section 4, Clocks). When it returns, nothing is under way and nothing is due.
 * @throws ClockStuck naming what does not come to rest
 */
export async function advanceClock({ tenant, to, outage = false, ports, onProgress }: AdvanceClock): Promise<Advanced> {
  const { tenants, participants, probe } = ports;
  const record = await tenants.get(tenant);
  if (!record) return { advanced: false, reason: 'unknown-tenant' };
  if (record.clock.kind === 'real') return { advanced: false, reason: 'real-clock' };
  let now = record.clock.now;
  if (to < now) return { advanced: false, reason: 'not-ahead' };

  const moveTo = async (instant: Instant): Promise<boolean> => {
    if (instant > now && (await tenants.advance(tenant, now, instant)) === 'moved') return false;
    now = instant;
    return true;
  };

  await waitUntilIngested(ports);
  await waitUntilSettled(tenant, ports);
  if (outage && !(await moveTo(to))) return { advanced: false, reason: 'moved-by-another' };

  let instants = 0;
  let rounds = 0;
  let turns = new TurnCount(now);
  for (;;) {
    const [plan, ...agendas] = await Promise.all([
      probe.earliestPlan(tenant, to),
      ...participants.map((participant) => participant.agenda(now)),
    ]);
    const next = [plan, ...agendas].reduce(
      (earliest, at) => (at !== undefined && (earliest === undefined || at < earliest) ? at : earliest),
      undefined,
    );
    if (next === undefined || next > to) break;
    if (next > now || instants === 0) {
      if (next > now && !(await moveTo(next))) return { advanced: false, reason: 'moved-by-another' };
      instants += 1;
      rounds = 0;
      turns = new TurnCount(now);
    }
    rounds += 1;
    if (rounds > mostRoundsAtOneInstant) {
      const busy = participants.filter((_, index) => (agendas[index] ?? '~') <= now).map(({ name }) => name);
      throw new ClockStuck(`${busy.join(' and ') || 'a case'} always has something more to do at ${now}`);
    }
    const played = await playDue(tenant, now, rounds === 1 ? undefined : agendas, ports);
    const rung = await ringDueCases(tenant, now, turns, ports);
    // What was done may have been answered at once: a borrower who pays in the second of a message.
    if (rung > 0) await waitUntilIngested(ports);
    await waitUntilSettled(tenant, ports);
    onProgress?.({ at: now, played, rung });
  }
  return (await moveTo(to)) ? { advanced: true, instants } : { advanced: false, reason: 'moved-by-another' };
}

/** `agendas` absent: an instant just begun, of which every participant is told, whether it has something to do or not. */
async function playDue(
  tenant: string,
  now: Instant,
  agendas: readonly (Instant | undefined)[] | undefined,
  ports: AdvancePorts,
): Promise<number> {
  let all = 0;
  for (const [index, participant] of ports.participants.entries()) {
    const agenda = agendas?.[index];
    if (agendas && (agenda === undefined || agenda > now)) continue;
    const { played, published } = await participant.play(now);
    all += played;
    if (played === 0) continue;
    if (published > 0) await waitUntilIngested(ports);
    await waitUntilSettled(tenant, ports); // the next one finds what this one brought about
  }
  return all;
}
