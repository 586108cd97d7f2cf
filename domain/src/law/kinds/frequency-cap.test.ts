import { describe, expect, it } from 'vitest';
import { askGate, entry, attempts, ten, nextOpening } from '../../../../test/builders/ask-gate.js';
import { shippedZone } from '../../../../test/law/drawn/draw-zones.js';
import type { LedgerEntry } from '../../contact/ledger-entry.js';

describe('a frequency cap', () => {
  it('defer the sixth attempt on a person to the next day’s opening', () => {
    expect(askGate({ ledger: { person: attempts(4) } }).verdict).toBe('allow');
    expect(askGate({ ledger: { person: attempts(5) } })).toMatchObject({
      verdict: 'defer',
      until: nextOpening,
      rules: ['OWN-FREQ-1'],
    });
  });

  it('count the person’s calendar day, not 24 hours', () => {
    const lateYesterday = attempts(5, {}, '2026-03-01T12:00:00.000Z');
    expect(askGate({ attempt: { at: '2026-03-02T00:00:00.000Z' }, ledger: { person: lateYesterday } }).verdict).toBe(
      'allow',
    );
  });

  it('count a day as used up that began before all contacts were known, and no other', () => {
    const personKnownFrom = '2026-03-02T01:00:00.000Z';
    expect(askGate({ ledger: { personKnownFrom } })).toMatchObject({ verdict: 'defer', until: nextOpening });
    expect(askGate({ ledger: { pointKnownFrom: personKnownFrom } })).toMatchObject({ rules: ['OWN-FREQ-2'] });
    expect(askGate({ attempt: { at: nextOpening }, ledger: { personKnownFrom } }).verdict).toBe('allow');
    expect(askGate({ attempt: { purpose: 'service' }, ledger: { personKnownFrom } }).verdict).toBe('allow');
  });

  it('count conversations for what is spoken only', () => {
    const talked = attempts(3, { connected: true, conversation: true });
    expect(askGate({ attempt: { channel: 'call' }, ledger: { person: talked } })).toMatchObject({
      verdict: 'defer',
      until: nextOpening,
      rules: ['CN-FREQ-1', 'CN-FREQ-2-CONNECTED', 'OWN-FREQ-3'],
    });
    expect(askGate({ attempt: { channel: 'sms' }, ledger: { person: talked } }).verdict).toBe('allow');
    expect(askGate({ attempt: { channel: 'call' }, ledger: { person: attempts(3) } }).verdict).toBe('allow');
  });

  it('take a spoken attempt as a conversation until its outcome is known', () => {
    expect(askGate({ attempt: { channel: 'call' }, ledger: { person: attempts(3, { open: true }) } })).toMatchObject({
      rules: ['CN-FREQ-1', 'CN-FREQ-2-CONNECTED', 'OWN-FREQ-3'],
    });
    expect(
      askGate({ attempt: { channel: 'call' }, ledger: { person: attempts(3, { open: true, channel: 'sms' }) } })
        .verdict,
    ).toBe('allow');
  });

  it('give exactly five of forty senders at once their slot', () => {
    const taken: LedgerEntry[] = [];
    const verdicts = Array.from({ length: 40 }, () => {
      const { verdict } = askGate({ ledger: { person: taken, point: taken } });
      if (verdict === 'allow') taken.push(entry(ten, { channel: 'sms', open: true }));
      return verdict;
    });
    expect(verdicts.filter((verdict) => verdict === 'allow')).toHaveLength(5);
  });

  it('count a number over everybody reached by it', () => {
    expect(askGate({ ledger: { point: attempts(6) } })).toMatchObject({
      verdict: 'defer',
      until: nextOpening,
      rules: ['OWN-FREQ-2'],
    });
  });

  it('neither bind nor are taken by service and notices the law demands', () => {
    expect(
      askGate({ attempt: { purpose: 'legally-required' }, ledger: { person: attempts(5), point: attempts(6) } })
        .verdict,
    ).toBe('allow');
    expect(
      askGate({
        attempt: { purpose: 'service', channel: 'call' },
        ledger: { person: attempts(5, { conversation: true }) },
      }).verdict,
    ).toBe('allow');
    expect(askGate({ ledger: { person: attempts(9, { purpose: 'service' }) } }).verdict).toBe('allow');
  });
});

describe('a cap whose text says “7-day period” and no more (Massachusetts, 940 CMR 7.04(1)(f))', () => {
  const zones = [shippedZone('America/New_York')];
  const asked = (at: string, person: LedgerEntry[], personKnownFrom?: string) =>
    askGate({
      attempt: { jurisdiction: 'US-MA', channel: 'call', at },
      person: { zones, language: 'en' },
      point: { placeType: 'mobile' },
      ledger: { person, ...(personKnownFrom !== undefined && { personKnownFrom }) },
    });
  /** Sunday 3 May 2026, 20:00 and 20:30 in Boston. */
  const two = [entry('2026-05-04T00:00:00.000Z'), entry('2026-05-04T00:30:00.000Z')];

  it('is full for 168 hours too, to the millisecond', () => {
    const until = '2026-05-11T00:00:00.000Z';
    expect(asked('2026-05-10T12:00:00.000Z', two)).toMatchObject({
      verdict: 'defer',
      until,
      rules: ['US-MA-1-PERSONAL'],
    });
    expect(asked('2026-05-10T23:59:59.999Z', two)).toMatchObject({ verdict: 'defer', until });
    expect(asked(until, two).verdict).toBe('allow');
  });

  it('and for seven calendar days where those are longer: over the night the clocks go back', () => {
    const autumn = [entry('2026-10-31T04:10:00.000Z'), entry('2026-10-31T12:00:00.000Z')];
    const at = '2026-11-07T04:30:00.000Z';
    const rules = asked(at, autumn)
      .trace.filter(({ verdict }) => verdict === 'defer')
      .map(({ rule }) => rule);
    expect(rules).toContain('US-MA-1-PERSONAL');
  });

  it('takes what may have been before all was known for used up, for as long', () => {
    const known = '2026-05-03T14:00:00.000Z';
    expect(asked('2026-05-10T13:59:59.998Z', [], known)).toMatchObject({ verdict: 'defer' });
    expect(asked('2026-05-10T13:59:59.999Z', [], known)).toMatchObject({ verdict: 'allow' });
  });
});
