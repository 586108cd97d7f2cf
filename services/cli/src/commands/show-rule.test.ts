import { describe, expect, it } from 'vitest';
import { showRule, type ShowRule } from './show-rule.js';

const show = (id: string, options: Partial<ShowRule> = {}): string[] =>
  showRule(id, { json: false, lang: 'en', ...options });

describe('rules show', () => {
  it('tells citation, parameters and the rows of the survey a rule keeps', () => {
    const lines = show('US-FREQ-1');
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^holds in +US$/),
        expect.stringMatching(/^binds +agency, buyer$/),
        expect.stringMatching(/^citation +12 CFR 1006\.14\(b\)\(2\)\(i\)\(A\): /),
        expect.stringMatching(/^in force +2021-11-30 -$/),
        expect.stringMatching(/^parameters +unit: "attempt"$/),
        expect.stringMatching(/^ +limit: 7$/),
        expect.stringMatching(/^keeps +US-FREQ-1: Max 7 calls/),
        expect.stringMatching(/^ +US-FREQ-3: Not counted: /),
      ]),
    );
  });

  it('tells of a row that no rule keeps who keeps it, or why nobody can', () => {
    expect(show('CN-3P-3').at(-1)).toMatch(/^kept by +other code: domain\/src\/contact\/grounds-of\.ts$/);
    expect(show('CN-LEGAL-3', { lang: 'zh' }).at(-1)).toMatch(/^落实方式 +非软件可落实: Binds the court\.$/);
    expect(show('CN-VISIT-3').at(-1)).toMatch(/^kept by +CN-TIME-1, CN-TIME-2$/);
  });

  it('gives both as JSON version 1', () => {
    const rule = JSON.parse(show('UK-LIM-1', { json: true }).join('\n')) as {
      v: number;
      rule: { id: string };
      keeps: { id: string }[];
    };
    expect(rule).toMatchObject({
      v: 1,
      rule: { id: 'UK-LIM-1', jurisdiction: 'GB', length: { count: 5, unit: 'years' } },
    });
    expect(rule.keeps.map(({ id }) => id)).toEqual(['UK-BS-4', 'UK-LIM-1']);
    expect(JSON.parse(show('CN-CR-5', { json: true }).join('\n'))).toMatchObject({
      v: 1,
      row: { id: 'CN-CR-5', confidence: 'memory', by: 'nobody', because: 'Done by the credit bureau by itself.' },
    });
  });

  it.each([
    ['US-FREQ-11', 'there is no rule US-FREQ-11; near it are US-FREQ-1, '],
    ['cn-cpl-1', 'there is no rule cn-cpl-1; near it are CN-CPL-1, '],
    ['CN-LEGAL', 'there is no rule CN-LEGAL; near it are CN-LEGAL-1, CN-LEGAL-2, CN-LEGAL-5, CN-LEGAL-3, CN-LEGAL-4 ('],
    ['something-else', 'there is no rule something-else (recourse rules list)'],
  ])('refuses an id there is none of, %s, with those near it', (id, message) => {
    expect(() => show(id)).toThrow(message);
  });
});
