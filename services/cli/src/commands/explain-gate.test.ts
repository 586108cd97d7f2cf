import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { GateTrace } from '@recourse/domain/contact/gate-trace';
import { expect, test } from 'vitest';
import { explainGate } from './explain-gate.js';

const attempt = 't/L1/1/1/sms-1/1';
const gate: GateTrace = {
  at: '2026-01-06T14:30:00.000Z',
  answers: [
    { rule: 'zone-known', version: 'base', verdict: 'allow', inputs: { zones: 'Asia/Shanghai' } },
    {
      rule: 'CN-TIME-1',
      version: 'cn@1#0123456789ab',
      verdict: 'defer',
      inputs: { localTime: '22:30' },
      until: '2026-01-07T00:00:00.000Z',
      citation: 'GB/T 45251-2025, s.5.3',
    },
    { rule: 'no-hold', version: 'base', verdict: 'refuse', inputs: {}, reason: 'held', citation: 'C4' },
  ],
};
const withheld = (planId: string, actId = planId): CaseFact => ({
  v: 1,
  at: gate.at,
  cause: 'clock',
  type: 'contact-withheld',
  planId,
  outcome: { planId, actId, at: gate.at, gate, result: 'refused', reason: 'held', rules: ['no-hold'] },
});

const reminder = {
  kind: 'send-reminder',
  purpose: 'collect',
  channel: 'sms',
  personId: 'P1',
  pointId: 'm',
  template: 'x',
} as const;

/** The journal of one case. */
const book = (...facts: CaseFact[]) => ({
  tenant: 't',
  journal: async (caseId: string) =>
    (caseId === 't/L1/1' ? facts : []).map((fact, nth) => ({ caseId, seq: nth + 1, fact }) as JournalEntry),
  askedOfAct: async (): Promise<GateTrace | undefined> => undefined,
});

test.each(['en', 'zh'] as const)('what was let go and is not told of yet is told from the act (%s)', async (lang) => {
  const asked: string[] = [];
  const journals = {
    ...book(withheld('t/L1/1/1/sms-2/1')),
    askedOfAct: async (actId: string, caseId: string) => {
      asked.push(actId, caseId);
      return gate;
    },
  };
  const [first] = await explainGate(journals, attempt, { lang });
  expect(asked).toEqual([attempt, 't/L1/1']);
  expect(first).toContain(lang === 'en' ? 'its outcome is not told yet' : '结果尚未告知');
});

test('every decision about the attempt is told, what did not allow first, each with pack, grounds and citation', async () => {
  const lines = await explainGate(
    book(withheld('t/L1/1/1/sms-2/1'), withheld(attempt), withheld('x', attempt)),
    attempt,
    { lang: 'en' },
  );

  const rows = lines.map((line) => line.replaceAll(/ {2,}/g, ' | '));
  const table = [
    expect.stringMatching(/^refuse \| no-hold \| base \|.*\(C4\)$/),
    'defer | CN-TIME-1 | cn@1#0123456789ab | localTime=22:30 | until 2026-01-07T00:00:00.000Z (GB/T 45251-2025, s.5.3)',
    'allow | zone-known | base | zones=Asia/Shanghai',
  ];
  const head = [
    `asked at ${gate.at}; it came to: refused`,
    expect.stringMatching(/^verdict/),
    expect.stringMatching(/^-/),
  ];
  expect(rows).toEqual([...head, ...table, '', ...head, ...table, '']);
});

test('of a dial that was not to be, and of a contact that began without the loan, the journal has it as well', async () => {
  const dial = 't/L1/1/0/p-1/2';
  const holder = { kind: 'dialler' as const, id: 'd-1' };
  const why = { v: 1 as const, at: gate.at, cause: 'x', because: 'held' as const, rules: ['no-hold'], gate };
  const journal = book(
    { ...why, type: 'permit-withheld', attempt: dial, asked: 'dial', holder },
    { ...why, type: 'contact-not-joined', planId: attempt, actId: 't/L0/1/1/sms-1/1' },
  );

  for (const asked of [dial, attempt])
    expect((await explainGate(journal, asked, { lang: 'en' }))[0]).toBe(`asked at ${gate.at}; it came to: held`);
});

test('in Chinese too', async () => {
  const lines = await explainGate(book(withheld(attempt)), attempt, { lang: 'zh' });

  expect(lines[0]).toBe(`于 ${gate.at} 询问；结果：refused`);
  expect(lines.join('\n')).toMatch(/^推迟 +CN-TIME-1 /m);
});

test.each([
  [
    'another tenant’s',
    'other/L1/1/1/sms-1/1',
    'other/L1/1/1/sms-1/1 is no attempt of tenant t: an attempt is named CASE/ROUND/STEP/TRY',
  ],
  ['no id', 'sms-1', 'sms-1 is no attempt of tenant t: an attempt is named CASE/ROUND/STEP/TRY'],
  ['one of a case there is not', 't/L9/1/1/sms-1/1', 'there is no case t/L9/1; recourse case show LOAN lists'],
  [
    'one that never was',
    't/L1/1/1/sms-9/1',
    'case t/L1/1 never had the attempt t/L1/1/1/sms-9/1; recourse case show L1 lists those it had',
  ],
  [
    'one that was planned and no more',
    't/L1/1/1/sms-3/1',
    'the journal has no gate decision for t/L1/1/1/sms-3/1: it was planned, and its outcome is not known yet',
  ],
  [
    'one that the gate was not asked about',
    't/L1/1/1/sms-4/1',
    'the journal has no gate decision for t/L1/1/1/sms-4/1: it came to superseded without it',
  ],
])('%s is refused in words that say which it is', async (_what, asked, words) => {
  const [sms3, sms4] = ['t/L1/1/1/sms-3/1', 't/L1/1/1/sms-4/1'];
  const base = { v: 1, at: gate.at, cause: 'clock' } as const;
  const superseded = { planId: sms4, actId: sms4, at: gate.at, result: 'superseded', positionVersion: 2 } as const;
  const journal = book(
    withheld(attempt),
    { ...base, type: 'step-planned', plan: { id: sms3, readPosition: 1, dueAt: gate.at, act: reminder, because: 'x' } },
    { ...base, type: 'contact-withheld', planId: sms4, outcome: superseded },
  );
  await expect(explainGate(journal, asked, { lang: 'en' })).rejects.toThrow(words);
});
