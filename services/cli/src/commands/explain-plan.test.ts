import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Mistake } from '../words/mistake.js';
import { explainPlanOfFile } from './explain-plan.js';

const example = fileURLToPath(new URL('../../../../examples/explain/old-claim.json', import.meta.url));
type Written = { at: string; strategy: string; events: { type: string; at: string; data: Record<string, unknown> }[] };

const changed = (change: (file: Written) => void): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-plan-'));
  const file = join(folder, 'input.json');
  const written = JSON.parse(readFileSync(example, 'utf8')) as Written;
  change(written);
  writeFileSync(file, JSON.stringify(written));
  try {
    return explainPlanOfFile(file, { what: 'plan', json: true, lang: 'en' });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('a plan explained from a file', () => {
  test('is what the case would do next, the stage it stands in, what each step wants, and how long it may be sued for', () => {
    const [said = ''] = explainPlanOfFile(example, { what: 'plan', json: true, lang: 'en' });
    expect(JSON.parse(said)).toMatchObject({
      v: 1,
      stage: 'legal',
      dpd: 1106,
      plan: { act: { kind: 'send-notice' }, dueAt: '2026-02-20T02:00:00.000Z' },
      limitation: { rule: 'CN-LIM-1', endsOn: '2026-03-10' },
    });
    expect((JSON.parse(said) as { steps: { step: string; when: unknown }[] }).steps).toContainEqual(
      expect.objectContaining({
        step: 'refer-1',
        when: [{ fact: 'notice-given legal', threshold: 15, value: 'never', held: false }],
      }),
    );
  });

  test('shows a claim whose limitation is over under its hold, and out of the legal stage', () => {
    const [said = ''] = changed((file) => {
      file.at = '2026-03-11T02:00:00.000Z';
    });
    expect(JSON.parse(said)).toMatchObject({
      stage: 'outsourcing',
      holds: [{ reason: 'time-barred', stops: ['legal'] }],
      limitation: { state: 'expired' },
    });
  });

  test.each(['en', 'zh'] as const)('reads as lines in %s, the limitation by itself too', (lang) => {
    const lines = explainPlanOfFile(example, { what: 'plan', json: false, lang });
    const [limitation = 'none'] = explainPlanOfFile(example, { what: 'limitation', json: false, lang });
    expect(lines).toContain(limitation);
    expect(limitation).toContain('2026-03-10');
  });

  test.each<[string, (file: Written) => void]>([
    ['[event-in-the-future]', (file) => (file.at = '2026-01-01T00:00:00.000Z')],
    ['[strategy-unknown]', (file) => (file.strategy = 'nobody')],
    ['[terms-missing]', (file) => (file.events = [paidOnly])],
    ['[shape]', (file) => delete file.events[0]?.data['asOf']],
    [
      'events[0].data.terms.allocation: must name every component once',
      (file) =>
        (file.events[0]!.data['terms'] = { ...(file.events[0]!.data['terms'] as object), allocation: ['fees'] }),
    ],
  ])('is refused with its reason: %s', (reason, change) => {
    expect(() => changed(change)).toThrow(Mistake);
    expect(() => changed(change)).toThrow(reason);
  });
});

const paidOnly = {
  type: 'payment-received',
  at: '2026-02-20T01:00:00.000Z',
  data: {
    paymentId: 'p1',
    amount: 100,
    currency: 'CNY',
    valueDate: '2026-02-20',
    receivedAt: '2026-02-20T01:00:00.000Z',
    method: 'transfer',
    payer: 'debtor',
  },
};
