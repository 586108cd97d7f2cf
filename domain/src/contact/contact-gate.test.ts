import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesLater } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Hold, HoldReason } from '../holds/hold.js';
import type { Channel, Purpose } from './channel.js';
import { contactGate, type GateVerdict } from './contact-gate.js';
import type { ContactLaw } from './contact-law.js';
import type { GateAttempt, GateLedger, GatePerson, GatePoint } from './gate-ask.js';
import type { LedgerEntry } from './ledger-entry.js';

const law: ContactLaw = {
  pack: 'baseline',
  version: 1,
  hours: { from: '08:00', to: '21:00', citation: 'hours' },
  perPersonPerDay: { attempts: 5, conversations: 3, citation: 'person' },
  perPointPerDay: { attempts: 6, citation: 'point' },
  mergeWindowMinutes: 60,
};
const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[28_401_120, 480]] };
/** 10:00 in Shanghai. */
const ten = '2026-03-02T02:00:00.000Z';
/** 08:00 of the next day in Shanghai. */
const nextOpening = '2026-03-03T00:00:00.000Z';

type Case = { attempt?: Partial<GateAttempt>; person?: Partial<GatePerson>; point?: Partial<GatePoint>; ledger?: Partial<GateLedger>; loanHolds?: Hold[] };
const kindFor = (channel: Channel): GatePoint['kind'] => (channel === 'email' ? 'email' : channel === 'app' ? 'app' : channel === 'letter' || channel === 'visit' ? 'address' : 'mobile');

const ask = ({ attempt, person, point, ledger, loanHolds = [] }: Case = {}): GateVerdict => {
  const asked: GateAttempt = { purpose: 'collect', channel: 'sms', at: ten, personId: 'p1', pointId: 'm1', arrears: 100, ...attempt };
  return contactGate(
    asked,
    { zone: shanghai, known: true, role: 'borrower', holds: [], optOuts: [], ...person },
    { kind: kindFor(asked.channel), valid: true, holds: [], ...point },
    { person: [], point: [], ...ledger },
    loanHolds,
    law,
  );
};

const entry = (at: string, how: Partial<LedgerEntry> = {}): LedgerEntry => ({
  actId: `act-${at}`,
  at,
  channel: 'call',
  purpose: 'collect',
  pointId: 'm1',
  open: false,
  connected: false,
  conversation: false,
  rightParty: false,
  ...how,
});
const times = (n: number, how: Partial<LedgerEntry> = {}, from = '2026-03-02T01:00:00.000Z'): LedgerEntry[] =>
  Array.from({ length: n }, (_, index) => entry(minutesLater(from, index), how));
const hold = (reason: HoldReason, how: Partial<Hold> = {}): Hold => ({ id: 'h1', reason, scope: { person: 'p1' }, stops: ['contact'], from: '2026-03-01T00:00:00.000Z', ...how });

describe('the contact gate', () => {
  it('allows what no rule forbids, and states every rule it asked', () => {
    const { verdict, trace } = ask();
    expect(verdict).toBe('allow');
    expect(trace.map(({ rule }) => rule)).toEqual([
      'person-known', 'zone-known', 'point-usable', 'party-eligible', 'something-overdue', 'no-hold', 'no-opt-out',
      'contact-hours', 'person-attempts', 'person-conversations', 'point-attempts',
    ]);
    for (const answer of trace) expect(answer).toMatchObject({ verdict: 'allow', version: 'baseline@1', citation: expect.stringMatching(/./) });
  });

  it.each<[string, Case, string, string]>([
    ['nothing is overdue', { attempt: { arrears: 0 } }, 'nothing-overdue', 'something-overdue'],
    ['the person is unknown', { person: { known: false } }, 'unknown-person', 'person-known'],
    ['the person is a guarantor', { person: { role: 'guarantor' } }, 'not-a-borrower', 'party-eligible'],
    ['the person is a co-borrower', { person: { role: 'co-borrower' } }, 'not-a-borrower', 'party-eligible'],
    ['the point reaches nobody', { point: { valid: false } }, 'point-invalid', 'point-usable'],
    ['the point is of another kind than the channel', { point: { kind: 'email' } }, 'point-invalid', 'point-usable'],
    ['the person opted out of the channel', { person: { optOuts: ['sms'] } }, 'opted-out', 'no-opt-out'],
    ['the person is held', { person: { holds: [hold('self-harm-risk')] } }, 'held', 'no-hold'],
    ['the loan is held', { loanHolds: [hold('dispute', { scope: { loan: 'L1' } })] }, 'held', 'no-hold'],
    ['the point is held', { point: { holds: [hold('wrong-number', { scope: { point: 'm1' } })] } }, 'held', 'no-hold'],
    ['an event of the loan is unresolved', { loanHolds: [hold('unresolved-event', { scope: { loan: 'L1' } })] }, 'unresolved-event', 'no-hold'],
    ['the person asked not to be written to', { person: { holds: [hold('opted-out')] } }, 'opted-out', 'no-hold'],
  ])('refuses when %s', (_, given, reason, rule) => {
    const verdict = ask(given);
    expect(verdict).toMatchObject({ verdict: 'refuse', reason, rules: [rule] });
    expect(verdict.trace).toHaveLength(11);
  });

  it('refuses when nobody knows the person’s zone, or the point', () => {
    const noZone: GatePerson = { known: true, role: 'borrower', holds: [], optOuts: [] };
    const attempt: GateAttempt = { purpose: 'collect', channel: 'sms', at: ten, personId: 'p1', pointId: 'm1', arrears: 1 };
    const nothingTaken = { person: [], point: [] };
    expect(contactGate(attempt, noZone, { kind: 'mobile', valid: true, holds: [] }, nothingTaken, [], law)).toMatchObject({ verdict: 'refuse', reason: 'unknown-zone' });
    expect(contactGate(attempt, { ...noZone, zone: shanghai }, undefined, nothingTaken, [], law)).toMatchObject({ verdict: 'refuse', reason: 'unknown-point' });
  });

  it('lets the strictest answer win: a refusal beats a deferral', () => {
    expect(ask({ attempt: { at: '2026-03-02T20:00:00.000Z', arrears: 0 } })).toMatchObject({ verdict: 'refuse', reason: 'nothing-overdue', rules: ['something-overdue'] });
  });
});

describe('contact hours', () => {
  it.each([
    ['2026-03-01T23:59:59.999Z', 'defer'],
    ['2026-03-02T00:00:00.000Z', 'allow'],
    ['2026-03-02T12:59:59.999Z', 'allow'],
    ['2026-03-02T13:00:00.000Z', 'defer'],
  ])('are half-open in the person’s zone: at %s %s', (at, verdict) => {
    expect(ask({ attempt: { at } }).verdict).toBe(verdict);
  });

  it('defer to the opening of the same day before it, of the next day after closing', () => {
    expect(ask({ attempt: { at: '2026-03-01T20:00:00.000Z' } })).toMatchObject({ verdict: 'defer', until: '2026-03-02T00:00:00.000Z', rules: ['contact-hours'] });
    expect(ask({ attempt: { at: '2026-03-02T13:00:00.000Z' } })).toMatchObject({ verdict: 'defer', until: nextOpening, rules: ['contact-hours'] });
  });

  it.each<[Purpose, Channel, string]>([
    ['service', 'sms', 'allow'],
    ['legally-required', 'email', 'allow'],
    ['service', 'call', 'defer'],
    ['legally-required', 'visit', 'defer'],
    ['locate', 'sms', 'defer'],
    ['relay', 'sms', 'defer'],
    ['remind-before-due', 'app', 'defer'],
  ])('at night: %s by %s: %s', (purpose, channel, verdict) => {
    expect(ask({ attempt: { purpose, channel, at: '2026-03-01T18:00:00.000Z' } }).verdict).toBe(verdict);
  });
});

describe('daily caps', () => {
  it('defer the sixth attempt on a person to the next day’s opening', () => {
    expect(ask({ ledger: { person: times(4) } }).verdict).toBe('allow');
    expect(ask({ ledger: { person: times(5) } })).toMatchObject({ verdict: 'defer', until: nextOpening, rules: ['person-attempts'] });
  });

  it('count the person’s calendar day, not 24 hours', () => {
    const lateYesterday = times(5, {}, '2026-03-01T12:00:00.000Z');
    expect(ask({ attempt: { at: '2026-03-02T00:00:00.000Z' }, ledger: { person: lateYesterday } }).verdict).toBe('allow');
  });

  it('count conversations for what is spoken only', () => {
    const talked = times(3, { connected: true, conversation: true });
    expect(ask({ attempt: { channel: 'call' }, ledger: { person: talked } })).toMatchObject({ verdict: 'defer', until: nextOpening, rules: ['person-conversations'] });
    expect(ask({ attempt: { channel: 'sms' }, ledger: { person: talked } }).verdict).toBe('allow');
    expect(ask({ attempt: { channel: 'call' }, ledger: { person: times(3) } }).verdict).toBe('allow');
  });

  it('take a spoken attempt as a conversation until its outcome is known', () => {
    expect(ask({ attempt: { channel: 'call' }, ledger: { person: times(3, { open: true }) } })).toMatchObject({ rules: ['person-conversations'] });
    expect(ask({ attempt: { channel: 'call' }, ledger: { person: times(3, { open: true, channel: 'sms' }) } }).verdict).toBe('allow');
  });

  it('give exactly five of forty senders at once their slot', () => {
    const taken: LedgerEntry[] = [];
    const verdicts = Array.from({ length: 40 }, () => {
      const { verdict } = ask({ ledger: { person: taken, point: taken } });
      if (verdict === 'allow') taken.push(entry(ten, { channel: 'sms', open: true }));
      return verdict;
    });
    expect(verdicts.filter((verdict) => verdict === 'allow')).toHaveLength(5);
  });

  it('count a number over everybody reached by it', () => {
    expect(ask({ ledger: { point: times(6) } })).toMatchObject({ verdict: 'defer', until: nextOpening, rules: ['point-attempts'] });
  });

  it('neither bind nor are taken by service and notices the law demands', () => {
    expect(ask({ attempt: { purpose: 'legally-required' }, ledger: { person: times(5), point: times(6) } }).verdict).toBe('allow');
    expect(ask({ attempt: { purpose: 'service', channel: 'call' }, ledger: { person: times(5, { conversation: true }) } }).verdict).toBe('allow');
    expect(ask({ ledger: { person: times(9, { purpose: 'service' }) } }).verdict).toBe('allow');
  });
});

describe('holds', () => {
  it('refuse only while they are in force and only what they stop', () => {
    expect(ask({ person: { holds: [hold('dispute', { until: ten })] } }).verdict).toBe('allow');
    expect(ask({ person: { holds: [hold('dispute', { endedAt: '2026-03-01T01:00:00.000Z' })] } }).verdict).toBe('allow');
    expect(ask({ person: { holds: [hold('dispute', { stops: ['escalation', 'timers'] })] } }).verdict).toBe('allow');
    expect(ask({ person: { holds: [hold('dispute', { from: minutesLater(ten, 1) })] } }).verdict).toBe('allow');
  });

  it('on one number leave the others free', () => {
    expect(ask({ person: { holds: [hold('wrong-number', { scope: { point: 'm2' } })] } }).verdict).toBe('allow');
  });

  it.each<[HoldReason, Purpose, string]>([
    ['dispute', 'service', 'allow'],
    ['complaint', 'service', 'allow'],
    ['cease-request', 'legally-required', 'allow'],
    ['self-harm-risk', 'service', 'allow'],
    ['self-harm-risk', 'legally-required', 'refuse'],
    ['death', 'service', 'refuse'],
    ['death', 'legally-required', 'refuse'],
    ['represented', 'legally-required', 'refuse'],
    ['wrong-number', 'service', 'refuse'],
    ['unresolved-event', 'legally-required', 'refuse'],
    ['verification', 'service', 'refuse'],
  ])('for %s: a contact for %s: %s', (reason, purpose, verdict) => {
    expect(ask({ attempt: { purpose }, person: { holds: [hold(reason)] } }).verdict).toBe(verdict);
  });

  it('and opt-outs let through what the law obliges to tell', () => {
    expect(ask({ attempt: { purpose: 'legally-required' }, person: { optOuts: ['sms'] } }).verdict).toBe('allow');
    expect(ask({ attempt: { purpose: 'service' }, person: { optOuts: ['sms'] } })).toMatchObject({ verdict: 'refuse', reason: 'opted-out' });
    expect(ask({ person: { optOuts: ['email'] } }).verdict).toBe('allow');
  });
});

const newYork: ZoneSlice = { zone: 'America/New_York', offsets: [[28_401_120, -300], [29_549_220, -240], [29_891_880, -300]] };
const anyEntry = fc
  .record({
    minutes: fc.integer({ min: -2_880, max: 1_440 }),
    channel: fc.constantFrom<Channel>('sms', 'call', 'visit', 'voice-bot'),
    purpose: fc.constantFrom<Purpose>('collect', 'service', 'locate'),
    open: fc.boolean(),
    conversation: fc.boolean(),
  })
  .map(({ minutes, ...how }) => entry(minutesLater('2026-03-07T12:00:00.000Z', minutes), how));
const anyCase = fc.record({
  zone: fc.constantFrom(shanghai, newYork),
  at: fc.integer({ min: 0, max: 2_880 }).map((minutes) => minutesLater('2026-03-07T00:00:00.000Z', minutes)),
  channel: fc.constantFrom<Channel>('sms', 'call', 'email', 'visit'),
  purpose: fc.constantFrom<Purpose>('collect', 'service', 'legally-required', 'locate'),
  person: fc.array(anyEntry, { maxLength: 15 }),
  point: fc.array(anyEntry, { maxLength: 15 }),
});

describe('a deferral', () => {
  it('ends at an instant after now at which the gate allows, and not a minute earlier', () => {
    fc.assert(
      fc.property(anyCase, ({ zone, at, channel, purpose, person, point }) => {
        const askAt = (instant: string): GateVerdict => ask({ attempt: { at: instant, channel, purpose }, person: { zone }, ledger: { person, point } });
        const verdict = askAt(at);
        if (verdict.verdict !== 'defer') return;
        expect(verdict.until > at).toBe(true);
        expect(askAt(verdict.until).verdict).toBe('allow');
        const minuteBefore = minutesLater(verdict.until, -1);
        if (minuteBefore >= at) expect(askAt(minuteBefore).verdict).toBe('defer');
      }),
    );
  });
});
