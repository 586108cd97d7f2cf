import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFact } from '../case/case-facts.js';
import { genesisHash, sealEntry, verifyChain } from './journal-hash.js';
import type { JournalEntry } from './journal-entry.js';
import { sha256Hex } from './sha256-hex.js';

const fact = (holdId: string): CaseFact => ({
  v: 1,
  at: '2026-02-01T00:00:00.000Z',
  cause: 'i1',
  type: 'hold-ended',
  holdId,
});
const chain = (facts: CaseFact[], caseId = 't/L1/1'): JournalEntry[] => {
  const entries: JournalEntry[] = [];
  for (const [index, each] of facts.entries()) {
    const prevHash = entries.at(-1)?.hash ?? genesisHash;
    entries.push(sealEntry({ caseId, seq: index + 1, fact: each, consumedThrough: index, actor: 'case', prevHash }));
  }
  return entries;
};
const facts = fc.array(fc.string().map(fact), { minLength: 1, maxLength: 12 });

describe('a journal', () => {
  it('hashes as anybody can with SHA-256 over canonical JSON', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const [first] = chain([fact('h1')]);
    const content = `{"actor":"case","caseId":"t/L1/1","consumedThrough":0,"fact":{"at":"2026-02-01T00:00:00.000Z","cause":"i1","holdId":"h1","type":"hold-ended","v":1},"prevHash":"${genesisHash}","seq":1}`;
    expect(first?.hash).toBe(sha256Hex(content));
  });

  it('is whole as written, and when empty', () => {
    expect(verifyChain([])).toBeUndefined();
    fc.assert(
      fc.property(facts, (each) => {
        expect(verifyChain(chain(each))).toBeUndefined();
      }),
    );
  });

  it('is broken where an entry was changed, even when its own hash was made anew', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (each, n) => {
        const whole = chain(each);
        const index = n % whole.length;
        const changed = whole.map((entry, i) => (i === index ? { ...entry, actor: 'somebody' } : entry));
        expect(verifyChain(changed)).toBe(index + 1);
        const resealed = changed.map((entry, i) => (i === index ? sealEntry(entry) : entry));
        expect(verifyChain(resealed)).toBe(index === whole.length - 1 ? undefined : index + 2);
      }),
    );
  });

  it('is broken where an entry is missing, doubled, swapped or of another case', () => {
    const whole = chain([fact('a'), fact('b'), fact('c'), fact('d')]);
    const [a, b, c, d] = whole as [JournalEntry, JournalEntry, JournalEntry, JournalEntry];
    expect(verifyChain([a, c, d])).toBe(2);
    expect(verifyChain([b, c, d])).toBe(1);
    expect(verifyChain([a, b, b, c])).toBe(3);
    expect(verifyChain([a, c, b, d])).toBe(2);
    const other = sealEntry({ ...b, caseId: 't/L2/1' });
    expect(verifyChain([a, other])).toBe(2);
  });
});
