import { partnerOf } from '../contact/ask-provider.js';
import { owedOf } from '../contact/owed-of.js';
import { concludeAttempt } from '../contact/conclude-attempt.js';
import { ProviderUnavailable, type PartnerAnswer } from '../contact/channels.js';
import { partnerActOf } from '../contact/partner-act.js';
import { settleAct } from '../contact/settle-act.js';
import type { ActRecord } from '../records/act-record.js';
import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { beginAct } from './begin-act.js';

/** Begins an act with a partner, makes the request and concludes with the answer; after trouble the partner is asked. */
export async function performHandover(ports: ActPorts, call: ActCall): Promise<void> {
  const begun = await beginAct(ports, call);
  if (!begun) return;
  const { act } = begun;
  if (begun.begun === 'before') return void (await settleAct(ports, act));
  let answer: PartnerAnswer;
  try {
    answer = await request(ports, act);
  } catch (trouble) {
    return void (await settleAct(ports, act, trouble instanceof ProviderUnavailable));
  }
  await concludeAttempt(ports.contacts, act._id, {
    status: answer.result === 'accepted' ? 'done' : 'failed',
    at: act.begunAt,
  });
}

/** A partner is told ids and the amount, no more; for whom it collects is one of them. */
async function request(
  ports: ActPorts,
  { _id, act, covers: [own], personId, notAfter }: ActRecord,
): Promise<PartnerAnswer> {
  const asked = partnerActOf(act);
  if (!asked) throw new Error(`${_id} is no handover`);
  const { kind, partnerId, takesBack } = asked;
  if (takesBack !== undefined) {
    const reason = kind === 'agency' ? 'recalled' : 'withdrawn';
    return partnerOf(ports, asked).takeBack({ actId: _id, placementId: takesBack, partnerId, reason });
  }
  if (!own || personId === undefined) throw new Error('a handover names one loan and its borrower');
  const { loanId, currency, creditor } = own;
  return partnerOf(ports, asked).handOver({
    placementId: _id,
    partnerId,
    loanId,
    personId,
    amount: owedOf(own),
    currency,
    ...(creditor !== undefined && { creditor }),
    notAfter,
  });
}
