import fc from 'fast-check';
import type { Contact } from '@recourse/activities/contact/contact-of-act';
import type { PersonRecord, PointOfPerson } from '@recourse/activities/records/person-record';
import type { Channel } from '@recourse/domain/contact/channel';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { saidTogether } from '@recourse/domain/contact/said-standing';
import { plainStanding, type ToldStanding } from '@recourse/domain/contact/standing-of-person';
import type { Hold } from '@recourse/domain/holds/hold';
import { ten, tenant } from './contact-records.js';

const channels = fc.constantFrom<Channel[]>('sms', 'call', 'dialler', 'dialler', 'email');
/** One in so many. */
const rarely = <T>(drawn: fc.Arbitrary<T>, nth = 4): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: nth - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: drawn });
const seldom = <T>(drawn: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  rarely(drawn).map((one) => (one === undefined ? [] : [one]));
const ago = (hours: number): string => new Date(Date.parse(ten) - hours * 3_600_000).toISOString();
const past = fc.integer({ min: 1, max: 24 * 20 }).map(ago);
const times = fc.constantFrom(
  { from: '08:00', to: '12:00' },
  { from: '20:00', to: '23:30' },
  { from: '12:00', to: '14:00' },
);

/** `m` is in both, of the same number or of two; `e` in both, of two. */
const points = (numbers: readonly string[]): fc.Arbitrary<PointOfPerson[]> =>
  fc.record({ number: fc.constantFrom(...numbers), invalid: rarely(past, 6) }).map(({ number, invalid }) =>
    (['m', 'e'] as const).map((pointId) => ({
      pointId,
      kind: pointId === 'm' ? 'mobile' : 'email',
      blindIndex: `${pointId}-${number}`,
      sealed: { iv: '', data: '', tag: '' },
      source: 'application',
      ...(pointId === 'm' && invalid !== undefined && { invalidSince: invalid.slice(0, 10) }),
    })),
  );

const standing: fc.Arbitrary<ToldStanding> = fc
  .record({
    places: fc.constantFrom([], ['CN']),
    consents: fc.array(
      fc.record({
        to: fc.constantFrom('medium', 'more-calls'),
        channel: channels,
        at: past,
        pointId: rarely(fc.constant('m')),
      }),
      { maxLength: 2 },
    ),
    optOuts: seldom(
      fc.record({ channel: fc.option(channels, { nil: undefined }), pointId: rarely(fc.constant('m')), at: past }),
    ),
    agreed: seldom(times),
    inconvenient: seldom(times),
  })
  .map(({ places, consents, optOuts, agreed, inconvenient }) => ({
    places,
    consents: consents.map(({ pointId, to, ...rest }) => ({
      ...rest,
      to: to as 'medium' | 'more-calls',
      basis: 'consent' as const,
      ...(pointId && { pointId }),
    })),
    optOuts: optOuts.map(({ channel, pointId, at }) => ({
      at,
      ...(channel && { channel }),
      ...(pointId && { pointId }),
    })),
    agreedTimes: agreed.map((time) => ({ ...time, fromDay: '2026-02-01', untilDay: '2026-04-01' })),
    inconvenientTimes: inconvenient
      .map((time) => ({ ...time, days: ['mon', 'tue', 'wed'] as const }))
      .map((time) => ({ ...time, days: [...time.days] })),
  }));

const entries = (of: string): fc.Arbitrary<LedgerEntry[]> =>
  fc
    .array(fc.record({ hours: fc.integer({ min: 1, max: 80 }), channel: channels, conversation: fc.boolean() }), {
      maxLength: 4,
    })
    .map((drawn) =>
      drawn
        .map(({ hours, channel, conversation }, nth): LedgerEntry => ({
          actId: `${of}-${nth}`,
          at: ago(hours),
          channel,
          purpose: 'collect',
          pointId: channel === 'email' ? 'e' : 'm',
          open: false,
          connected: true,
          conversation,
          rightParty: conversation,
        }))
        .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    );

const holds = (personId: string): fc.Arbitrary<Hold[]> =>
  seldom(fc.constantFrom<Hold['reason'][]>('dispute', 'death', 'opted-out', 'promise')).map((reasons) =>
    reasons.map((reason) => ({
      id: `${personId}-${reason}`,
      reason,
      scope: { person: personId },
      stops: ['contact'],
      from: ago(48),
    })),
  );

const record = (personId: string, numbers: readonly string[]): fc.Arbitrary<PersonRecord> =>
  fc
    .record({
      points: points(numbers),
      zone: fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Europe/London'),
      addressZone: rarely(fc.constantFrom('Asia/Dubai', 'Asia/Shanghai')),
      standing,
      said: rarely(standing, 2),
      ledger: entries(personId),
      holds: holds(personId),
      refused: rarely(past, 8),
      knownFrom: rarely(past, 8),
    })
    .map(({ addressZone, refused, knownFrom, said, ...rest }) => ({
      ...rest,
      _id: `${tenant}/${personId}`,
      tenant,
      personId,
      language: 'zh',
      wrappedKey: '',
      loans: [`L-${personId}`],
      version: 1,
      ...(said && { said: saidTogether({ ...plainStanding, ...said }) }),
      ...(addressZone && { addressZone }),
      ...(refused && { refusedForEverAt: refused }),
      ...(knownFrom && { ledgerKnownFrom: knownFrom }),
    }));

const drawTwo = (numbers: readonly string[]) =>
  fc
    .record({
      into: record('p1', ['one', ...numbers]),
      from: record('p2', ['two', ...numbers]),
      channel: channels,
      hours: fc.integer({ min: 0, max: 40 }),
      ofFrom: fc.boolean(),
    })
    .map(({ into, from, channel, hours, ofFrom }) => {
      const contact: Omit<Contact, 'personId'> = {
        channel,
        purpose: 'collect',
        pointId: channel === 'email' ? 'e' : 'm',
      };
      return { into, from, contact, ofFrom, now: new Date(Date.parse(ten) + hours * 1_800_000).toISOString() };
    });

/** Two records of one human, and a contact on a point of one of them. Numbers of each may be the other's too. */
export const twoRecords = drawTwo(['both', 'both']);
/** The same, each with numbers of its own. */
export const twoRecordsApart = drawTwo([]);
