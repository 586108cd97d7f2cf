import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainables, explainMoney, type ExplainMoney } from './explain-money.js';

const example = join(repoRoot, 'examples/explain/consumer-loan.json');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-explain-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

type Loan = {
  asOf: string;
  contract: Record<string, unknown>;
  events: Record<string, unknown>[];
} & Record<string, unknown>;

const changed = (change: (loan: Loan) => void): string => {
  const loan = JSON.parse(readFileSync(example, 'utf8')) as Loan;
  change(loan);
  const file = join(dir, 'loan.json');
  writeFileSync(file, JSON.stringify(loan));
  return file;
};
const explain = (what: ExplainMoney['what'], input = example, json = false, lang: 'en' | 'zh' = 'en'): string[] =>
  explainMoney({ what, input, json, lang });
const asJson = (what: ExplainMoney['what'], input = example): Record<string, unknown> =>
  JSON.parse(explain(what, input, true).join('\n')) as Record<string, unknown>;

describe('explain dpd', () => {
  it('counts from the oldest due date that is unpaid, and shows every day on which that changed', () => {
    const { dpd, bucket, oldestUnpaidDueOn, steps } = asJson('dpd');
    expect({ dpd, bucket, oldestUnpaidDueOn }).toEqual({ dpd: 99, bucket: 'M4', oldestUnpaidDueOn: '2026-02-10' });
    expect((steps as { on: string; dpd: number }[]).map(({ on, dpd: then }) => [on, then])).toEqual([
      ['2026-01-10', 0],
      ['2026-02-10', 0],
      ['2026-03-02', 20],
      ['2026-03-10', 28],
      ['2026-04-07', 0],
      ['2026-04-21', 70],
    ]);
  });

  it('takes what happens beside instalments and payments, and the order the contract agreed', () => {
    const more = changed(({ contract, events }) => {
      contract['allocation'] = ['principal', 'interest', 'fees', 'costs', 'compound', 'penalty', 'damages'];
      events.push(
        { type: 'charge-added', chargeId: 'c-1', component: 'fees', amount: 5_000, dueOn: '2026-02-20' },
        { type: 'amount-waived', waiverId: 'w-1', of: { chargeId: 'c-1' }, amount: 2_000, waivedOn: '2026-02-25' },
        { type: 'waiver-withdrawn', waiverId: 'w-1', withdrawnOn: '2026-05-01' },
        { type: 'money-out', outId: 'o-1', kind: 'chargeback', amount: 1_000, on: '2026-05-10', paymentId: 'p-1' },
      );
    });
    const { steps, arrears, byInstalment } = asJson('dpd', more);
    expect(
      (steps as { because: { what: string }[] }[]).flatMap(({ because }) => because.map(({ what }) => what)),
    ).toEqual([
      'met',
      'fell-due',
      'charge-due',
      'waived',
      'paid',
      'fell-due',
      'paid',
      'taken-back',
      'waiver-withdrawn',
      'money-out',
    ]);
    expect(arrears).toBe(656_560 + 5_000 + 1_000);
    expect((byInstalment as { unpaid: object }[])[0]?.unpaid).toMatchObject({ principal: 184_000, interest: 44_200 });
  });

  it('says it in both languages', () => {
    expect(explain('dpd')[0]).toBe(
      'On 2026-05-20: 99 days past due (M4), the days from 2026-02-10, the oldest due date unpaid. Overdue: CNY 6,565.60.',
    );
    expect(explain('dpd', example, false, 'zh')[0]).toContain('逾期 99 天(M4)');
  });
});

describe('explain interest', () => {
  it('has lines that sum to the total, whatever order the file has its events in', () => {
    const said = asJson('interest');
    const sum = (said['lines'] as { amount: number }[]).reduce((total, { amount }) => total + amount, 0);
    expect(sum).toBe(said['total']);
    expect(said['total']).toBeGreaterThan(0);
    expect(
      asJson(
        'interest',
        changed(({ events }) => events.reverse()),
      ),
    ).toEqual(said);
  });

  it('names clause, rate and stop of every line, in both languages', () => {
    const en = explain('interest').join('\n');
    expect(en).toMatch(
      /penalty interest +2 +2026-02-10 +2026-03-02 +20 +CNY 3,840\.00 +15\.6% a year +CNY 33\.28 +contract, 8\.1/,
    );
    expect(en).toMatch(/2026-03-20 +2026-03-27 .* CNY 0\.00 +free: a dispute/);
    expect(explain('interest', example, false, 'zh').join('\n')).toMatch(/罚息 +2 .* 15\.6%\/年 .* 合同 8\.1/);
  });
});

describe('explain position and allocation', () => {
  it('tell of the same money: what is open, and where every payment went', () => {
    const position = asJson('position');
    expect(position).toMatchObject({ arrears: 656_560, payoff: 656_560, dpd: 99, credit: 0 });
    expect(position['money']).toEqual({ received: 856_560, reversed: 656_560, allocated: 200_000, credit: 0 });
    const { payments, reversals } = asJson('allocation');
    expect(payments).toMatchObject([
      {
        paymentId: 'p-1',
        parts: [
          { component: 'interest', amount: 44_200 },
          { component: 'principal', amount: 155_800 },
        ],
      },
      { paymentId: 'p-2', reversedOn: '2026-04-21', parts: [] },
    ]);
    expect(reversals).toMatchObject([{ paymentId: 'p-2', on: '2026-04-21' }]);
  });

  it.each(explainables)('say %s in both languages, and as JSON of version 1', (what) => {
    const [en, zh] = [explain(what).join('\n'), explain(what, example, false, 'zh').join('\n')];
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(asJson(what)).toMatchObject({ v: 1, asOf: '2026-05-20', currency: 'CNY' });
  });
});
