import { describe, expect, it } from 'vitest';
import { law, shanghai } from '../../../test/builders/ask-gate.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { AgencyStanding } from '../law/kinds/handover-gate.js';
import { mayHandOver, type HandoverAttempt } from './may-hand-over.js';

const london: ZoneSlice = { zone: 'Europe/London', offsets: [[28_401_120, 0]] };
const proved: AgencyStanding = {
  listed: true,
  publiclyListed: true,
  licensedUntil: '2027-06-30',
  evaluatedOn: '2025-11-10',
  inspectedOn: '2025-10-15',
  staffTrainedOn: '2025-11-03',
  noSubAssignment: true,
  violenceRecord: 'none',
  contractFixes: ['purpose', 'term', 'method', 'data-types', 'protection', 'duties'],
  contractUntil: '2027-06-30',
  returnsOrDeletes: true,
};
const ask = (change: Partial<HandoverAttempt> = {}) =>
  mayHandOver(
    {
      action: 'place',
      at: '2026-03-02T02:00:00.000Z',
      partner: proved,
      jurisdiction: 'CN',
      product: 'cash-loan',
      places: [],
      zones: [shanghai],
      notices: [],
      caseStates: [],
      fields: ['loan', 'overdue'],
      ...change,
    },
    law,
  );

describe('handing a loan over', () => {
  it('is allowed to an agency that has all the law of the place asks, and every rule is in the trace', () => {
    const { verdict, trace } = ask();
    expect(verdict).toBe('allow');
    expect(trace.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['CN-OUT-1', 'CN-OUT-2', 'CN-OUT-4', 'CN-PI-2']),
    );
  });

  it.each<[string, Partial<AgencyStanding>, string, string]>([
    ['is not on the list', { listed: false }, 'CN-OUT-1', 'not-listed'],
    ['was evaluated a year and two days ago', { evaluatedOn: '2025-02-27' }, 'CN-OUT-2', 'not-evaluated'],
    ['has staff untrained for a year', { staffTrainedOn: '2025-02-27' }, 'CN-OUT-4', 'staff-not-trained'],
    ['may pass cases on', { noSubAssignment: false }, 'CN-OUT-5', 'sub-assignment'],
    ['has a record of violence', { violenceRecord: 'found' }, 'CN-OUT-6', 'violence-record'],
    ['has a contract that is silent on its term', { contractFixes: ['purpose'] }, 'CN-PI-2', 'contract-silent:term'],
  ])('is refused to one that %s', (_, lack, rule, unmet) => {
    const verdict = ask({ partner: { ...proved, ...lack } });
    expect(verdict).toMatchObject({
      verdict: 'refuse',
      reason: 'partner-not-eligible',
      rules: expect.arrayContaining([rule]),
    });
    expect(String(verdict.trace.find((answer) => answer.rule === rule)?.inputs['unmet'])).toContain(unmet);
  });

  it('is refused to who is in no register, where no law is known, and where nobody knows the zone', () => {
    expect(ask({ partner: undefined })).toMatchObject({ verdict: 'refuse', reason: 'partner-unknown' });
    expect(ask({ jurisdiction: 'FR' })).toMatchObject({ verdict: 'refuse', reason: 'unknown-jurisdiction' });
    expect(ask({ zones: [] })).toMatchObject({ verdict: 'refuse', reason: 'unknown-zone' });
  });

  it('is refused with a field the law does not let go along', () => {
    expect(ask({ fields: ['loan', 'salary'] })).toMatchObject({ verdict: 'refuse', rules: ['CN-PI-1'] });
  });

  it('to a law firm in the UK waits for the notice of sums in arrears (CCA 1974 s.86B)', () => {
    const uk = { action: 'sue', jurisdiction: 'GB', zones: [london] } as const;
    expect(ask(uk)).toMatchObject({
      verdict: 'refuse',
      reason: 'notice-not-given',
      rules: ['UK-NOSIA-1', 'UK-NOSIA-2'],
    });
    const notices = [{ notice: 'sums-in-arrears', sentAt: '2026-02-01T00:00:00.000Z' }];
    expect(ask({ ...uk, notices }).verdict).toBe('allow');
    const old = [{ notice: 'sums-in-arrears', sentAt: '2025-08-01T00:00:00.000Z' }];
    expect(ask({ ...uk, notices: old })).toMatchObject({ verdict: 'refuse', rules: ['UK-NOSIA-2'] });
  });
});
