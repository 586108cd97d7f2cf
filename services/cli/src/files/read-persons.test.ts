import { expect, test } from 'vitest';
import { readPersons } from './read-persons.js';

const refusal = (row: object): string => {
  try {
    readPersons('persons.ndjson', [{ number: 1, text: JSON.stringify(row) }]);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};
const person = { personId: 'P1', language: 'zh', points: [] };

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
