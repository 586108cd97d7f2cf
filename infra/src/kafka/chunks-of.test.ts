import { expect, test } from 'vitest';
import { chunksOf } from './chunks-of.js';
import { mostRecordBytes } from './record-bytes.js';

const record = (bytes: number) => ({ topic: 't', key: 'k', value: new Uint8Array(bytes), headers: { ce_id: 'x' } });

test('no request has more than 500 records or more bytes than a broker takes, and the order stays', () => {
  const records = [...Array.from({ length: 1_001 }, () => record(10)), record(500_000), record(500_000)];

  const chunks = chunksOf(records);

  expect(chunks.map(({ length }) => length)).toEqual([500, 500, 2, 1]);
  expect(chunks.flat()).toEqual(records);
});

test('a record that is too large by itself goes by itself, for the broker to refuse', () => {
  expect(chunksOf([record(1), record(mostRecordBytes + 1), record(1)]).map(({ length }) => length)).toEqual([1, 1, 1]);
});

test('of nothing there is nothing', () => {
  expect(chunksOf([])).toEqual([]);
});
