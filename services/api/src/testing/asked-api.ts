/** For tests: the API with a desk that answers as told, and what it was asked. */
import { createHash } from 'node:crypto';
import type { PermitHolder } from '@recourse/domain/contact/permit';
import type { GrantResult, RedeemResult } from '@recourse/activities/permits/permit-store';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import { apiHttp } from '../api-http.js';
import type { AskedPermit, PermitDesk, Told } from '../permit-desk.js';
import type { Rate } from '../rate-limit.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const keys = [
  { holder: { kind: 'agency' as const, id: 'agency-1' }, sha256: sha256('key-of-1') },
  { holder: { kind: 'agency' as const, id: 'agency-1' }, sha256: sha256('next-key-of-1') },
  { holder: { kind: 'dialler' as const, id: 'dialler-1' }, sha256: sha256('key-of-dialler') },
];
export const placement = 't/L1/1/1/place-1/1';
export const asked = {
  id: 'p-1',
  person: 'P1',
  point: 'P1-m',
  loans: ['L1'],
  placement,
  channel: 'call',
  minutes: 30,
  dials: 2,
};
export const from = '2026-03-02T02:00:00.000Z';
export const granted = (by: PermitHolder, changes: Partial<PermitRecord> = {}): PermitRecord => ({
  _id: 't/p-1',
  tenant: 't',
  permitId: 'p-1',
  holder: by,
  personId: 'P1',
  pointId: 'P1-m',
  purpose: 'collect',
  channel: 'call',
  from,
  until: '2026-03-02T02:30:00.000Z',
  dials: [{ n: 1, state: 'reserved' }],
  state: 'open',
  blindIndex: 'secret',
  covers: [{ caseId: 't/L1/1', loanId: 'L1', readPosition: 7 }],
  placementId: placement,
  asked: { personId: 'P1', pointId: 'P1-m', loans: ['L1'], minutes: 30, dials: 2 },
  grantedWallAt: new Date(from),
  version: 1,
  ...changes,
});

export type Answers = {
  grant?: GrantResult;
  redeem?: RedeemResult;
  tell?: Told;
  giveBack?: 'given-back' | 'unknown-permit';
};

export function start(answers: Answers = {}, rate?: Rate) {
  const calls: [string, PermitHolder, ...unknown[]][] = [];
  const lines: object[] = [];
  const desk: PermitDesk = {
    grant: async (by: PermitHolder, permit: AskedPermit) => {
      calls.push(['grant', by, permit]);
      return answers.grant ?? { granted: granted(by) };
    },
    redeem: async (...given) => {
      calls.push(['redeem', ...given]);
      return answers.redeem ?? { go: true, actId: 't/L1/1/0/p-1/1', notAfter: new Date(from) };
    },
    tell: async (...given) => {
      calls.push(['tell', ...given]);
      return answers.tell ?? 'now';
    },
    giveBack: async (...given) => {
      calls.push(['giveBack', ...given]);
      return answers.giveBack ?? 'given-back';
    },
  };
  const log = { info: (line: object) => void lines.push(line), error: (line: object) => void lines.push(line) };
  const http = apiHttp({ desk, keys, log: log as never, ...(rate && { rate }) });
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object | string,
    headers: object = {},
  ) => {
    const authorization = 'Bearer key-of-1';
    const answer = await http.inject({
      method,
      url,
      headers: { authorization, ...headers },
      ...(payload && { payload }),
    });
    return { ...answer, status: answer.statusCode, json: answer.body === '' ? undefined : JSON.parse(answer.body) };
  };
  return { ask, calls, lines };
}
