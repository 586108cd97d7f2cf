import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entry, gateAsk } from '../../../test/builders/ask-gate.js';
import { chanceOf } from '../../../test/law/drawn/chance.js';
import { drawAsk } from '../../../test/law/drawn/draw-ask.js';
import type { GateAttempt } from './gate-ask.js';
import { isFirstContact } from './is-first-contact.js';
import type { LedgerEntry } from './ledger-entry.js';

const everything = { channels: ['sms', 'call'] as const, purposes: ['collect'] as const };
const anyContact = { channels: [...everything.channels], purposes: [...everything.purposes] };
const arrived: Partial<LedgerEntry> = {
  channel: 'sms',
  connected: true,
  sender: 'own',
  loans: ['L1'],
  party: 'borrower',
};
const before = '2026-02-20T02:00:00.000Z';

const isFirst = (earlier: Partial<LedgerEntry>[], attempt: Partial<GateAttempt> = {}): boolean =>
  isFirstContact(
    anyContact,
    gateAsk({ attempt, ledger: { person: earlier.map((how) => entry(before, { ...arrived, ...how })) } }),
  );

describe('the first contact of a sender with a person', () => {
  it('is the one before which nothing of that sender has arrived', () => {
    expect(isFirst([])).toBe(true);
    expect(isFirst([{}])).toBe(false);
  });

  it.each<[string, Partial<LedgerEntry>]>([
    ['may not have arrived', { open: true }],
    ['did not arrive', { connected: false }],
    ['was a call without a talk', { channel: 'call', connected: true, conversation: false }],
    ['is somebody’s else', { sender: 'agency', senderId: 'agency-1' }],
    ['is of an older release, which did not say who sent', { sender: undefined as never }],
    ['was about another loan', { loans: ['L2'] }],
    ['was about nobody knows which loan', { loans: undefined as never }],
    ['was a receipt', { purpose: 'service' }],
    ['came from the person', { inbound: true }],
    ['is of this very instant', { at: gateAsk().attempt.at }],
  ])('is not behind us where the one before %s', (_, how) => {
    expect(isFirst([how])).toBe(true);
  });

  it('is each agency’s own, and known of an agency by its name only', () => {
    const theirs: Partial<LedgerEntry> = { sender: 'agency', senderId: 'agency-1' };
    expect(isFirst([theirs], { actor: 'agency', senderId: 'agency-1' })).toBe(false);
    expect(isFirst([theirs], { actor: 'agency', senderId: 'agency-2' })).toBe(true);
    expect(isFirst([{ sender: 'agency' }], { actor: 'agency', senderId: 'agency-1' })).toBe(true);
    expect(isFirst([{ sender: 'agency' }], { actor: 'agency' })).toBe(true);
    expect(isFirst([{}], { actor: 'agency', senderId: 'agency-1' })).toBe(true);
  });

  it('is behind us, where the rule is about some parties only, when the party is known to have been one of them', () => {
    const ask = (party: Partial<LedgerEntry>) =>
      gateAsk({ ledger: { person: [entry(before, { ...arrived, ...party })] } });
    const scope = { ...anyContact, parties: ['borrower' as const] };
    expect(isFirstContact(scope, ask({}))).toBe(false);
    expect(isFirstContact(scope, ask({ party: undefined as never }))).toBe(true);
  });

  it('stays the first whatever a ledger has lost', () => {
    fc.assert(
      fc.property(fc.nat(), fc.infiniteStream(fc.boolean()), (seed, kept) => {
        const ask = drawAsk(chanceOf(seed), '2026-07-15');
        const less = { ...ask.ledger, person: ask.ledger.person.filter(() => kept.next().value) };
        if (isFirstContact(anyContact, ask)) expect(isFirstContact(anyContact, { ...ask, ledger: less })).toBe(true);
      }),
    );
  });
});
