import { describe, expect, it } from 'vitest';
import { askGate, entry, shanghai, type GateCase } from '../../../../test/builders/ask-gate.js';
import { lawOf, ruleOf } from '../../../../test/builders/law-of.js';
import { shippedZone } from '../../../../test/law/drawn/draw-zones.js';

const once = lawOf(
  ruleOf('party-eligibility', { parties: ['borrower'], purposes: ['collect'], maxContacts: 1, maxContactsDays: 2 }),
);
/** 10:00 on 2 March in Shanghai, 21:00 on 1 March in New York. */
const ask = (given: GateCase) => askGate({ law: once, attempt: { at: '2026-03-02T02:00:00.000Z' }, ...given });
/** 12:30 on 28 February in New York, 01:30 on 1 March in Shanghai. */
const contact = entry('2026-02-28T17:30:00.000Z');

describe('a party that may be contacted once in two days', () => {
  it('is not contacted a second time, and again when the first is two days old', () => {
    expect(ask({}).verdict).toBe('allow');
    expect(ask({ ledger: { person: [contact] } })).toMatchObject({ verdict: 'refuse', reason: 'party-not-eligible' });
    expect(ask({ ledger: { person: [contact] }, attempt: { at: '2026-03-03T02:00:00.000Z' } }).verdict).toBe('allow');
  });

  it('is not while the contact still counts in one of the zones it may be in, whichever is named first', () => {
    const newYork = shippedZone('America/New_York');
    const at = '2026-03-03T02:00:00.000Z';
    const before = entry('2026-03-01T10:00:00.000Z');
    for (const zones of [
      [shanghai, newYork],
      [newYork, shanghai],
    ])
      expect(ask({ attempt: { at }, person: { zones }, ledger: { person: [before] } })).toMatchObject({
        verdict: 'refuse',
        reason: 'party-not-eligible',
      });
  });

  it('is not while contacts may have been made that we were not told of', () => {
    const personKnownFrom = '2026-02-28T16:00:00.001Z';
    expect(ask({ ledger: { personKnownFrom } })).toMatchObject({ verdict: 'refuse', reason: 'party-not-eligible' });
    expect(ask({ ledger: { personKnownFrom: '2026-02-28T16:00:00.000Z' } }).verdict).toBe('allow');
  });
});

describe('who may be contacted once', () => {
  const ever = lawOf(ruleOf('party-eligibility', { parties: ['borrower'], purposes: ['collect'], maxContacts: 1 }));
  const late = (given: GateCase) => askGate({ law: ever, attempt: { at: '2026-12-02T02:00:00.000Z' }, ...given });

  it('is not contacted again, however long ago it was', () => {
    expect(late({ ledger: { person: [contact] } })).toMatchObject({ verdict: 'refuse', reason: 'party-not-eligible' });
    expect(late({ ledger: { person: [{ ...contact, inbound: true }] } }).verdict).toBe('allow');
  });

  it('is contacted when what we were not told of is older than a ledger goes back', () => {
    expect(late({ ledger: { personKnownFrom: '2026-09-03T15:59:59.999Z' } }).verdict).toBe('allow');
    expect(late({ ledger: { personKnownFrom: '2026-09-03T16:00:00.001Z' } })).toMatchObject({ verdict: 'refuse' });
  });
});
