import { describe, expect, test } from 'vitest';
import { personRowSchema } from './person-row-schema.js';

const schema = personRowSchema(
  (zone) => zone === 'Asia/Shanghai',
  (place) => place !== 'US-AM',
);
const row = (change: Record<string, unknown> = {}, point: Record<string, unknown> = {}) => ({
  personId: 'P1',
  zone: 'Asia/Shanghai',
  language: 'zh',
  points: [{ pointId: 'm1', kind: 'mobile', value: '+8613900000001', source: 'contract', ...point }],
  ...change,
});
const related = (change: Record<string, unknown> = {}) => ({
  relations: [
    { to: 'P2', role: 'emergency-contact', namedBy: 'borrower', document: 'D1', on: '2026-01-05', ...change },
  ],
});
const faultsOf = (given: unknown): [string, string][] =>
  (schema.safeParse(given).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);

describe('a row of a persons file', () => {
  test.each(['+8613900000001', '+86 139 0000 0001', '0086-139-0000-0001', '+86 (139) 0000-0001'])(
    'a number spelled %s is kept as E.164, so that caps count it as one',
    (value) => {
      expect(schema.parse(row({}, { value })).points[0]?.value).toBe('+8613900000001');
    },
  );

  test.each<[string, unknown, string, string]>([
    ['a field that is none of ours', row({ zones: 'Asia/Shanghai' }), '', 'has a field other than personId'],
    ['a field of a point that is none of ours', row({}, { verified: 'yes' }), 'points.0', 'has a field other than'],
    [
      'a national number, which may be anyone’s',
      row({}, { value: '13900000001' }),
      'points.0.value',
      'must be an international telephone number',
    ],
    [
      'a number too short to be one',
      row({}, { value: '+86139' }),
      'points.0.value',
      'must be an international telephone number',
    ],
    [
      'words for a number',
      row({}, { value: 'call me' }),
      'points.0.value',
      'must be an international telephone number',
    ],
    [
      'an e-mail address without its host',
      row({}, { kind: 'email', value: 'a@b' }),
      'points.0.value',
      'must be an e-mail address',
    ],
    ['a zone nobody knows', row({ zone: 'Moon/Base' }), 'zone', 'is not a time zone we have the rules of'],
    ['an id with a slash', row({ personId: 'a/b' }), 'personId', 'must be 1 to 64 of A-Z a-z 0-9 . _ -'],
    [
      'an unknown kind of point',
      row({}, { kind: 'fax' }),
      'points.0.kind',
      'must be one of mobile, email, app, im, address',
    ],
    [
      'a day that does not exist',
      row({}, { verifiedOn: '2026-02-29' }),
      'points.0.verifiedOn',
      'must be a day that exists, YYYY-MM-DD',
    ],
    ['the same point twice', row({ points: [...row().points, ...row().points] }), 'points', 'names a point twice'],
    [
      'a number bought from a list',
      row({}, { foundBy: 'bought-list' }),
      'points.0.foundBy',
      'must be one of contact-person, own-records, public-register, other-product',
    ],
    ['no list of points', row({ points: 'none' }), 'points', 'must be a list'],
    [
      'a contact person out of an address book',
      row(related({ namedBy: 'address-book' })),
      'relations.0.namedBy',
      'nobody is contacted because an address book, a call list or the like names them',
    ],
    [
      'a contact person whom a court named',
      row(related({ namedBy: 'court' })),
      'relations.0.namedBy',
      'a contact person is named by the borrower and nobody else',
    ],
    [
      'four hours of a day, and one more',
      row({
        agreedTimes: [
          { from: '20:00', to: '24:00', fromDay: '2026-03-01', untilDay: '2026-03-05' },
          { from: '05:00', to: '06:00', fromDay: '2026-03-05', untilDay: '2026-03-06' },
        ],
      }),
      'agreedTimes',
      'must come to at most 4 hours of one day together',
    ],
    ...(['guardian', 'estate', 'heir'] as const).map((role): [string, unknown, string, string] => [
      `a borrower’s word for ${role}`,
      row(related({ role, namedBy: 'borrower' })),
      'relations.0.namedBy',
      'must be court or statute: no borrower makes anybody guardian, estate or heir',
    ]),
    ['a relation without its paper', row(related({ document: undefined })), 'relations.0.document', 'must be text'],
    ['a relation without its day', row(related({ on: undefined })), 'relations.0.on', 'must be a day that exists'],
    [
      'a debtor told as a relation',
      row(related({ role: 'borrower' })),
      'relations.0.role',
      'who owes is told by the loan',
    ],
    [
      'a person related to themself',
      row(related({ to: 'P1' })),
      'relations',
      'names the person as related to themself',
    ],
    ['an address zone nobody knows', row({ addressZone: 'Moon/Base' }), 'addressZone', 'is not a time zone we have'],
    [
      'a part its country does not have',
      row({ places: ['US', 'US-AM'] }),
      'places.1',
      'is neither a country nor a part',
    ],
    ['a place that is no jurisdiction', row({ places: ['Boston'] }), 'places.0', 'must be a jurisdiction, such as CN'],
    [
      'an opt-out without its offset',
      row({ optOuts: [{ channel: 'sms', at: '2026-03-02T10:00:00' }] }),
      'optOuts.0.at',
      'must be a time with its offset',
    ],
    [
      'an inconvenient time past midnight',
      row({ inconvenientTimes: [{ days: ['mon'], from: '22:00', to: '06:00' }] }),
      'inconvenientTimes.0.to',
      'must be after from',
    ],
    [
      'an agreed time that ends before it begins',
      row({ agreedTimes: [{ from: '21:00', to: '22:00', fromDay: '2026-03-02', untilDay: '2026-03-01' }] }),
      'agreedTimes.0.untilDay',
      'must not be before fromDay',
    ],
    [
      'an agreed time that says itself when it was said',
      row({
        agreedTimes: [
          { from: '21:00', to: '22:00', fromDay: '2026-03-02', untilDay: '2026-03-02', saidAt: '2026-01-01T00:00:00Z' },
        ],
      }),
      'agreedTimes.0',
      'has a field other than from, to, channels, fromDay, untilDay',
    ],
    [
      'a whole night agreed on',
      row({ agreedTimes: [{ from: '00:00', to: '24:00', fromDay: '2026-03-02', untilDay: '2026-03-02' }] }),
      'agreedTimes.0.to',
      'must be at most 4 hours after from',
    ],
    [
      'a field of a consent that is none of ours',
      row({ consents: [{ to: 'medium', channel: 'sms', basis: 'consent', at: '2026-03-02T10:00:00Z', by: 'x' }] }),
      'consents.0',
      'has a field other than to, channel, pointId, basis, at, until',
    ],
  ])('%s is named with its field', (_, given, field, reason) => {
    expect(faultsOf(given)).toEqual([[field, expect.stringContaining(reason)]]);
  });

  test('nothing that was found is repeated in what is said of it', () => {
    expect(
      JSON.stringify(faultsOf(row({ personId: 'Zhang San' }, { value: '13900000001', kind: 'mobile' }))),
    ).not.toMatch(/Zhang|139/);
  });

  test('keeps what is told of the person, times as UTC', () => {
    const told = { ...related(), addressZone: 'Asia/Shanghai', places: ['CN'], inconvenientPlaces: ['work'] };
    const optOuts = [{ channel: 'sms', at: '2026-03-02T10:00:00+08:00' }];

    expect(schema.parse(row({ ...told, optOuts }, { placeType: 'work' }))).toMatchObject({
      ...told,
      optOuts: [{ channel: 'sms', at: '2026-03-02T02:00:00.000Z' }],
      points: [{ placeType: 'work' }],
    });
  });

  test('a person whose zone nobody knows is kept without one', () => {
    const { zone: _zone, ...rest } = row();

    expect(schema.parse(rest)).not.toHaveProperty('zone');
  });
});
