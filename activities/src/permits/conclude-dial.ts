import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { PromiseRefusal } from '@recourse/domain/arrangements/refuse-promises';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { tellerSkewMinutes } from '../clock/teller-skew.js';
import { refusedPromise } from '../contact/refused-promise.js';
import { concludeAttempt, type AttemptReport } from '../contact/conclude-attempt.js';
import type { ConcludeResult, ContactStore } from '../contact/contact-store.js';
import { dialActId } from './dial-act-id.js';
import type { PermitStore, RedeemRequest } from './permit-store.js';

type Ports = {
  permits: Pick<PermitStore, 'permit'>;
  contacts: Pick<ContactStore, 'conclude' | 'act' | 'covered'>;
  strategies: ReadonlyMap<string, Strategy>;
};

/** What a holder may say came of a dial: a code of the closed table. That nothing was dialled, or no more than "done", is not for who dials to say: it would take a call out of the counts. */
export type DialReport = Extract<AttemptReport, { code: unknown }>;

/**
 * What came of a dial that was let go, told by its holder: judged and written as the outcome of any act. The first report stays.
 * `before-the-dial`: of a time at which the dial had not been let go; `promiseRefused`: what was promised cannot be taken, and may be told
 * otherwise. Of both nothing is written.
 */
export async function concludeDial(
  { permits, contacts, strategies }: Ports,
  { tenant, permitId, n, holderId }: RedeemRequest,
  report: DialReport,
): Promise<ConcludeResult | 'unknown-dial' | 'before-the-dial' | { promiseRefused: PromiseRefusal }> {
  const permit = await permits.permit(tenant, permitId);
  const dial = permit?.dials.find((each) => each.n === n);
  if (!permit || permit.holder.id !== holderId || dial?.state !== 'redeemed') return 'unknown-dial';
  const act = await contacts.act(dialActId(permit, n));
  if (!act) return 'unknown-dial';
  if (report.at < minutesLater(act.begunAt, -tellerSkewMinutes)) return 'before-the-dial';
  const promiseRefused =
    act.status === 'concluded' || report.code !== 'promise'
      ? undefined
      : refusedPromise(act, await contacts.covered(act), strategies, report);
  if (promiseRefused) return { promiseRefused };
  const concluded = await concludeAttempt(contacts, act._id, report);
  return concluded === 'unknown-act' ? 'unknown-dial' : concluded;
}
