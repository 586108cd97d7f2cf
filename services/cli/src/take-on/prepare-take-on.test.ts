import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { repoRoot } from '@recourse/infra/local/repo-root';
import type { TakeOnBook } from '@recourse/infra/mongo/take-on-book';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { readTakeOn } from '@recourse/infra/take-on/read-take-on';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareTakeOn } from './prepare-take-on.js';

const policies = loadPolicies(join(repoRoot, 'policies'));
const now = '2026-02-12T01:00:00.000Z';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'take-on-'));
  cpSync(join(repoRoot, 'examples/take-on'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};

const person = (personId: string, ...pointIds: readonly string[]): PersonRecord => ({
  _id: `demo/${personId}`,
  tenant: 'demo',
  personId,
  zone: 'Asia/Shanghai',
  language: 'zh',
  wrappedKey: '',
  points: pointIds.map((pointId) => ({
    pointId,
    kind: 'mobile',
    sealed: { iv: '', data: '', tag: '' },
    blindIndex: pointId,
    source: 'application',
  })),
  ledger: [],
  holds: [],
  loans: [],
  version: 1,
});
const chen = person('CHEN', 'CHEN-mobile', 'CHEN-home');
const guan = person('GUAN', 'GUAN-mobile');

function prepare(...persons: readonly PersonRecord[]) {
  const book: TakeOnBook = {
    loans: () => Promise.resolve([]),
    events: () => Promise.resolve([]),
    payments: () => Promise.resolve(new Map()),
    persons: () => Promise.resolve([...persons]),
    parked: () => Promise.resolve([]),
    standings: () => Promise.resolve([]),
  };
  const { whole } = readTakeOn(folder, { now, zones: policies.zones, noticeKinds: new Set(['outsourcing', 'legal']) });
  return prepareTakeOn(book, 'demo', whole, { now, policies, strategyName: 'consumer-cn' });
}

describe('preparing a take-on', () => {
  it('takes rows that name the points their people have', async () => {
    const { loans, bad, unknownPoints } = await prepare(chen, guan);

    expect([loans.length, bad, unknownPoints]).toEqual([4, [], 0]);
  });

  it.each([
    ['a contact on', 'contacts.csv', 'CHEN-mobile,call,2026-01-20', 'tel1,call,2026-01-20', 3, 'OLD-A'],
    ['a hold on', 'holds.csv', 'OLD-D,,,dispute', 'OLD-D,GUAN,tel1,wrong-number', 2, 'OLD-D'],
    ['a hold that names no person, on', 'holds.csv', 'OLD-D,,,dispute', 'OLD-D,,tel1,wrong-number', 2, 'OLD-D'],
  ])('refuses the loan of %s a point that the person does not have', async (_what, file, from, to, line, loanId) => {
    edit(file, from, to);

    const { loans, bad } = await prepare(chen, guan);

    expect(bad).toEqual([
      { file, line, field: 'point_id', reason: expect.stringMatching(/^is no contact point of the person/), loanId },
    ]);
    expect(loans.map((loan) => loan.loanId)).not.toContain(loanId);
  });

  it('cannot know the points of a person not known yet, and counts them', async () => {
    edit('holds.csv', 'OLD-D,,,dispute', 'OLD-D,,tel1,wrong-number');

    const { loans, bad, unknownPoints } = await prepare(chen);

    expect([loans.length, bad, unknownPoints]).toEqual([4, [], 1]);
  });
});
