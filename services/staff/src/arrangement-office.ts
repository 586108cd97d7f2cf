import { setTimeout as pause } from 'node:timers/promises';
import type { Doorbell } from '@recourse/activities/doorbell';
import type { Clock } from '@recourse/activities/clock/clock';
import type { ArrangementCommand } from '@recourse/domain/arrangements/arrangement-command';
import type { Arrangement } from '@recourse/domain/arrangements/arrangement';
import { owedForArrangement } from '@recourse/domain/arrangements/owed-for-arrangement';
import type { Day } from '@recourse/domain/calendar/day';
import { localDay } from '@recourse/domain/calendar/local-time';
import { tenantKey } from '@recourse/domain/case/case-id';
import { unbilledLateOfCase } from '@recourse/domain/case/late-of-case';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { sumOf } from '@recourse/domain/money/components';
import type { Minor } from '@recourse/domain/money/money';
import type { MongoConnection } from '@recourse/infra/mongo/connect';
import { answerToCommand, giveCommand } from '@recourse/infra/mongo/give-command';

/** `refused`: the case's closed reasons; `no-open-case` when there is nobody to tell. */
export type Told = { arrangement: Arrangement } | { refused: string };

/** What people at the lender do about arrangements of a loan. */
export type ArrangementOffice = {
  /** All that is owed, what lateness has cost with it, minor units, and the loan's day; undefined: the loan has no open case. */
  standing(loanId: string): Promise<{ today: Day; owedInAll: Minor } | undefined>;
  /** Gives the case a command and waits for its turn; the same item again is the same command. @throws when no turn is taken */
  tell(loanId: string, itemId: string, command: ArrangementCommand, actor: string): Promise<Told>;
};

const withinMs = 30_000;
const everyMs = 25;

export function arrangementOffice(
  { connection, collections }: Pick<MongoConnection, 'connection' | 'collections'>,
  { tenant, clock, doorbell }: { tenant: string; clock: Clock; doorbell: Doorbell },
): ArrangementOffice {
  const kaseOf = async (caseId: string) => collections.cases.findOne({ _id: caseId });
  return {
    async standing(loanId) {
      const loan = await collections.loans.findOne({ _id: tenantKey(tenant, loanId) });
      const kase = loan?.openCase === undefined ? undefined : await kaseOf(loan.openCase);
      if (!loan || !kase) return undefined;
      const today = localDay((await clock.now(tenant)).now, kase.zone);
      const late = unbilledLateOfCase(kase, loan, today);
      const { all } = owedForArrangement(loan.position, allocationOf(loan.terms), late);
      return { today, owedInAll: sumOf(all.owed) };
    },
    async tell(loanId, itemId, command, actor) {
      const { now: at } = await clock.now(tenant);
      const item = { kind: 'command', itemId, at, actor, command } as const;
      const caseId = await giveCommand({ connection, collections }, { tenant, loanId }, item);
      if (caseId === undefined) return { refused: 'no-open-case' };
      await doorbell.ring(caseId);
      for (const until = Date.now() + withinMs; Date.now() < until; await pause(everyMs)) {
        const answer = await answerToCommand(collections, caseId, itemId);
        if (answer === 'waiting') continue;
        if (!answer.accepted) return { refused: answer.reason };
        const id = 'arrangementId' in command ? command.arrangementId : itemId;
        const arrangement = (await kaseOf(caseId))?.arrangements?.find((each) => each.id === id);
        if (arrangement) return { arrangement };
      }
      throw new Error(`case ${caseId} has taken no turn for ${itemId}`);
    },
  };
}
