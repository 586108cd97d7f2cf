import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import type { OutcomeHold } from '../contact/outcome-table.js';
import { hashPack } from '../law/hash-pack.js';
import type { Law } from '../law/law.js';
import type { RuleOf } from '../law/rule.js';
import type { HoldStop } from './hold.js';
import { widenedHold } from './widened-hold.js';

type HoldRule = RuleOf<'hold-on-event'>;
const at = '2026-03-02T02:00:00.000Z';
let made = 0;
const rule = (fields: Record<string, unknown>): HoldRule =>
  lawRule('hold-on-event', {
    id: `R-${(made += 1)}`,
    event: 'dispute',
    stops: ['contact'],
    scope: 'loan',
    endsWith: 'answered',
    allowedWhileHeld: [],
    ...fields,
  });
const lawOf = (packs: Record<string, HoldRule[]>): Law => ({
  packs: Object.entries(packs).map(([jurisdiction, rules]) =>
    hashPack({
      pack: jurisdiction === '*' ? 'house' : jurisdiction.toLowerCase(),
      version: 1,
      jurisdiction,
      title: 't',
      rules,
    }),
  ),
  calendars: {},
});
const dispute: OutcomeHold = { reason: 'dispute', scope: 'loan', stops: ['contact'], days: 5 };
const widened = (rules: HoldRule[], standard = dispute) =>
  widenedHold(standard, { law: lawOf({ CN: rules }), places: ['CN'], products: ['cash'], at });

describe('the hold an event places', () => {
  it('is the standard one where no pack says more', () => {
    expect(widened([])).toEqual(dispute);
    expect(widened([rule({ event: 'death', stops: ['interest'] })])).toEqual(dispute);
  });

  it('stops all that any pack stops, as long as the longest', () => {
    const rules = [rule({ stops: ['furnishing'], days: 30 }), rule({ stops: ['interest', 'contact'], days: 10 })];
    expect(widened(rules)).toEqual({ ...dispute, stops: ['contact', 'furnishing', 'interest'], days: 30 });
  });

  it('is not made shorter, and has no end where a pack sets none', () => {
    expect(widened([rule({ days: 1 })]).days).toBe(5);
    expect(widened([rule({})])).not.toHaveProperty('days');
  });

  it('goes as far as the widest, and on a number stays there', () => {
    expect(widened([rule({ scope: 'person' })]).scope).toBe('person');
    expect(widened([rule({ scope: 'point' })]).scope).toBe('loan');
    expect(widened([rule({})], { ...dispute, scope: 'person' }).scope).toBe('person');
    const number: OutcomeHold = { reason: 'wrong-number', scope: 'point', stops: ['contact'] };
    expect(widened([rule({ event: 'wrong-number', scope: 'person' })], number).scope).toBe('point');
  });

  it('is that of the places it may matter in; of everywhere when nobody knows', () => {
    const law = lawOf({ '*': [], CN: [rule({ stops: ['legal'] })], US: [rule({ stops: ['interest'] })] });
    const stops = (places: string[]) => widenedHold(dispute, { law, places, products: [], at }).stops;
    expect(stops(['CN'])).toEqual(['contact', 'legal']);
    expect(stops(['CN', 'US-MA'])).toEqual(['contact', 'legal', 'interest']);
    expect(stops([])).toEqual(['contact', 'legal', 'interest']);
    expect(stops(['FR'])).toEqual(['contact']);
  });

  it('stops what the law of agencies stops when an agency told of it or has the loan, and else not', () => {
    const law = lawOf({ US: [rule({ actor: ['agency'], stops: ['legal'] })] });
    const bearing = { law, places: ['US'], products: ['cash'], at };
    expect(widenedHold(dispute, bearing).stops).toEqual(['contact']);
    expect(widenedHold(dispute, { ...bearing, agency: true }).stops).toEqual(['contact', 'legal']);
  });

  it('of two sorts follows the rules of its own, and of both when nobody told which', () => {
    const bothSorts = lawOf({ CN: [rule({ circumstance: 'standard', days: 60 }), rule({ circumstance: 'crisis' })] });
    const days = (sort: object) =>
      widenedHold({ ...dispute, lastsByLaw: true }, { law: bothSorts, places: ['CN'], products: ['cash'], at, ...sort })
        .days;

    expect(days({ circumstance: 'standard' })).toBe(60);
    expect(days({ circumstance: 'crisis' })).toBeUndefined();
    expect(days({})).toBeUndefined();
  });

  it('never stops less, less long or less far for one rule more', () => {
    const stop = fc.constantFrom<HoldStop>('contact', 'escalation', 'timers', 'interest', 'legal', 'furnishing');
    const rules = fc
      .record({
        stops: fc.uniqueArray(stop, { minLength: 1 }),
        scope: fc.constantFrom('loan', 'person', 'point'),
        days: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
      })
      .map(rule);
    const reach = { point: 0, loan: 1, person: 2 };
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 4 }), rules, (some, more) => {
        const before = widened(some);
        const after = widened([...some, more]);
        expect(after.stops).toEqual(expect.arrayContaining(before.stops));
        expect(after.days ?? Infinity).toBeGreaterThanOrEqual(before.days ?? Infinity);
        expect(reach[after.scope]).toBeGreaterThanOrEqual(reach[before.scope]);
      }),
    );
  });
});
