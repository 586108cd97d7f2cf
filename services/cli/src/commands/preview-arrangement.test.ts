import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { arrangementPreview } from './preview-arrangement.js';

const example = join(repoRoot, 'examples/arrangement/plan.json');
const dir = mkdtempSync(join(tmpdir(), 'preview-'));
afterAll(() => rmSync(dir, { recursive: true }));

type Question = { asked: Record<string, unknown> } & Record<string, unknown>;
const changed = (change: (question: Question) => void): string => {
  const question = JSON.parse(readFileSync(example, 'utf8')) as Question;
  change(question);
  const file = join(dir, 'question.json');
  writeFileSync(file, JSON.stringify(question));
  return file;
};
const preview = (input: string, json = false, lang: 'en' | 'zh' = 'en') => arrangementPreview({ input, json, lang });

describe('recourse arrangement preview', () => {
  it('tells the schedule, what is given up and who must approve it, in both languages', () => {
    const lines = preview(example).join('\n');
    expect(lines).toContain('Given up: CNY 20.00 (penalty interest CNY 20.00)');
    expect(lines).toContain('6    2026-06-30  CNY 168.35  CNY 0.00');
    expect(lines).toContain('A second person must approve it: a supervisor.');
    expect(preview(example, false, 'zh').join('\n')).toContain('须由第二人复核：主管。');
  });

  it('answers as JSON, whose schedule adds up', () => {
    const { v, total, needs, schedule } = JSON.parse(preview(example, true).join('\n')) as {
      v: number;
      total: number;
      needs: string;
      schedule: { amount: number }[];
    };
    expect({ v, total, needs }).toEqual({ v: 1, total: 101_000, needs: 'supervisor' });
    expect(schedule.reduce((sum, { amount }) => sum + amount, 0)).toBe(101_000);
  });

  it.each([
    ['a plan that never pays off', { instalments: undefined, amount: 10_000, over: 'all' }, 'never-pays-off'],
    ['a first day that is past', { firstOn: '2026-01-09' }, 'first-day-in-the-past'],
    ['half a fen', { instalments: undefined, amount: 10_000.5 }, 'not-an-amount'],
    ['an amount beyond safe integers', { instalments: undefined, amount: 2 ** 53 }, 'not-an-amount'],
    ['a negative discount', { discount: -1 }, 'not-an-amount'],
    ['more given up than there is of the charges', { discount: 2_001 }, 'discount-not-of-these-charges'],
    [
      'a settlement above every authority',
      { kind: 'settlement', over: 'all', discount: 900_000 },
      'above-every-authority',
    ],
  ])('refuses %s, with its reason', (_, asked, because) => {
    const file = changed((question) => Object.assign(question.asked, asked));
    expect(() => preview(file)).toThrow(new RegExp(`\\[[^\\]]*\\b${because}\\b`));
  });

  it('agrees nothing where the law is not known', () => {
    const file = changed((question) => Object.assign(question, { jurisdiction: 'FR' }));
    expect(() => preview(file)).toThrow('[law-unknown]');
  });

  it('holds the plan of a card against the law, whatever the policy says: 60 months (CN-PLAN-1); other products have no such limit', () => {
    const policies = join(dir, 'policies');
    cpSync(join(repoRoot, 'policies'), policies, { recursive: true });
    const practice = join(policies, 'arrangements.yaml');
    writeFileSync(
      practice,
      readFileSync(practice, 'utf8').replaceAll('instalmentsAtMost: 60', 'instalmentsAtMost: 72'),
    );
    const months = (product: string): (() => string[]) => {
      const input = changed((question) => {
        Object.assign(question, { product });
        Object.assign(question.asked, { over: 'all', instalments: 61 });
      });
      return () => arrangementPreview({ input, json: true, lang: 'en' }, policies);
    };
    expect(months('credit-card')).toThrow(/"longer-than-law-allows",\s+"limit": 60,\s+"rule": "CN-PLAN-1"/);
    expect(months('cash-loan')).not.toThrow();
  });

  it('names what is wrong with a file by its field', () => {
    const file = changed((question) => Object.assign(question.asked, { firstOn: '2026-02-30', kind: 'gift' }));
    expect(() => preview(file)).toThrow(/asked\.kind: [\s\S]*asked\.firstOn: must be a day that exists/);
  });
});
