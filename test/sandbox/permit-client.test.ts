import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { apiHttp } from '../../services/api/src/api-http.js';
import type { PermitDesk } from '../../services/api/src/permit-desk.js';
import { permitClient } from '../../services/sandbox/src/permit-client.js';
import { byAgency, placementId } from '../builders/permit-records.js';
import { grantedPermit } from '@recourse/domain/contact/permit';
import { ten } from '../builders/contact-records.js';

let http: FastifyInstance | undefined;
afterEach(() => http?.close());

const { holder, ...asked } = byAgency({ dials: 2 });
const permit = {
  ...grantedPermit({ ...asked, holder }, ten, { minutes: 60, dials: 2 }),
  _id: 'test/permit-1',
  tenant: 'test',
  blindIndex: 'x',
  covers: [{ caseId: 'test/L1/1', loanId: 'L1', readPosition: 1 }],
  placementId,
  asked: { personId: asked.personId, pointId: asked.pointId, loans: asked.loans, minutes: 60, dials: 2 },
  grantedWallAt: new Date(ten),
  version: 1,
};
const question = {
  id: 'permit-1',
  person: 'p1',
  point: 'm1',
  loans: ['L1'],
  placement: placementId,
  channel: 'call' as const,
  minutes: 60,
  dials: 2,
};

/** The lender's own HTTP API, with a desk that answers as told. */
async function lender(desk: Partial<PermitDesk>) {
  const sha256 = createHash('sha256').update('key-1').digest('hex');
  const log = { info: () => undefined, error: () => undefined } as never;
  http = apiHttp({ desk: desk as PermitDesk, keys: [{ holder, sha256 }], log });
  return http.listen({ host: '127.0.0.1', port: 0 });
}

test('the sandbox’s agency and the API understand one another, from the asking to the giving back', async () => {
  const heard: unknown[] = [];
  const client = permitClient(
    await lender({
      grant: async () => ({ granted: permit }),
      redeem: async () => ({ go: true, actId: 'test/L1/1/0/permit-1/1', notAfter: new Date(ten) }),
      tell: async (...told) => (heard.push(told), 'now'),
      giveBack: async (...back) => (heard.push(back), 'given-back'),
    }),
    'key-1',
  );
  const promised = { code: 'promise' as const, details: { promise: { amount: 1, by: '2026-03-05' } }, at: ten };

  expect(await client.ask(question)).toEqual({ dials: [1, 2] });
  expect(await client.redeem('permit-1', 1)).toEqual({ attempt: 'test/L1/1/0/permit-1/1' });
  expect(await client.tell('permit-1', 1, promised)).toBeUndefined();
  expect(await client.giveBack('permit-1')).toBeUndefined();
  expect(heard).toEqual([
    [holder, 'permit-1', 1, promised],
    [holder, 'permit-1'],
  ]);
});

test('it waits out what passes by itself, and takes a no for a no, with its time', async () => {
  let asks = 0;
  const url = await lender({
    grant: async () => {
      asks += 1;
      if (asks === 1) return { granted: undefined, not: { because: 'ingest-behind', rules: [] } };
      return { granted: undefined, not: { because: 'put-off-by-law', until: ten, rules: ['CN-TIME-1'] } };
    },
    redeem: async () => ({ go: false, because: 'permit-revoked', revoked: 'held' }),
  });

  expect(await permitClient(url, 'key-1').ask(question)).toEqual({ refused: 'put-off-by-law', until: ten });
  expect(asks).toBe(2);
  expect(await permitClient(url, 'key-1').redeem('permit-1', 1)).toEqual({ refused: 'permit-revoked' });
  expect(await permitClient(url, 'wrong').ask(question)).toEqual({ refused: 'unauthenticated' });
});
