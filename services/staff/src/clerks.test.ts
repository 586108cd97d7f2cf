import type { Arrangement } from '@recourse/domain/arrangements/arrangement';
import type { ArrangementCommand } from '@recourse/domain/arrangements/arrangement-command';
import type { Authority } from '@recourse/domain/arrangements/arrangement-kind';
import { expect, test } from 'vitest';
import type { ArrangementOffice, Told } from './arrangement-office.js';
import { clerksAt } from './clerks.js';
import type { Letter, Paper } from './letter-box.js';

const at = '2026-01-05T02:00:00.000Z';
const hash = 'a'.repeat(64);
const asks: Letter = {
  number: 1,
  at,
  loan: 'L1',
  person: 'P1',
  says: 'asks',
  asks: { kind: 'settlement', parts: 1, firstInDays: 14, percentOff: 30 },
};
const signed: Letter = {
  number: 2,
  at,
  loan: 'L1',
  person: 'P1',
  says: 'signed',
  agreement: 'A1',
  hash,
  on: '2026-01-05',
};

/** An office that needs `needs` for whatever is proposed, and remembers what it was told. */
function clerksWith(inBox: Letter[], { needs, refuses }: { needs?: Authority; refuses?: string } = {}) {
  const told: [string, ArrangementCommand['command'], string][] = [];
  const commands: ArrangementCommand[] = [];
  const sent: Paper[] = [];
  const troubles: string[] = [];
  const layout = { instalments: 1, firstOn: '2026-01-19', first: 700, each: 0, last: 0 };
  const terms = { layout, owed: { principal: 1_000 }, discount: { principal: 300 } };
  const arrangement = { id: 'A1', hash, terms, ...(needs && { needs }) } as unknown as Arrangement;
  const office: ArrangementOffice = {
    standing: async (loan) => (loan === 'L1' ? { today: '2026-01-05', owedInAll: 1_001 } : undefined),
    async tell(_loan, item, command, actor): Promise<Told> {
      if (refuses === 'throws') throw new Error('no turn');
      told.push([item, command.command, actor]);
      commands.push(command);
      return refuses === undefined ? { arrangement } : { refused: refuses };
    },
  };
  const clerks = clerksAt({
    office,
    letters: { after: async (number) => inBox.slice(number), send: async (paper) => void sent.push(paper) },
    clock: 'test',
    onTrouble: (_letter, error) => troubles.push(String(error)),
  });
  return { clerks, told, commands, sent, troubles };
}

test('a letter is answered at the next half hour: proposed, approved by a second person where that is needed, sent to be signed', async () => {
  const { clerks, told, commands, sent } = clerksWith([asks], { needs: 'manager' });
  expect(await clerks.agenda()).toBe('2026-01-05T02:30:00.000Z');
  expect(await clerks.play(at)).toBe(0);
  await clerks.play('2026-01-05T02:30:00.000Z');

  expect(told).toEqual([
    ['command/letter-1', 'propose-arrangement', 'collector-1'],
    ['command/letter-1-approved', 'approve-arrangement', 'manager-1'],
  ]);
  expect(commands[0]).toMatchObject({ asked: { over: 'all', firstOn: '2026-01-19', instalments: 1, discount: 300 } });
  expect(sent).toEqual([
    { id: 'A1', loan: 'L1', hash, kind: 'settlement', schedule: [{ dueOn: '2026-01-19', amount: 700 }] },
  ]);
  expect(await clerks.agenda()).toBeUndefined();
});

test('what a collector may agree to alone nobody else approves, and a signed paper is taken back as it was signed', async () => {
  const { clerks, told, commands } = clerksWith([asks, signed]);
  await clerks.play('2026-01-05T02:30:00.000Z');

  expect(told.map(([, command]) => command)).toEqual(['propose-arrangement', 'accept-arrangement']);
  expect(commands[1]).toMatchObject({ arrangementId: 'A1', personId: 'P1', on: '2026-01-05', hash });
});

test('what the case refuses is told and left; of a loan without a case nothing is asked', async () => {
  const refused = clerksWith([asks], { refuses: 'another-is-open' });
  await refused.clerks.play('2026-01-05T02:30:00.000Z');
  expect([refused.sent, refused.troubles]).toEqual([[], ['Error: not agreed: another-is-open']]);

  const none = clerksWith([{ ...asks, loan: 'L2' }]);
  await none.clerks.play('2026-01-05T02:30:00.000Z');
  expect([none.told, none.clerks.log()['not-agreed']]).toEqual([[], 1]);
});

test('after trouble the letter waits an hour and is answered then', async () => {
  const { clerks } = clerksWith([asks], { refuses: 'throws' });
  await clerks.play('2026-01-05T02:30:00.000Z');

  expect(await clerks.agenda()).toBe('2026-01-05T04:00:00.000Z');
});
