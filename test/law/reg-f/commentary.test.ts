import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import { readLaw } from '@recourse/infra/policies/read-law';
import type { Law } from '@recourse/domain/law/law';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { gateAsk } from '../../builders/ask-gate.js';
import { lawOf, ruleOf } from '../../builders/law-of.js';
import { uncounted } from './consents.js';
import { particularDebts } from './debts.js';
import { eastern, type ExampleRow } from './example-row.js';
import { frequencies } from './frequencies.js';
import { mailAtWork, mediaRequests } from './media.js';
import { places } from './places.js';
import { times } from './times.js';

const telephone = { channels: ['call', 'voice-bot', 'dialler'], scope: ['person', 'debt'], consentDays: 7 };

/** 12 CFR 1006.6(b)(1) and 1006.14(b)(2)-(3), and nothing else. */
const written: Law = {
  ...lawOf(),
  packs: lawOf(
    ruleOf('contact-window', { id: 'TIME', windows: [{ from: '08:00', to: '21:00' }], personsTimes: true }),
    ruleOf('frequency-cap', {
      id: 'SEVEN',
      ...telephone,
      unit: 'attempt',
      limit: 7,
      days: 7,
      exclusions: ['not-connected', 'consented'],
    }),
    ruleOf('cooldown', {
      id: 'REST',
      ...telephone,
      trigger: 'conversation',
      days: 7,
      dayOneIsTriggerDay: true,
      exclusions: ['consented'],
    }),
  ).packs.map((pack) => ({ ...pack, jurisdiction: 'US' })),
};

const policies = fileURLToPath(new URL('../../../policies', import.meta.url));
const { law: all } = readLaw(policies);
const shipped: Law = { ...all, packs: all.packs.filter(({ pack }) => pack === 'us-reg-f') };

/** An agency calls a consumer in New York about a loan there; texts and e-mails stand on consent. */
const ask = ({ at, given = {} }: ExampleRow, law: Law) => {
  const grounds = (['sms', 'email'] as const).map((channel) => ({
    to: 'medium' as const,
    channel,
    basis: 'consent' as const,
    at: minutesLater(at, -14_400),
  }));
  const consents = given.standing?.consents ?? [];
  return contactGate(
    gateAsk({
      law,
      ...given,
      attempt: { channel: 'call', jurisdiction: 'US', actor: 'agency', at, ...given.attempt },
      person: { zones: [eastern], ...given.person },
      standing: {
        ...given.standing,
        consents: given.attempt?.channel === 'email' && given.standing?.consents ? consents : [...consents, ...grounds],
      },
    }),
  );
};

const expected = ({ verdict, until }: ExampleRow) => (until === undefined ? { verdict } : { verdict, until });
const examples = [...times, ...places, ...frequencies, ...uncounted, ...particularDebts, ...mediaRequests];
const title = '$comment: $says: $verdict';

describe('the commentary to Regulation F, by its rules alone', () => {
  it.each(examples)(title, (row) => {
    expect(ask(row, written)).toMatchObject(expected(row));
  });
});

describe('the commentary to Regulation F, by the pack as shipped', () => {
  it.each([...examples, ...mailAtWork])(title, (row) => {
    expect(ask(row, shipped)).toMatchObject(row.shipped ? { verdict: row.shipped } : expected(row));
  });
});
