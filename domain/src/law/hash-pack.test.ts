import { describe, expect, it } from 'vitest';
import { hashPack } from './hash-pack.js';
import type { RulePack } from './rule-pack.js';

const pack: RulePack = { pack: 'cn', version: 3, jurisdiction: 'CN', title: 'China', rules: [] };

describe('the name of a rule pack', () => {
  it('holds name, version and the first twelve digits of the hash of what it says', () => {
    const { name, hash } = hashPack(pack);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(name).toBe(`cn@3#${hash.slice(0, 12)}`);
  });

  it('does not depend on the order in which the file says it, and changes with every word', () => {
    const { rules, title, ...rest } = pack;
    expect(hashPack({ title, rules, ...rest }).name).toBe(hashPack(pack).name);
    expect(hashPack({ ...pack, title: 'china' }).name).not.toBe(hashPack(pack).name);
  });
});
