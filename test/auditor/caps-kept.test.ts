import { describe, expect, test } from 'vitest';
import { capsExceeded } from '../../services/auditor/src/checks/caps-exceeded.js';
import type { AuditedAct, Evidence } from '../../services/auditor/src/evidence.js';
import type { CapRule, Unit } from '../../services/auditor/src/law/contact-rule.js';
import { cleanEvidence, law } from '../../services/auditor/src/testing/clean-evidence.js';
import { act, call, must } from '../../services/auditor/src/testing/plant.js';

/** What came of a call that is one of the unit, and of one that just is none, where a call can be none. */
const outcomes: Record<Unit, { is: string; isNone?: string }> = {
  attempt: { is: 'no-answer' },
  connected: { is: 'voicemail', isNone: 'no-answer' },
  conversation: { is: 'refuses', isNone: 'voicemail' },
  communication: { is: 'no-answer', isNone: 'busy' },
  visit: { is: 'no-answer' },
};
/** A day on which a rule is in force. */
const dayOf = ({ effectiveFrom }: CapRule): string => (effectiveFrom > '2026-07-14' ? effectiveFrom : '2026-07-14');
const hourMs = 3_600_000;

type Change = { code?: string; other?: 'person' | 'number' | 'loan'; hours?: number };

/** The world of a rule: its place, party, product, actor, channel and purpose; so many contacts an hour apart, the last of them changed. */
const worldOf = (rule: CapRule, times: number, change: Change = {}): Evidence => {
  const evidence = cleanEvidence();
  const role = must(rule.parties?.[0] ?? 'borrower');
  const isDebtor = ['borrower', 'co-borrower', 'guarantor'].includes(role);
  const place = rule.jurisdiction === '*' ? 'CN' : rule.jurisdiction;
  const [placeType] = rule.placeTypes ?? ['mobile'];
  const person = (personId: string) => ({
    personId,
    zone: 'America/New_York',
    holds: [],
    points: ['m', 'n'].map((pointId) => ({ pointId, ...(placeType !== undefined && { placeType }) })),
    relations: isDebtor ? [] : [{ to: 'D', role }],
  });
  const loan = (loanId: string) => ({
    ...must(evidence.loans[0]),
    loanId,
    jurisdiction: place,
    ...(rule.product?.[0] !== undefined && { product: rule.product[0] }),
    debtors: isDebtor ? ['A', 'B'].map((personId) => ({ personId, role })) : [{ personId: 'D', role: 'borrower' }],
  });
  const channel = ['visit', 'call', ...rule.channels].find((each) => rule.channels.includes(each)) ?? '';
  const kind = channel === 'visit' ? 'arrange-visit' : channel === 'call' ? 'place-call' : 'send-reminder';
  const start = Date.parse(`${dayOf(rule)}T14:00:00.000Z`);
  const acts = Array.from({ length: times }, (_, nth): AuditedAct => {
    const { code = outcomes[rule.unit].is, other, hours = nth } = nth === times - 1 ? change : {};
    const { covers, ...like } = act(evidence, call);
    const begunAt = new Date(start + hours * hourMs).toISOString();
    return {
      ...like,
      id: `t/${nth}`,
      kind,
      channel,
      code,
      begunAt,
      begunWallAt: Date.parse(begunAt),
      purpose: must(rule.purposes[0]),
      sender: must(rule.actor[0]),
      personId: other === 'person' ? 'B' : 'A',
      pointId: other === 'number' ? 'n' : 'm',
      covers: [{ ...must(covers[0]), loanId: other === 'loan' ? 'LB' : 'LA' }],
    };
  });
  const received = acts.map(({ id, begunAt: at, pointId = '' }) => ({ id, channel, at, to: `number ${pointId}` }));
  return {
    ...evidence,
    acts,
    loans: [loan('LA'), loan('LB')],
    persons: [person('A'), person('B')],
    outside: { published: [], received },
    law: { ...law, rules: [rule] },
  };
};
const found = (...asked: Parameters<typeof worldOf>): number => capsExceeded(worldOf(...asked)).violations.length;

const caps = law.rules.filter((rule) => rule.kind === 'frequency-cap');

describe('in the world of its own place, party, product, actor and channel', () => {
  test.each(caps.map((rule) => [rule.id, rule] as const))('%s lets its limit be and finds one more', (_id, rule) => {
    const { limit, unit, scope, days, exclusions } = rule;

    expect(found(rule, limit)).toBe(0);
    expect(found(rule, limit + 1)).toBeGreaterThan(0);
    const isNone = exclusions.includes('not-connected') ? 'busy' : outcomes[unit].isNone;
    // A message is one, whatever came of it.
    if (isNone !== undefined && ['call', 'visit'].some((each) => rule.channels.includes(each)))
      expect(found(rule, limit + 1, { code: isNone })).toBe(0);
    expect(found(rule, limit + 1, { other: 'person' }) > 0).toBe(!scope.includes('person'));
    expect(found(rule, limit + 1, { other: 'number' }) > 0).toBe(!scope.includes('point'));
    expect(found(rule, limit + 1, { other: 'loan' }) > 0).toBe(!scope.includes('debt'));
    expect(found(rule, limit + 1, { hours: 24 * days + 10 })).toBe(0);
  });
});
