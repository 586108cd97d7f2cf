import { expect, test } from 'vitest';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Matter } from '@recourse/domain/matters/matter';
import { wordOn } from './complaint-office.js';

const complaint: Matter = {
  id: 'm1',
  kind: 'complaint',
  channel: 'borrower',
  ground: 'not-said',
  raisedOn: '2026-01-10',
  dueOn: '2026-01-25',
  rule: 'CN-CPL-1',
  taskId: 't',
  state: 'open',
};
const firstWord = (matter: Matter): { on: string; command: string } | undefined => {
  for (let day = matter.raisedOn; day <= addDays(matter.raisedOn, 60); day = addDays(day, 1)) {
    const word = wordOn(matter, day);
    if (word) return { on: day, command: word.command };
  }
  return undefined;
};

test.each(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'])('%s is answered in its days', (id) => {
  const said = firstWord({ ...complaint, id });
  expect(said?.command).toBe('answer-matter');
  expect((said?.on ?? '9') <= '2026-01-25').toBe(true);
});

test('one through the regulator takes the days the law gives more, before its day is over, and is answered in those', () => {
  const regulator: Matter = { ...complaint, channel: 'regulator' };
  const said = firstWord(regulator);
  expect(said).toEqual({ on: '2026-01-22', command: 'extend-matter' });
  const extension = { ground: 'complex', on: '2026-01-22', toldOn: '2026-01-22', by: 'x' };
  const longer: Matter = { ...regulator, dueOn: '2026-02-09', extensions: [extension] };
  expect(firstWord(longer)).toEqual({ on: '2026-01-28', command: 'answer-matter' });
});

test('one about an agency is upheld', () => {
  expect(wordOn({ ...complaint, placementId: 'p' }, '2026-01-13')).toMatchObject({ outcome: 'upheld' });
});

test('a loan that is to be put right is, some days after the answer', () => {
  const correcting: Matter = { ...complaint, kind: 'dispute', state: 'correcting', answeredOn: '2026-01-15' };
  expect(wordOn(correcting, '2026-01-19')).toBeUndefined();
  expect(wordOn(correcting, '2026-01-20')).toMatchObject({ command: 'release-matter', because: 'corrected' });
});
