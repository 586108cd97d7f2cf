import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { instantAt } from '@recourse/domain/calendar/local-time';
import type { Channel } from '@recourse/domain/contact/channel';
import { contactGate, type GateVerdict } from '@recourse/domain/contact/contact-gate';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Law } from '@recourse/domain/law/law';
import { readLaw } from '@recourse/infra/policies/read-law';
import { entry, gateAsk, type GateCase } from '../builders/ask-gate.js';
import { shippedZone } from './drawn/draw-zones.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));
/** The pack for China as shipped, without the house rules, which are stricter. */
const cn: Law = { ...law, packs: law.packs.filter(({ pack }) => pack === 'cn') };
const rulesById = new Map(cn.packs.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));

const beijing = shippedZone('Asia/Shanghai');
const urumqi = shippedZone('Asia/Urumqi');
const at = (day: string, time: string, zone = beijing): string => instantAt(`2026-${day}`, time, zone);
const momentBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();
const ask = (given: GateCase): GateVerdict => contactGate(gateAsk({ law: cn, ...given }));
const deferring = (verdict: GateVerdict): readonly string[] => (verdict.verdict === 'allow' ? [] : verdict.rules);

const gbt = 'GB/T 45251-2025, s.5.3';
const cba = '中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》';

describe.each([
  ['CN-TIME-1', gbt],
  ['CN-TIME-2', cba],
])('%s (%s), nobody is collected from between 22:00 and 08:00', (id, citation) => {
  it('is in the pack with its citation', () => {
    expect(rulesById.get(id)?.citation).toContain(citation);
  });

  it.each([
    ['07:59', false],
    ['08:00', true],
    ['08:01', true],
    ['21:59', true],
    ['22:00', false],
    ['22:01', false],
  ])('at %s in Beijing and in Urumqi: allowed %s', (time, allowed) => {
    for (const zone of [beijing, urumqi]) {
      const verdict = ask({ attempt: { at: at('07-15', time, zone) }, person: { zones: [zone] } });
      expect(deferring(verdict).includes(id)).toBe(!allowed);
      expect(verdict.verdict).toBe(allowed ? 'allow' : 'defer');
    }
  });

  it('to the millisecond: closed just before 08:00, open just before 22:00', () => {
    expect(deferring(ask({ attempt: { at: momentBefore(at('07-15', '08:00')) } }))).toContain(id);
    expect(ask({ attempt: { at: momentBefore(at('07-15', '22:00')) } }).verdict).toBe('allow');
  });

  it('of one who may be in either, from 08:00 in Urumqi (10:00 in Beijing) to 22:00 in Beijing', () => {
    const person = { zones: [beijing, urumqi] };
    expect(ask({ attempt: { at: at('07-15', '09:59') }, person })).toMatchObject({
      verdict: 'defer',
      until: at('07-15', '10:00'),
    });
    expect(ask({ attempt: { at: at('07-15', '10:00') }, person }).verdict).toBe('allow');
    expect(ask({ attempt: { at: at('07-15', '21:59') }, person }).verdict).toBe('allow');
    expect(deferring(ask({ attempt: { at: at('07-15', '22:00') }, person }))).toContain(id);
  });

  it('gives way to a time agreed on', () => {
    const agreedTimes = [{ from: '22:00', to: '22:30', fromDay: '2026-07-15', untilDay: '2026-07-15' }];
    expect(ask({ attempt: { at: at('07-15', '22:29') }, standing: { agreedTimes } }).verdict).toBe('allow');
    expect(deferring(ask({ attempt: { at: at('07-15', '22:30') }, standing: { agreedTimes } }))).toContain(id);
    const tooMuch = [...agreedTimes, { from: '00:00', to: '03:31', fromDay: '2026-07-14', untilDay: '2026-07-15' }];
    expect(deferring(ask({ attempt: { at: at('07-15', '22:29') }, standing: { agreedTimes: tooMuch } }))).toContain(id);
  });
});

const talked = { connected: true, conversation: true, rightParty: true };
const senders = ['own', 'agency', 'own'] as const;
/** By the lender and by agencies in turn, by people and by bots. */
const spread = (n: number, how: Partial<LedgerEntry>): LedgerEntry[] =>
  Array.from({ length: n }, (_, nth) =>
    entry(at('07-15', `0${8 + (nth % 2)}:${10 + nth}`), {
      actId: `a${nth}`,
      sender: senders[nth % 3] ?? 'own',
      channel: nth % 2 === 0 ? 'call' : 'voice-bot',
      ...how,
    }),
  );
const call: Partial<{ channel: Channel; at: string }> = { channel: 'call', at: at('07-15', '12:00') };
const nextMorning = at('07-16', '08:00');

type Counted = { id: string; citation: string; limit: number; how: Partial<LedgerEntry>; of: 'person' | 'point' };
const counted: Counted[] = [
  { id: 'CN-FREQ-1', citation: gbt, limit: 3, how: talked, of: 'person' },
  { id: 'CN-FREQ-2-CONNECTED', citation: 'NIFA', limit: 3, how: { connected: true }, of: 'person' },
  { id: 'CN-FREQ-3', citation: cba, limit: 6, how: {}, of: 'point' },
];

describe.each(counted)(
  '$id ($citation), $limit a day, lender and agencies together',
  ({ id, citation, limit, how, of }) => {
    const after = (n: number, changed: Partial<LedgerEntry> = {}, when = call) =>
      ask({ attempt: when, ledger: { [of]: spread(n, { ...how, ...changed }) } });

    it('is in the pack with its citation', () => {
      expect(rulesById.get(id)?.citation).toContain(citation);
    });

    it('lets the nth pass and not the n+1st, until the next day', () => {
      expect(deferring(after(limit - 1))).not.toContain(id);
      expect(deferring(after(limit))).toContain(id);
      expect(after(limit)).toMatchObject({ verdict: 'defer', until: nextMorning });
      expect(deferring(after(limit, {}, { ...call, at: nextMorning }))).not.toContain(id);
    });

    it('counts the day of Beijing: what was the minute before midnight is of another day', () => {
      const late = { at: at('07-14', '23:59') };
      const early = { at: at('07-15', '00:00') };
      expect(deferring(after(limit, late))).not.toContain(id);
      expect(deferring(after(limit, early))).toContain(id);
    });

    it('counts what is begun and not known yet', () => {
      expect(deferring(after(limit, { open: true, connected: false, conversation: false }))).toContain(id);
    });

    it('neither counts texts nor binds them', () => {
      expect(deferring(after(limit, { channel: 'sms' }))).not.toContain(id);
      expect(deferring(after(limit, {}, { ...call, channel: 'sms' }))).not.toContain(id);
    });
  },
);

describe('what the counts of China tell apart', () => {
  const ledgerOf = (of: 'person' | 'point', n: number, how: Partial<LedgerEntry>) => ({ [of]: spread(n, how) });

  it('a connected call without a conversation is none for CN-FREQ-1', () => {
    expect(deferring(ask({ attempt: call, ledger: ledgerOf('person', 3, { connected: true }) }))).toEqual([
      'CN-FREQ-2-CONNECTED',
    ]);
  });

  it('a call nobody answered counts for CN-FREQ-3 alone', () => {
    expect(deferring(ask({ attempt: call, ledger: ledgerOf('person', 6, {}) }))).toEqual([]);
    expect(deferring(ask({ attempt: call, ledger: ledgerOf('point', 6, {}) }))).toEqual(['CN-FREQ-3']);
  });
});

describe('CN-FREQ-4 (GB/T 45251-2025, s.5.3), 7 natural days between visits about one loan', () => {
  const visit = entry(at('07-15', '21:59'), { channel: 'visit', loans: ['L1'], pointId: 'home' });
  const visitAt = (instant: string, loanId = 'L1') =>
    ask({ attempt: { channel: 'visit', at: instant, loanId }, ledger: { person: [visit] } });

  it('is in the pack with its citation', () => {
    expect(rulesById.get('CN-FREQ-4')?.citation).toContain(gbt);
  });

  it('keeps the seven days after the day of the visit free, to the minute', () => {
    expect(visitAt(at('07-16', '08:00'))).toMatchObject({ verdict: 'defer', until: at('07-23', '08:00') });
    expect(deferring(visitAt(at('07-22', '21:59')))).toEqual(['CN-FREQ-4']);
    expect(deferring(visitAt(at('07-22', '23:59')))).toContain('CN-FREQ-4');
    expect(deferring(visitAt(at('07-23', '00:00')))).not.toContain('CN-FREQ-4');
    expect(visitAt(at('07-23', '08:00')).verdict).toBe('allow');
  });

  it('is of one loan, and of visits', () => {
    expect(visitAt(at('07-16', '12:00'), 'L2').verdict).toBe('allow');
    expect(ask({ attempt: { channel: 'call', at: at('07-16', '12:00') }, ledger: { person: [visit] } }).verdict).toBe(
      'allow',
    );
  });
});
