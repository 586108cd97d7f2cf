import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type mongoose from 'mongoose';
import { appendInTransaction, inboxId } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import { inTransaction } from './transaction.js';

type CommandItem = Extract<NewInput, { kind: 'command' }>;

/** Puts a person's command into the inbox of the loan's open case; the case, or undefined when the loan has none open. The same item twice is one. */
export async function giveCommand(
  { connection, collections }: { connection: mongoose.Connection; collections: Collections },
  { tenant, loanId }: { tenant: string; loanId: string },
  item: CommandItem,
): Promise<string | undefined> {
  return inTransaction(connection, async (session) => {
    const loan = await collections.loans.findOne({ _id: tenantKey(tenant, loanId) }, { session });
    if (!loan?.openCase) return undefined;
    const told = await appendInTransaction(collections, session, loan.openCase, item, new Date());
    return told === 'case-closed' ? undefined : loan.openCase;
  });
}

/** What the case's turn answered; `waiting`: it has not taken it yet. */
export async function answerToCommand(
  { inbox }: Pick<Collections, 'inbox'>,
  caseId: string,
  itemId: string,
): Promise<NonNullable<InboxRecord['answer']> | 'waiting'> {
  const item = await inbox.findOne({ _id: inboxId(caseId, itemId) });
  return item?.answer ?? 'waiting';
}
