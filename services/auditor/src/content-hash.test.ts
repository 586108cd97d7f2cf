import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentHash } from './content-hash.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('the hash is over canonical JSON without the stated hash', () => {
  const entry = {
    seq: 1,
    hash: 'stated',
    fact: { type: 'x', list: [2, { b: 1, a: 'é"' }], none: undefined, nil: null },
  };

  expect(contentHash(entry)).toBe(sha256('{"fact":{"list":[2,{"a":"é\\"","b":1}],"nil":null,"type":"x"},"seq":1}'));
});

test('one member more, anywhere, is another content', () => {
  expect(contentHash({ seq: 1, added: true })).not.toBe(contentHash({ seq: 1 }));
});
