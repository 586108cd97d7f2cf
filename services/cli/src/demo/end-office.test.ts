import type { WriteOff } from '@recourse/domain/write-off/write-off';
import { expect, test } from 'vitest';
import { endWord, type Ending } from './end-office.js';

const today = '2026-03-10';
const claim: Ending = {
  caseId: 'demo/L1/1',
  loanId: 'L1',
  zone: { zone: 'Asia/Shanghai', offsets: [[0, 480]] },
  holds: [],
  openTasks: [],
};
const ended: Ending = { ...claim, ladderEnded: { becomes: 'write-off', at: '2026-03-01T00:00:00.000Z' } };
const writeOff: WriteOff = {
  id: 'w',
  state: 'proposed',
  because: 'ladder-ended',
  amount: 1,
  currency: 'CNY',
  proposedBy: 'write-off/demo',
  proposedAt: '2026-03-08T16:00:00.000Z',
};
const held = (reason: 'time-barred' | 'identity-theft', from: string): Ending['holds'] => [
  { id: reason, reason, scope: { loan: 'L1' }, stops: ['legal'], from },
];
const asking = (endsOn: string): Ending => ({
  ...claim,
  openTasks: ['demo/L1/1/1/prove-demand/1'],
  limitation: { interruptions: [], suspensions: [], noted: { state: 'ending', endsOn } },
});

test.each<[string, Ending, string | undefined]>([
  ['nothing is said of a claim that goes on', claim, undefined],
  ['a claim whose ladder has ended', ended, 'ladder-ended'],
  ['one that is over in law', { ...ended, holds: held('time-barred', '2026-01-01T00:00:00.000Z') }, 'time-barred'],
  [
    'one somebody else made, a month after it was told',
    { ...claim, holds: held('identity-theft', '2026-02-01T00:00:00.000Z') },
    'fraud',
  ],
  ['not the week after', { ...claim, holds: held('identity-theft', '2026-03-03T00:00:00.000Z') }, undefined],
  [
    'not one that is to be sold',
    { ...ended, ladderEnded: { becomes: 'sell', at: '2026-03-01T00:00:00.000Z' } },
    undefined,
  ],
  ['not twice', { ...ended, writeOff: { ...writeOff, state: 'written-off' } }, undefined],
])('is proposed to be written off: %s', (_, kase, because) => {
  const said = endWord(kase, today, false);
  expect(said?.command).toEqual(because && { command: 'propose-write-off', because });
});

test('somebody else decides what was proposed, and what could not be approved is declined', () => {
  const proposed = { ...ended, writeOff };
  expect(endWord(proposed, today, false)).toEqual({
    actor: 'risk/demo',
    command: { command: 'approve-write-off', writeOffId: 'w' },
  });
  expect(endWord(proposed, today, true)?.command).toEqual({ command: 'decline-write-off', writeOffId: 'w' });
});

test('a demand is proved where there is time for it to arrive, and not where there is none', () => {
  expect(endWord(asking('2026-04-30'), today, false)?.command).toMatchObject({
    command: 'record-interruption',
    ground: 'demand',
    on: '2026-03-09',
    proof: ['signed-notice'],
  });
  expect(endWord(asking('2026-03-11'), today, false)).toBeUndefined();
});
