import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { borrowerModelShape } from '@recourse/domain/simulation/borrower-model';
import { answerByChance } from '@recourse/service-sandbox/answer-table';
import { dailyChance } from '@recourse/service-sandbox/daily-chance';
import { policiesDir } from './simulation-bench.js';

const model = borrowerModelShape.parse(parse(readFileSync(join(policiesDir, 'simulation/borrowers.yaml'), 'utf8')));
const throws = 40_000;

/** Five standard deviations of a share. */
const near = (share: number): number => 5 * Math.sqrt((share * (1 - share)) / throws) + 1e-9;

describe('the shipped assumptions about borrowers', () => {
  it('are the sandbox’s chances to pay unasked, on plain days, paydays, after a talk and in festivals', () => {
    const { unasked, paydays, spokenTo, festivals } = model;
    for (let dpd = 1; dpd <= 200; dpd += 1) {
      const base = unasked.find(({ throughDpd }) => dpd <= throughDpd)?.chance ?? 0;
      expect(dailyChance('2026-03-03', dpd)).toBe(base);
      for (const day of paydays.daysOfMonth) expect(dailyChance(`2026-03-${day}`, dpd)).toBe(base * paydays.times);
      expect(dailyChance('2026-03-03', dpd, '2026-03-02')).toBe(base * spokenTo.times);
      expect(dailyChance('2026-03-03', dpd, addDays('2026-03-03', -spokenTo.days - 1))).toBe(base);
      for (const { from } of festivals.spans)
        expect(dailyChance(addDays(from, 1), dpd)).toBeCloseTo(base * festivals.times, 12);
    }
  });

  it.each([
    ['call', 'telephone'],
    ['visit', 'door'],
  ] as const)('are the sandbox’s shares of what comes of a %s', (how, where) => {
    const said: Record<string, number> = {};
    for (let nth = 0; nth < throws; nth += 1) {
      const { code } = answerByChance('experience', 'somebody', how, nth);
      said[code] = (said[code] ?? 0) + 1 / throws;
    }
    const unreached = Object.values(model.spoken[where]).reduce((sum, each) => sum + each, 0);
    const rightParty = Object.values(model.rightParty).reduce((sum, each) => sum + each, 0);
    const expected = [
      ...Object.entries(model.spoken[where]).map(([code, share]) => [code, share / 100] as const),
      ...Object.entries(model.rightParty).map(
        ([code, share]) => [code, ((100 - unreached) / 100) * (share / rightParty)] as const,
      ),
    ];
    expect(Object.keys(said).toSorted()).toEqual(expected.map(([code]) => code).toSorted());
    for (const [code, share] of expected) expect(Math.abs((said[code] ?? 0) - share)).toBeLessThan(near(share));
  });
});
