import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { noLaw } from '../../../test/builders/no-law.js';
import { hashPack } from '@recourse/domain/law/hash-pack';
import type { Law } from '@recourse/domain/law/law';
import type { ActRecord } from '../records/act-record.js';
import { judgeReport } from './conclude-attempt.js';

const now = '2026-03-02T02:00:00.000Z';
const planId = 't/L1/1/1/call-1/1';
const act: ActRecord = {
  _id: planId,
  tenant: 't',
  act: { kind: 'place-call', purpose: 'collect', by: 'desk', personId: 'p1', pointId: 'm1' },
  covers: [{ caseId: 't/L1/1', planId, loanId: 'L1', readPosition: 1, order: 2, arrears: 100, currency: 'CNY' }],
  personId: 'p1',
  pointId: 'm1',
  status: 'begun',
  begunAt: now,
  begunWallAt: new Date(now),
  notAfter: new Date(now),
  actor: 'ann',
  bearing: { places: ['CN'], products: ['cash-loan'] },
};
const law: Law = {
  packs: [
    hashPack({
      pack: 'cn',
      version: 1,
      jurisdiction: 'CN',
      title: 't',
      rules: [
        lawRule('hold-on-event', {
          event: 'dispute',
          stops: ['furnishing'],
          scope: 'person',
          endsWith: 'answered',
          allowedWhileHeld: [],
        }),
      ],
    }),
  ],
  calendars: {},
};
const concluded = (report: Parameters<typeof judgeReport>[0], change: Partial<ActRecord> = {}) => {
  const judged = judgeReport(report, { act: { ...act, ...change }, now });
  if (judged.known) throw new Error('it was not concluded before');
  return judged;
};

describe('what is told of an act', () => {
  it('goes into the journal with the hash of what was sent, and the template', () => {
    const sent = { contentHash: 'a'.repeat(64), template: 'reminder-first@2' };
    expect(concluded({ status: 'delivered', at: now }, sent).outcome).toMatchObject({
      result: 'delivered',
      message: { hash: sent.contentHash, template: sent.template },
    });
    expect(concluded({ status: 'done', at: now }).outcome).not.toHaveProperty('message');
  });

  it('says of wishes that come late when they were said and when we heard of them', () => {
    const early = '2026-03-02T00:00:00.000Z';
    const wishes = [{ wish: 'inconvenient-place' as const, place: 'work' as const }];
    const heard = (at: string) =>
      concluded({ code: 'refuses', wishes, at, law: noLaw }, { begunAt: early, begunWallAt: new Date(early) }).heard;

    expect(heard(early)).toEqual({ wishes, at: early, heardAt: now });
    expect(heard(now)).toEqual({ wishes, at: now });
  });

  it('holds as far as the law of where it was says, and elsewhere as the outcome table does', () => {
    const disputes = { code: 'disputes' as const, at: now };
    const stops = ['contact', 'escalation', 'timers'];
    expect(concluded({ ...disputes, law: noLaw }).effects.holds).toMatchObject([{ scope: { loan: 'L1' }, stops }]);
    expect(concluded({ ...disputes, law }).effects.holds).toMatchObject([
      { scope: { person: 'p1' }, stops: [...stops, 'furnishing'] },
    ]);
    const abroad = { bearing: { places: ['GB'], products: ['cash-loan'] } };
    expect(concluded({ ...disputes, law }, abroad).effects.holds).toMatchObject([{ scope: { loan: 'L1' }, stops }]);
  });
});

it('nothing comes of an attempt before it was made, or after now, whatever time is told', () => {
  const later = '2026-03-02T02:10:00.000Z';
  const outcomeAt = (at: string) => {
    const judged = judgeReport({ code: 'busy', at, law: noLaw }, { act, now: later });
    return judged.known ? 'known' : judged.outcome.at;
  };
  expect(outcomeAt('2021-03-02T02:00:00.000Z')).toBe(act.begunAt);
  expect(outcomeAt('2026-03-02T02:05:00.000Z')).toBe('2026-03-02T02:05:00.000Z');
  expect(outcomeAt('2026-03-02T03:00:00.000Z')).toBe(later);
});
