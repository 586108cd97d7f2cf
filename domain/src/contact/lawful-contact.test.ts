import { describe, expect, it } from 'vitest';
import { gateAsk, hold, ten, type GateCase } from '../../../test/builders/ask-gate.js';
import type { ContactSettings } from './contact-settings.js';
import { lawfulContact } from './lawful-contact.js';

const practice: ContactSettings['visits'] = {
  crew: 2,
  idCarried: true,
  purposeExplained: true,
  entersHome: false,
  recording: 'whole',
};
const ask = (given: GateCase = {}, how: Partial<ContactSettings['visits']> = {}) =>
  lawfulContact(
    gateAsk({
      ...given,
      attempt: { channel: 'visit', ...given.attempt },
      point: given.point === undefined ? { placeType: 'home' } : given.point,
    }),
    { ...practice, ...how },
  );

describe('a visit', () => {
  it('is allowed when it is made as the law of the place wants it, and its rules are in the trace', () => {
    const { verdict, trace } = ask();
    expect(verdict).toBe('allow');
    expect(trace.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['CN-TIME-1', 'CN-VISIT-1', 'CN-VISIT-2']));
  });

  it.each<[string, Partial<ContactSettings['visits']>, string]>([
    ['by one collector alone', { crew: 1 }, 'CN-VISIT-1'],
    ['without identification', { idCarried: false }, 'CN-VISIT-2'],
    ['that puts up notices', { postsInPublic: true }, 'CN-VISIT-4'],
    ['that is not recorded throughout', { recording: 'part' }, 'CN-VISIT-6'],
  ])('%s is refused', (_, how, rule) => {
    expect(ask({}, how)).toMatchObject({
      verdict: 'refuse',
      reason: 'visit-not-lawful',
      rules: expect.arrayContaining([rule]),
    });
  });

  it('to an address of which nobody told whether it is a workplace is refused', () => {
    expect(ask({ point: {} })).toMatchObject({ verdict: 'refuse', rules: ['CN-VISIT-2'] });
  });

  it('to a workplace is refused', () => {
    expect(ask({ point: { placeType: 'work' } })).toMatchObject({ verdict: 'refuse', rules: ['CN-VISIT-2'] });
  });

  it('in the UK is refused without notice, and while nobody looked whether somebody may be vulnerable', () => {
    const uk: GateCase = { attempt: { jurisdiction: 'GB', at: ten } };
    const { trace, ...said } = ask(uk);
    expect(said).toMatchObject({ verdict: 'refuse', reason: 'visit-not-lawful', rules: ['UK-VISIT-1', 'UK-VISIT-2'] });
    expect(trace.find(({ rule }) => rule === 'UK-VISIT-2')?.inputs).toMatchObject({
      vulnerable: 'unknown',
      unmet: 'vulnerable',
    });
    const frail = hold('vulnerability', { stops: ['escalation'] });
    const suspected = ask({ ...uk, person: { holds: [frail] } }).trace.find(({ rule }) => rule === 'UK-VISIT-2');
    expect(suspected?.inputs).toMatchObject({ vulnerable: 'suspected' });
  });

  it('is refused while a hold stops what presses harder; a call is not', () => {
    const frail = hold('vulnerability', { stops: ['escalation'] });
    expect(ask({ person: { holds: [frail] } })).toMatchObject({
      verdict: 'refuse',
      reason: 'held',
      rules: expect.arrayContaining(['no-hold']),
    });
    expect(ask({ attempt: { channel: 'call' }, person: { holds: [frail] } }).verdict).toBe('allow');
  });

  it('the gate refuses or puts off stays so', () => {
    expect(ask({ attempt: { arrears: 0 } })).toMatchObject({ verdict: 'refuse', reason: 'nothing-overdue' });
    expect(ask({ attempt: { at: '2026-03-02T20:00:00.000Z' } })).toMatchObject({
      verdict: 'defer',
      until: '2026-03-03T00:00:00.000Z',
    });
  });
});
