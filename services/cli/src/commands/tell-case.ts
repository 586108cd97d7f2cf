import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '@recourse/activities/turn/turn-store';
import type { Command } from '@recourse/domain/case/case-inputs';
import { answerToCommand, giveCommand } from '@recourse/infra/mongo/give-command';
import { operatorName } from '../operator/operator-name.js';
import { ringAll } from '../operator/ring-all.js';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { tenantNow } from './tenant-now.js';

/** The case is asked so long whether it has taken its turn. */
const withinMs = 20_000;
const everyMs = 100;

/** Who says so: whoever is at this terminal, or somebody they say they act for; the terminal has no login. */
export const actorNamed = (as: string | undefined): string =>
  as === undefined ? operatorName() : `${operatorName()}/as/${as}`;

/** Gives the loan's open case a command and waits for its turn to answer; `waiting`: it has not taken it yet, and will. @throws Mistake without an open case */
export async function tellCase(
  stores: OpenStores,
  loanId: string,
  command: Command,
  actor: string,
): Promise<{ caseId: string; itemId: string; answer: Answer | 'waiting' }> {
  const { mongo, tenant } = stores;
  const itemId = `command/${randomUUID()}`;
  const at = await tenantNow(stores);
  const caseId = await giveCommand(mongo, { tenant, loanId }, { kind: 'command', itemId, at, actor, command });
  if (caseId === undefined) throw new Mistake(`tenant ${tenant} has no open case of loan ${loanId}`);
  await ringAll(stores, [caseId]);
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(everyMs)) {
    const answer = await answerToCommand(mongo.collections, caseId, itemId);
    if (answer !== 'waiting') return { caseId, itemId, answer };
  }
  return { caseId, itemId, answer: 'waiting' };
}
