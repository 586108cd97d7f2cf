import type { GrantResult, RedeemResult } from '@recourse/activities/permits/permit-store';
import { Problem } from './problem.js';

type NotGranted = Extract<GrantResult, { granted: undefined }>['not'];
type NotLetGo = Extract<RedeemResult, { go: false }>;

const retryAfterS = 1;
const passes = (code: 'busy' | 'ingest-behind'): Problem =>
  new Problem(503, code, 'nothing can be said just now: ask again in a second', { retryAfterS });

type Said = readonly [status: number, detail: string];

/** Beside what the gate and the state of the loans say no for: 409, for any of the words of refusals. */
const notGrantedFor: Partial<Record<NotGranted['because'], Said>> = {
  'placed-elsewhere': [403, 'these loans of this person are not with you to collect, or there are none such'],
  'permit-id-taken': [409, 'the id names another permit already: choose a new one'],
  'put-off-by-law': [409, 'the law does not allow a dial before `until`; to ask then is no promise'],
  'bad-permit-id': [400, 'no permit can have this id'],
  'minutes-not-1-to-60': [400, 'a permit is for 1 to 60 minutes'],
  'dials-not-1-to-10': [400, 'a permit is for 1 to 10 dials'],
  'bad-purpose': [400, 'a permit is for collecting'],
  'no-loan': [400, 'a permit is about at least one loan'],
  'loan-named-twice': [400, 'a permit names each loan once'],
  'agency-without-placement': [400, 'an agency names the placement'],
  'dialler-with-placement': [400, 'nothing is placed with a dialler'],
};
const anyOther: Said = [409, 'nobody may dial this person about these loans now'];

/** Why there is no permit. What passes by itself within seconds is a 503; what the law puts off says until when. */
export function notGranted(not: NotGranted): Problem {
  const { because, rules } = not;
  if (because === 'busy' || because === 'ingest-behind') return passes(because);
  const [status, detail] = notGrantedFor[because] ?? anyOther;
  const until = 'until' in not ? not.until : undefined;
  return new Problem(status, because, detail, {
    ...(rules.length > 0 && { rules }),
    ...(until !== undefined && { until }),
  });
}

const notLetGoFor: Record<Exclude<NotLetGo['because'], 'busy' | 'ingest-behind' | 'not-the-holder'>, Said> = {
  'unknown-permit': [404, 'you hold no permit of this id'],
  'no-such-dial': [404, 'the permit has no dial of this number'],
  'already-redeemed': [409, 'this dial was let go before'],
  'key-used': [409, 'the key has named the request for another dial of this permit: choose a new one'],
  'dial-open': [
    409,
    'a call to this person or number is under way: if it is a dial of yours, tell what came of it first',
  ],
  'permit-over': [409, 'the window of the permit has passed, or it was given back'],
  'permit-revoked': [409, 'something has changed since the permit was granted: ask for another'],
};

/** Why a dial may not be made. A permit that is revoked or over stays so; another must be asked for. */
export function notLetGo({ because, revoked }: { because: NotLetGo['because']; revoked?: string }): Problem {
  if (because === 'busy' || because === 'ingest-behind') return passes(because);
  // Who does not hold it learns no more than that.
  const code = because === 'not-the-holder' ? 'unknown-permit' : because;
  const [status, detail] = notLetGoFor[code];
  return new Problem(status, code, detail, { ...(revoked !== undefined && { revoked }) });
}
