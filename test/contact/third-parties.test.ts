import { describe, expect, test } from 'vitest';
import type { Purpose } from '@recourse/domain/contact/channel';
import type { Party } from '@recourse/domain/contact/party';
import type { PartyGround } from '@recourse/domain/contact/standing-of-person';
import { askGate, entry, law } from '../builders/ask-gate.js';

/** Under the house pack and a place without law of its own on parties: what holds everywhere. */
const houseOnly = {
  ...law,
  packs: law.packs.flatMap((each) =>
    each.pack === 'house' ? [each, { ...each, pack: 'nowhere', jurisdiction: 'CN', rules: [] }] : [],
  ),
};
const ask = (party: Party, purpose: Purpose, grounds: PartyGround[], how: { refused?: boolean; made?: number } = {}) =>
  askGate({
    law: houseOnly,
    attempt: { purpose, channel: 'call' },
    person: { party },
    standing: { grounds, refusedForEver: how.refused ?? false },
    ledger: {
      person: Array.from({ length: how.made ?? 0 }, (_, n) =>
        entry(`2026-02-1${n}T02:00:00.000Z`, { purpose: 'locate' }),
      ),
    },
  });

const named: PartyGround[] = ['provenance-named-by-borrower', 'debtor-unreachable'];

describe('everywhere', () => {
  test.each<[Party, Purpose, PartyGround[]]>([
    ['emergency-contact', 'locate', named],
    ['emergency-contact', 'relay', ['provenance-named-by-borrower', 'debtor-died']],
    ['employer', 'locate', ['debtor-unreachable']],
    ['attorney', 'collect', ['proof-of-authority']],
    ['guardian', 'collect', ['proof-of-authority', 'debtor-incapable']],
    ['estate', 'collect', ['proof-of-authority', 'debtor-died']],
    ['heir', 'collect', ['liable-by-agreement', 'debtor-died']],
    ['guarantor', 'collect', ['liable-by-agreement']],
  ])('%s may be contacted to %s on %j', (party, purpose, grounds) => {
    expect(ask(party, purpose, grounds).verdict).toBe('allow');
  });

  test.each<[Party, Purpose, PartyGround[], string]>([
    ['emergency-contact', 'collect', named, 'OWN-PARTY-2'],
    ['emergency-contact', 'remind-before-due', named, 'OWN-PARTY-2'],
    ['emergency-contact', 'locate', ['debtor-unreachable'], 'OWN-PARTY-2'],
    ['emergency-contact', 'locate', ['provenance-named-by-borrower'], 'OWN-PARTY-3'],
    ['employer', 'relay', ['debtor-unreachable'], 'OWN-PARTY-4'],
    ['employer', 'locate', [], 'OWN-PARTY-4'],
    ['attorney', 'collect', [], 'OWN-PARTY-5'],
    ['attorney', 'locate', ['proof-of-authority'], 'OWN-PARTY-5'],
    ['guardian', 'collect', ['debtor-incapable'], 'OWN-PARTY-5'],
    ['guardian', 'collect', ['proof-of-authority'], 'OWN-PARTY-6'],
    ['estate', 'collect', ['proof-of-authority'], 'OWN-PARTY-7'],
    ['heir', 'collect', ['liable-by-agreement'], 'OWN-PARTY-7'],
    ['heir', 'collect', ['debtor-died'], 'OWN-PARTY-1'],
    ['unrelated', 'locate', named, 'party-known'],
  ])('%s is not contacted to %s on %j', (party, purpose, grounds, rule) => {
    const verdict = ask(party, purpose, grounds);
    expect(verdict).toMatchObject({ verdict: 'refuse', reason: 'party-not-eligible' });
    expect('rules' in verdict && verdict.rules).toContain(rule);
  });

  test('a contact person who refused is never contacted again, on whatever ground', () => {
    const grounds: PartyGround[] = [...named, 'debtor-died', 'debtor-incapable'];
    expect(ask('emergency-contact', 'locate', grounds, { refused: true })).toMatchObject({
      verdict: 'refuse',
      reason: 'refused-for-ever',
    });
  });

  test('a contact person is asked three times at most, an employer once', () => {
    expect(ask('emergency-contact', 'locate', named, { made: 2 }).verdict).toBe('allow');
    expect(ask('emergency-contact', 'locate', named, { made: 3 }).verdict).toBe('refuse');
    expect(ask('employer', 'locate', named, { made: 1 }).verdict).toBe('refuse');
  });
});
