import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loanKey, parseLoanKey } from './event-keys.js';

const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);

test('a loan key names its tenant and loan, and gives them back', () => {
  expect(loanKey('acme', 'L-1')).toBe('acme|L-1');
  fc.assert(
    fc.property(id, id, (tenant, loan) => {
      expect(parseLoanKey(loanKey(tenant, loan))).toEqual({ tenant, loan });
    }),
  );
});

test.each([null, '', 'acme', 'acme|', '|L-1', 'acme|L-1|more', 'ac me|L-1', `acme|${'x'.repeat(65)}`])(
  'the key %j from outside names no loan',
  (key) => {
    expect(parseLoanKey(key)).toBeUndefined();
  },
);

test('a key is never made of what is not an id', () => {
  expect(() => loanKey('acme', 'L|1')).toThrow('not an id: "L|1"');
});
