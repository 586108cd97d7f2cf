import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyRing } from './key-ring.js';

const ring = keyRing(randomBytes(32).toString('hex'));
const owner = { tenant: 'demo', personId: 'P1' };

describe('key ring', () => {
  test('what is sealed for a person opens again, and is not readable meanwhile', () => {
    const key = ring.newPersonKey(owner);

    const sealed = ring.seal(key, owner, 'point/p-1', '+8613900000001');

    expect(ring.open(key, owner, 'point/p-1', sealed)).toBe('+8613900000001');
    expect(JSON.stringify(sealed)).not.toContain('13900000001');
    expect(Buffer.from(sealed.data, 'base64').toString('utf8')).not.toContain('13900000001');
  });

  test("one person's key opens nothing under another person's name, nor in another field", () => {
    const key = ring.newPersonKey(owner);
    const sealed = ring.seal(key, owner, 'point/p-1', 'x');

    expect(() => ring.open(key, { tenant: 'demo', personId: 'P2' }, 'point/p-1', sealed)).toThrow(
      /unable to authenticate/,
    );
    expect(() => ring.open(key, owner, 'point/p-2', sealed)).toThrow(/unable to authenticate/);
  });

  test('a changed byte is noticed', () => {
    const sealed = ring.sealBytes('t/0/1', Buffer.from('{"a":1}'));
    const changed = Buffer.from(sealed.data, 'base64');
    changed[0] = (changed[0] ?? 0) ^ 1;

    expect(() => ring.openBytes('t/0/1', { ...sealed, data: changed.toString('base64') })).toThrow(
      /unable to authenticate/,
    );
    expect(Buffer.from(ring.openBytes('t/0/1', sealed)).toString()).toBe('{"a":1}');
  });

  test('another key-encryption key opens nothing and gives other indexes', () => {
    const other = keyRing(randomBytes(32).toString('hex'));
    const key = ring.newPersonKey(owner);

    expect(() => other.open(key, owner, 'f', ring.seal(key, owner, 'f', 'x'))).toThrow(/unable to authenticate/);
    expect(other.blindIndex('demo', 'mobile', '+1')).not.toBe(ring.blindIndex('demo', 'mobile', '+1'));
  });

  test('the same number is the same index in one tenant and another in the next', () => {
    expect(ring.blindIndex('a', 'mobile', '+1')).toBe(ring.blindIndex('a', 'mobile', '+1'));
    expect(ring.blindIndex('a', 'mobile', '+1')).not.toBe(ring.blindIndex('b', 'mobile', '+1'));
    expect(ring.blindIndex('a', 'mobile', '+1')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a key-encryption key of the wrong length is refused by name, without its value', () => {
    expect(() => keyRing('abc')).toThrow('the key-encryption key must be 64 hex digits');
  });
});
