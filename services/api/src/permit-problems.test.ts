import { describe, expect, test } from 'vitest';
import type { GrantResult, RedeemResult } from '@recourse/activities/permits/permit-store';
import type { Told } from './permit-desk.js';
import { asked, from, start } from './testing/asked-api.js';

describe('what is no success', () => {
  test.each<[Extract<GrantResult, { granted: undefined }>['not'], number, object]>([
    [{ because: 'put-off-by-law', rules: ['CN-TIME-1'], until: from }, 409, { until: from, rules: ['CN-TIME-1'] }],
    [{ because: 'held', rules: ['no-hold'] }, 409, { rules: ['no-hold'] }],
    [{ because: 'placed-elsewhere', rules: [] }, 403, {}],
    [{ because: 'permit-id-taken', rules: [] }, 409, {}],
    [{ because: 'busy', rules: [] }, 503, {}],
    [{ because: 'ingest-behind', rules: [] }, 503, {}],
  ])('no permit: %o is told as %i', async (not, status, more) => {
    const { ask } = start({ grant: { granted: undefined, not } });

    const answer = await ask('POST', '/v1/permits', asked);

    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ code: not.because, status, ...more });
    expect(answer.headers['retry-after']).toBe(status === 503 ? '1' : undefined);
  });

  test.each<[Extract<RedeemResult, { go: false }>, number, string]>([
    [{ go: false, because: 'permit-revoked', revoked: 'position-changed' }, 409, 'permit-revoked'],
    [{ go: false, because: 'dial-open' }, 409, 'dial-open'],
    [{ go: false, because: 'already-redeemed' }, 409, 'already-redeemed'],
    [{ go: false, because: 'key-used' }, 409, 'key-used'],
    [{ go: false, because: 'permit-over' }, 409, 'permit-over'],
    [{ go: false, because: 'no-such-dial' }, 404, 'no-such-dial'],
    [{ go: false, because: 'unknown-permit' }, 404, 'unknown-permit'],
    [{ go: false, because: 'not-the-holder' }, 404, 'unknown-permit'],
    [{ go: false, because: 'busy' }, 503, 'busy'],
  ])('no dial: %o is told as %i %s', async (redeem, status, code) => {
    const { ask } = start({ redeem });

    const answer = await ask('POST', '/v1/permits/p-1/dials', { dial: 1 });

    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ code, ...(redeem.revoked && { revoked: redeem.revoked }) });
  });

  test('an outcome of a dial that was not let go, of tomorrow, or of before the dial, is not taken', async () => {
    const of = (tell: Told) => start({ tell }).ask('POST', '/v1/permits/p-1/dials/1/outcome', { code: 'busy' });

    expect(await of('unknown-dial')).toMatchObject({ status: 404, json: { code: 'unknown-dial' } });
    expect(await of({ agreedTooFar: 1 })).toMatchObject({
      status: 400,
      json: { errors: [{ field: 'wishes.1.untilDay', reason: 'must be at most 31 days after it is told' }] },
    });
    for (const told of ['dated-ahead', 'before-the-dial'] as const)
      expect(await of(told)).toMatchObject({ status: 400, json: { errors: [{ field: 'at' }] } });
    expect(await of('known')).toMatchObject({ status: 200, json: { concluded: 'known' } });
  });
});
