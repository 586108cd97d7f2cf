import { concludeAttempt } from '../contact/conclude-attempt.js';
import { ProviderUnavailable } from '../contact/channels.js';
import { settleAct } from '../contact/settle-act.js';
import type { ActRecord } from '../records/act-record.js';
import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { beginAct } from './begin-act.js';

/** Begins an act with a partner, makes the request and concludes with the answer; after trouble the partner is asked. */
export async function performHandover(
  ports: ActPorts,
  call: ActCall,
  request: (act: ActRecord) => Promise<{ result: 'accepted' | 'refused' }>,
): Promise<void> {
  const begun = await beginAct(ports, call);
  if (!begun) return;
  const { act } = begun;
  if (begun.begun === 'before') return void (await settleAct(ports, act));
  let answer: { result: 'accepted' | 'refused' };
  try {
    answer = await request(act);
  } catch (trouble) {
    return void (await settleAct(ports, act, trouble instanceof ProviderUnavailable));
  }
  await concludeAttempt(ports, act._id, { status: answer.result === 'accepted' ? 'done' : 'failed', at: act.begunAt });
}

/** What a partner is told of a loan handed to it: ids and the amount, no more. */
export function handedLoan({ covers: [own], personId, notAfter }: ActRecord): {
  loanId: string;
  personId: string;
  amount: number;
  currency: string;
  notAfter: Date;
} {
  if (!own || personId === undefined) throw new Error('a handover names one loan and its borrower');
  return { loanId: own.loanId, personId, amount: own.arrears, currency: own.currency, notAfter };
}
