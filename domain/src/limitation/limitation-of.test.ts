import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { fileURLToPath } from 'node:url';
import { addDays } from '../calendar/day-arithmetic.js';
import { interruptionGrounds, interruptionProofs, type Interruption } from './interruption.js';
import { limitationOf, limitationsOf, type LimitationHistory } from './limitation-of.js';

const { law } = loadPolicies(fileURLToPath(new URL('../../../policies', import.meta.url)));
const cn = { law, jurisdiction: 'CN', product: 'cash-loan' };
const uk = { law, jurisdiction: 'GB-ENG', product: 'cash-loan' };
const document = { what: 'document' as const, id: 'd1' };
const history = (change: Partial<LimitationHistory> = {}): LimitationHistory => ({
  oldestUnpaidDueOn: '2022-06-10',
  lastDueOn: '2023-03-10',
  interruptions: [],
  suspensions: [],
  ...change,
});
const by = (ground: Interruption['ground'], on: string, proof: Interruption['proof'] = []): Interruption => ({
  ground,
  on,
  proof,
  by: document,
});

describe('the limitation of a claim in China', () => {
  it('counts three years from the due day of the last instalment, not of the one that is unpaid (民法典 arts. 188, 189)', () => {
    expect(limitationOf(history(), cn, '2026-03-10')).toMatchObject({
      rule: 'CN-LIM-1',
      state: 'running',
      beganOn: '2023-03-10',
      endsOn: '2026-03-10',
    });
    expect(limitationOf(history(), cn, '2026-03-11')).toMatchObject({ state: 'expired', barred: ['bars-claim'] });
  });

  it.each<[string, Interruption]>([
    ['a demand that arrived (art. 195(1))', by('demand', '2025-05-05', ['arrival-proved'])],
    ['a bank’s own debit (法释 art. 8(3))', by('auto-debit', '2025-05-05', ['auto-debit'])],
    ['a payment of the debtor (法释 art. 14)', by('part-payment', '2025-05-05')],
    ['a promise to pay (法释 art. 14)', by('promise', '2025-05-05')],
    ['a suit (art. 195(3))', by('suit', '2025-05-05')],
    ['an application for a payment order (法释 art. 11)', by('payment-order', '2025-05-05')],
  ])('begins anew with %s, and names it', (_, interruption) => {
    expect(limitationOf(history({ interruptions: [interruption] }), cn, '2026-03-11')).toMatchObject({
      state: 'running',
      endsOn: '2028-05-05',
      by: interruption,
    });
  });

  it('does not begin anew with a demand nobody can prove', () => {
    const called = history({ interruptions: [by('demand', '2025-05-05')] });
    expect(limitationOf(called, cn, '2026-03-11')).toMatchObject({ state: 'expired', endsOn: '2026-03-10' });
  });

  it('does not begin anew by money that came when it was over (art. 192)', () => {
    const late = history({ interruptions: [by('part-payment', '2026-03-20')] });
    expect(limitationOf(late, cn, '2026-03-21')).toMatchObject({ state: 'expired', endsOn: '2026-03-10' });
  });

  it('ends six months after an obstacle of its last six months is gone (art. 194)', () => {
    const flood = { event: 'force-majeure', on: '2026-02-01', until: '2026-02-20', by: document };
    expect(limitationOf(history({ suspensions: [flood] }), cn, '2026-03-11')).toMatchObject({
      state: 'running',
      endsOn: '2026-08-20',
      suspensions: [flood],
    });
  });

  it('asks of a guarantee only whether six months have passed: nothing interrupts them (arts. 692-694)', () => {
    const demanded = history({ interruptions: [by('demand', '2023-09-01', ['signed-notice'])] });
    expect(limitationsOf(demanded, cn, '2023-09-11', ['guarantee-period'])).toMatchObject([
      { rule: 'CN-3P-6', state: 'expired', endsOn: '2023-09-10', barred: ['ends-liability'] },
    ]);
  });

  it('is never longer by something that is not proved, nor by anything still to come', () => {
    const day = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2023-01-01', n));
    const told = fc.record({ ground: fc.constantFrom(...interruptionGrounds), on: day });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 5 }), day, (each, today) => {
        const interruptions = each.map(({ ground, on }) => by(ground, on));
        const unproved = each.filter(({ ground }) => ground === 'demand' || ground === 'auto-debit');
        const without = interruptions.filter(({ ground }) => ground !== 'demand' && ground !== 'auto-debit');
        expect(unproved.length + without.length).toBe(interruptions.length);
        const ends = (all: Interruption[]) => limitationOf(history({ interruptions: all }), cn, today)?.endsOn;
        expect(ends(interruptions)).toBe(ends(without.filter(({ on }) => on <= today)));
      }),
    );
  });

  it('begins anew at most three years after the newest thing that was proved', () => {
    const proof = fc.subarray([...interruptionProofs], { minLength: 0 });
    const day = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays('2023-03-11', n));
    const told = fc.record({ ground: fc.constantFrom(...interruptionGrounds), on: day, proof });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 5 }), (each) => {
        const interruptions = each.map(({ ground, on, proof: given }) => by(ground, on, given));
        const { beganOn = '', firstBeganOn = '' } = limitationOf(history({ interruptions }), cn, '2030-01-01') ?? {};
        expect([firstBeganOn, ...interruptions.map(({ on }) => on)]).toContain(beganOn);
      }),
    );
  });
});

describe('the limitation of a claim elsewhere', () => {
  it('runs in the United Kingdom from the first instalment that is unpaid, and stands still in a breathing space', () => {
    const space = { event: 'breathing-space', on: '2024-01-01', until: '2024-03-01', by: document };
    expect(limitationOf(history(), uk, '2026-01-01')).toMatchObject({ rule: 'UK-LIM-1', beganOn: '2022-06-10' });
    const { endsOn: plain = '' } = limitationOf(history(), uk, '2026-01-01') ?? {};
    expect(limitationOf(history({ suspensions: [space] }), uk, '2026-01-01')?.endsOn).toBe(addDays(plain, 60));
  });

  it('is unknown where no law of the place has one: nobody then says that it is over or that it runs', () => {
    expect(limitationOf(history(), { ...cn, jurisdiction: 'JP' }, '2026-01-01')).toBeUndefined();
  });
});
