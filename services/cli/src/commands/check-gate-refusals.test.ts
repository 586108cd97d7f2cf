import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { afterAll, expect, it } from 'vitest';
import { checkGate } from './check-gate.js';

const scratch = mkdtempSync(join(tmpdir(), 'recourse-gate-refusals-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const example = readFileSync(join(repoRoot, 'examples/gate/seventh-dial.json'), 'utf8');
const asking = (of: string, instead: string) => {
  const wrong = example.replace(of, instead);
  expect(wrong).not.toBe(example);
  const input = join(scratch, 'question.json');
  writeFileSync(input, wrong);
  return () => checkGate({ input, json: false, lang: 'en' });
};
const control = 'must not be blank, nor hold control characters';

it.each([
  ['arrears below zero', '120000', '-1', 'attempt.arrears: must not be negative'],
  ['arrears with digits nobody reads', '120000', '120000.00000000000000001', 'attempt.arrears: has more digits than'],
  ['a line feed in an id', '"ANNE-mobile"', String.raw`"x\nallow  CN-FREQ-3"`, `attempt.pointId: ${control}`],
  ['an escape sequence in an id', '"ANNE"', String.raw`"\u001b[2JANNE"`, `attempt.personId: ${control}`],
  ['a NUL in an id', '"A-1"', String.raw`"A\u0000"`, `attempt.loanId: ${control}`],
  ['a sign that turns the writing round', '"A-1"', String.raw`"A\u202e1"`, `attempt.loanId: ${control}`],
  [
    'a field whose name holds a line feed',
    '"v": 1',
    String.raw`"v": 1, "x\nallow": 1`,
    String.raw`"x\nallow": is not a known`,
  ],
  ['an id of blanks', '"d1"', '"   "', `ledger.person[0].actId: ${control}`],
  [
    'a contact that is still to come',
    '2026-03-02T09:00',
    '2026-03-03T09:00',
    'ledger.person[0].at: must not be after attempt.at',
  ],
  [
    'a hold of nothing that can be named',
    '"v": 1',
    '"v": 1, "loanHolds": [{"id": "h", "reason": "death", "scope": "loan", "stops": ["contact"], "from": "2026-01-01T00:00:00Z"}]',
    'loanHolds[0].scope: must be {"loan": ID}, {"person": ID} or {"point": ID}',
  ],
  [
    'a hold that stops nothing',
    '"v": 1',
    '"v": 1, "loanHolds": [{"id": "h", "reason": "cease-request", "scope": {"loan": "A-1"}, "stops": [], "from": "2026-01-01T00:00:00Z"}]',
    'loanHolds[0].stops: must not be empty',
  ],
  [
    'a contact about no loan',
    '"actId": "d1",',
    '"actId": "d1", "loans": [],',
    'ledger.person[0].loans: must not be empty',
  ],
  ...['conversation', 'rightParty', 'voicemail'].flatMap((of) =>
    ['', ' "connected": false,'].map((connected): [string, string, string, string] => [
      `a call with ${of} that was${connected === '' ? ' not said to be' : ' not'} connected`,
      '"actId": "d1",',
      `"actId": "d1", "${of}": true,${connected}`,
      'ledger.person[0].connected: must be true where there was a conversation, the right party or a voicemail',
    ]),
  ),
])('%s is refused by its field', (_what, of, instead, told) => {
  expect(asking(of, instead)).toThrow(told);
});

it('a contact at the very instant that is asked about is one that was', () => {
  expect(asking('2026-03-02T09:00:00+08:00', '2026-03-02T07:00:00Z')).not.toThrow();
});

it('a call that was connected may have been a conversation with the right party', () => {
  const heard = '"actId": "d1", "connected": true, "conversation": true, "rightParty": true,';
  expect(asking('"actId": "d1",', heard)).not.toThrow();
});
