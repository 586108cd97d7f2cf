import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import { retention, strictestRetention, type RetentionFinding } from './retention.js';

const rule = (fields: Record<string, unknown>) =>
  lawRule('retention', { record: 'recording', atEnd: 'delete', ...fields });
const found = (fields: Record<string, unknown>, events = {}) => {
  const finding = retention(rule(fields), { record: 'recording', events });
  if (!finding) throw new Error('the rule is about another class');
  return finding;
};

describe('a record', () => {
  it('is kept its days from the event, that day not counted (12 CFR 1006.100(b))', () => {
    expect(found({ from: 'event', minDays: 1_098 }, { event: '2026-01-01' })).toMatchObject({
      keepUntil: '2029-01-03',
    });
  });

  it('is kept without end while what its days count from has not come (信用卡办法 art. 70: until settled)', () => {
    const kept = found({ from: 'settlement', minDays: 1 }, { event: '2026-01-01' });
    expect(kept).toMatchObject({ keepUntil: 'never-ends' });
    expect(kept).not.toHaveProperty('endFrom');
  });

  it('must be gone the day after its last (征信业管理条例 art. 16)', () => {
    const gone = found({ from: 'end-of-conduct', maxDays: 10, atEnd: 'erase-key' }, { 'end-of-conduct': '2026-01-01' });
    expect(gone).toMatchObject({ endFrom: '2026-01-12', atEnd: 'erase-key' });
    expect(gone).not.toHaveProperty('keepUntil');
  });

  it('of another class is no matter of the rule', () => {
    expect(retention(rule({ from: 'event', minDays: 1 }), { record: 'notice', events: {} })).toBeUndefined();
  });

  it('is kept as long as any rule keeps it, though another would have it gone; the conflict is told', () => {
    const keeps = found({ from: 'event', minDays: 100 }, { event: '2026-01-01' });
    const ends = found({ from: 'event', maxDays: 10 }, { event: '2026-01-01' });
    expect(strictestRetention([keeps, ends])).toEqual({
      keepUntil: '2026-04-11',
      endFrom: '2026-04-12',
      conflict: true,
    });
    const waits = found({ from: 'settlement', minDays: 1 });
    expect(strictestRetention([waits, keeps, ends])).toEqual({ keepUntil: 'never-ends', conflict: true });
    const atOnce = found({ from: 'event', maxDays: 99 }, { event: '2026-01-01' });
    expect(strictestRetention([keeps, atOnce])).toMatchObject({ endFrom: '2026-04-12', conflict: true });
    const dayAfter = found({ from: 'event', maxDays: 100 }, { event: '2026-01-01' });
    expect(strictestRetention([keeps, dayAfter])).toMatchObject({ endFrom: '2026-04-12', conflict: false });
    expect(strictestRetention([])).toEqual({ conflict: false });
  });

  it('is never to be gone on a day on which it must be there', () => {
    const finding = fc
      .record({ keep: fc.option(fc.integer({ min: 1, max: 500 })), end: fc.option(fc.integer({ min: 1, max: 500 })) })
      .map(({ keep, end }): RetentionFinding[] => [
        ...(keep === null ? [] : [found({ from: 'event', minDays: keep }, { event: '2026-01-01' })]),
        ...(end === null ? [] : [found({ from: 'event', maxDays: end }, { event: '2026-01-01' })]),
      ]);
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 4 }), (many) => {
        const all = many.flat();
        const { keepUntil, endFrom } = strictestRetention(all);
        for (const each of all) {
          if (each.keepUntil !== undefined) expect((keepUntil ?? '') >= each.keepUntil).toBe(true);
          if (each.keepUntil !== undefined && endFrom !== undefined) expect(endFrom > each.keepUntil).toBe(true);
        }
      }),
    );
  });
});
