import type { Command } from '@recourse/domain/case/case-inputs';
import type { Hold } from '@recourse/domain/holds/hold';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { givePortfolio } from '../given.js';
import { publish } from '../publish.js';
import type { TestStack } from '../stack.js';
import { callsBeginAt, endsAt, firstMessageAt, promising, racing, rivalStories } from './rival-stories.js';

const command = async (stack: TestStack, loanId: string, itemId: string, given: Command): Promise<void> => {
  const { tenant } = stack;
  const { mongo } = stack.stores;
  const { now: at } = await tenantClock(mongo.collections).now(tenant);
  const caseId = await giveCommand(
    mongo,
    { tenant, loanId },
    { kind: 'command', itemId, at, command: given, actor: 'li' },
  );
  if (!caseId) throw new Error(`${loanId} has no open case`);
  await stack.ring(caseId);
};
const hold = (loan: string, id: string, reason: Hold['reason'], from: string, until?: string): Command => ({
  command: 'place-hold',
  hold: { id, reason, scope: { loan }, stops: ['contact', 'escalation', 'timers'], from, ...(until && { until }) },
});
/** Rings one case as often as cron jobs and retries would. */
const wake = (stack: TestStack, loan: string) =>
  Promise.all(Array.from({ length: 15 }, () => stack.ring(`${stack.tenant}/${loan}/1`)));

/** Tells the stories, races payments with what falls due, wakes one case again and again, and lays three holds over each other. */
export async function playRivals(stack: TestStack): Promise<void> {
  const { races, loans, ...given } = rivalStories(stack.tenant);
  await givePortfolio(stack, given);
  for (const loan of loans) {
    const calls = promising.includes(loan) ? [{ code: 'promise', kept: false }] : [{ code: 'refuses' }];
    await stack.script({ loan, alwaysReached: true, afterwards: 'silent', bots: [{ code: 'no-answer' }], calls });
  }
  for (const at of [firstMessageAt, callsBeginAt] as const) {
    await stack.advanceTo(new Date(Date.parse(at) - 60_000).toISOString());
    const told = races.flatMap(({ loan, payment }) =>
      payment && racing[at].some((each) => each === loan) ? [payment] : [],
    );
    await Promise.all([stack.advanceTo(at), publish(stack, told), wake(stack, 'woken')]);
    await wake(stack, 'woken');
  }
  await stack.advanceTo('2026-01-14T00:00:00.000Z');
  await command(
    stack,
    'held',
    'dispute',
    hold('held', 'h-1', 'dispute', '2026-01-14T00:00:00.000Z', '2026-01-20T00:00:00.000Z'),
  );
  await command(stack, 'own-a', 'dispute', hold('own-a', 'h-1', 'dispute', '2026-01-14T00:00:00.000Z'));
  await stack.advanceTo('2026-01-16T00:00:00.000Z');
  await command(
    stack,
    'held',
    'hard',
    hold('held', 'h-2', 'hardship-claim', '2026-01-16T00:00:00.000Z', '2026-01-18T00:00:00.000Z'),
  );
  await wake(stack, 'woken');
  await stack.advanceTo('2026-01-17T00:00:00.000Z');
  await command(stack, 'held', 'flood', hold('held', 'h-3', 'disaster', '2026-01-17T00:00:00.000Z'));
  // Before hours: what it sets free is done on the way on.
  await stack.advanceTo('2026-01-23T23:30:00.000Z');
  await command(stack, 'held', 'over', { command: 'end-hold', holdId: 'h-3' });
  await stack.advanceTo(endsAt);
}
