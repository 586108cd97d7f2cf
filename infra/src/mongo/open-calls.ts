import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { unendedCalls } from '@recourse/domain/contact/unended-calls';
import type { RedeemRead } from '@recourse/activities/permits/permit-store';
import { stillUnderWay } from '@recourse/activities/records/still-under-way';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Where = { ledgers: readonly (readonly LedgerEntry[] | undefined)[]; also?: readonly string[] };

/** The calls of these ledgers, and those named beside them, of which nobody has told the outcome. */
export async function openCallsOf(
  { acts }: Pick<Collections, 'acts'>,
  session: mongoose.mongo.ClientSession,
  { ledgers, also = [] }: Where,
): Promise<RedeemRead['openCalls']> {
  const maybe = [...new Set([...also, ...unendedCalls(ledgers)])];
  if (maybe.length === 0) return [];
  const projection = { status: 1, begunAt: 1, notAfter: 1, 'outcome.result': 1 };
  return stillUnderWay(await acts.find({ _id: { $in: maybe } }, { session, projection }).toArray());
}
