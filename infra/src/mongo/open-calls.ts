import { isTelephone } from '@recourse/domain/contact/is-telephone';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { RedeemRead } from '@recourse/activities/permits/permit-store';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Where = { ledgers: readonly (readonly LedgerEntry[] | undefined)[]; also?: readonly string[] };

/**
 * The calls of these ledgers, and those named beside them, of which nobody has told the outcome. One given up as unknown is among them, though its
 * act is concluded: its provider may have the request and ring still.
 */
export async function openCallsOf(
  { acts }: Pick<Collections, 'acts'>,
  session: mongoose.mongo.ClientSession,
  { ledgers, also = [] }: Where,
): Promise<RedeemRead['openCalls']> {
  const maybe = new Set([...also, ...ledgers.flatMap((ledger) => openIn(ledger ?? []))]);
  if (maybe.size === 0) return [];
  const untold = [{ status: { $ne: 'concluded' as const } }, { 'outcome.result': 'unknown' as const }];
  const open = { _id: { $in: [...maybe] }, $or: untold };
  const found = await acts.find(open, { session, projection: { begunAt: 1, notAfter: 1 } }).toArray();
  return found.map(({ _id, begunAt, notAfter }) => ({ actId: _id, begunAt, notAfter }));
}

const openIn = (ledger: readonly LedgerEntry[]): string[] =>
  ledger.flatMap(({ actId, open, channel, reservedUntil }) =>
    open && reservedUntil === undefined && isTelephone(channel) ? [actId] : [],
  );
