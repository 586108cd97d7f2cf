import { expect, test } from 'vitest';
import { readPersons, readPersonsOf, type HeldAgainst } from './read-persons.js';

const linesOf = (...texts: string[]) => texts.map((text, index) => ({ number: index + 1, text }));
const refused = (texts: string[], against: HeldAgainst = {}): string => {
  try {
    readPersonsOf('persons.ndjson', linesOf(...texts), against);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};
const refusal = (...rows: object[]): string => refused(rows.map((row) => JSON.stringify(row)));
const person = { personId: 'P1', language: 'zh', points: [] };
const point = { pointId: 'm', kind: 'mobile', value: '+8613900000001', source: 'test' };

test('a misspelt field is named, with those there are', () => {
  expect(refusal({ ...person, zonne: 'Asia/Shanghai' })).toContain(
    'line 1: zonne: is not one of personId, zone, addressZone, language, points, places, consents, optOuts',
  );
});

test('a field whose name may be personal data is not repeated', () => {
  const said = refusal({ ...person, '+8613900000001': 1 });

  expect(said).toContain(
    'line 1: has a field other than personId, zone, addressZone, language, points, places, consents, optOuts',
  );
  expect(said).not.toContain('139');
});

test('a field said twice is named, however deep it stands, and nothing is taken: the last would win without a word', () => {
  const twice = '{"personId":"P1","zone":"Asia/Shanghai","zone":"Europe/London","language":"zh","points":[]}';
  const deep =
    '{"personId":"P2","language":"zh","points":[{"pointId":"m","kind":"app","kind":"im","value":"1","source":"x"}]}';
  const odd = '{"personId":"P3","language":"zh","points":[],"+8613900000001":1,"+8613900000001":2}';

  expect(refused([twice, deep, odd]).split('\n').slice(1)).toEqual([
    '  line 1: zone: is said twice',
    '  line 2: points[0].kind: is said twice',
    '  line 3: says a field twice',
  ]);
});

test('a point of another person is refused, of the file or of those we know', () => {
  const known = [
    { names: ['P6', 'P7'], points: ['P6-m'] },
    { names: ['P9'], points: ['shared'] },
    { names: ['P8'], points: ['shared'] },
  ];
  const row = (personId: string, pointId: string): string =>
    JSON.stringify({ ...person, personId, points: [{ ...point, pointId }] });

  expect(
    refused([row('P1', 'm'), row('P2', 'm'), row('P3', 'P6-m')], { known })
      .split('\n')
      .slice(1),
  ).toEqual([
    '  line 2: points[0].pointId: is a point of another person, of line 1',
    '  line 3: points[0].pointId: is a point of another person',
  ]);
  expect(refused([row('P7', 'P6-m'), row('P6', 'P6-m')], { known })).toBe('');
  expect(refused([row('P8', 'shared')], { known })).toBe('');
});

test('what has happened on a day or at a time still to come is refused, and so is what was before 1900', () => {
  const now = '2026-03-02T02:00:00.000Z';
  const at = '2026-03-02T02:00:01.000Z';
  const relation = { to: 'P2', role: 'guarantor', namedBy: 'borrower', document: 'D1' };
  const told = (day: string, instant: string) => ({
    ...person,
    points: [{ ...point, verifiedOn: day, recordedOn: day }],
    consents: [{ to: 'medium', channel: 'sms', basis: 'consent', at: instant }],
    optOuts: [{ channel: 'sms', at: instant }],
    relations: [{ ...relation, on: day }],
  });
  const fields = ['points[0].verifiedOn', 'points[0].recordedOn', 'consents[0].at', 'optOuts[0].at', 'relations[0].on'];
  const faults = (day: string, instant: string): string[] =>
    refused([JSON.stringify(told(day, instant))], { now })
      .split('\n')
      .slice(1);

  expect(faults('2026-03-02', now)).toEqual([]);
  expect(faults('2026-03-03', at)).toEqual(fields.map((field) => `  line 1: ${field}: must not be in the future`));
  expect(faults('1899-12-31', '1899-12-31T23:59:59Z').toSorted()).toEqual(
    fields.map((field) => `  line 1: ${field}: must not be before 1900`).toSorted(),
  );
});

test('what is agreed for more than 31 days from now is refused: months are not chained ahead', () => {
  const agreed = (fromDay: string, untilDay: string) => ({ from: '22:00', to: '23:00', fromDay, untilDay });
  const told = (untilDay: string) => [
    JSON.stringify({
      ...person,
      agreedTimes: [agreed('2026-03-02', '2026-03-20'), agreed('2026-03-21', untilDay)],
    }),
  ];
  const now = '2026-03-02T02:00:00.000Z';

  expect(refused(told('2026-04-02'), { now })).toBe('');
  expect(refused(told('2026-04-03'), { now })).toContain(
    'line 1: agreedTimes[1].untilDay: must be at most 31 days after it is told',
  );
});

test('it is already the next day where the day begins first', () => {
  const row = { ...person, points: [{ ...point, verifiedOn: '2026-03-03' }] };

  expect(refused([JSON.stringify(row)], { now: '2026-03-02T10:00:00.000Z' })).toBe('');
});

test('a person told of twice is named with the line before', () => {
  expect(refusal(person, person)).toContain('line 2: personId: was on line 1 before');
});

test('a number spelled with spaces is kept as E.164, and it is known that it was', () => {
  const spaced = JSON.stringify({ ...person, points: [{ ...point, value: '+86 139 0000 0001' }] });

  expect(readPersonsOf('persons.ndjson', linesOf(spaced))).toMatchObject([
    { number: 1, respelt: ['m'], row: { points: [{ value: '+8613900000001' }] } },
  ]);
  expect(readPersons('persons.ndjson', linesOf(JSON.stringify({ ...person, points: [point] })))).toMatchObject([
    { personId: 'P1' },
  ]);
  expect(refusal({ ...person, points: [{ ...point, value: '＋8613900000001' }] })).toContain('points[0].value');
});
