/** A number in [0, 1) for the `nth` throw of a kind. The same arguments, the same number, whatever else was thrown before or will be. */
export type Throws = (what: string, nth: number) => number;

/** 32-bit FNV-1a over UTF-16 code units. */
const hashed = (text: string, from: number): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};

/** The finalizer of MurmurHash3: every bit of the input moves half the bits of the output. */
const stirred = (hash: number): number => {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

const range = 2 ** 32;

/**
 * The throws of one subject. Never a shared stream: two strategies that are played on one loan meet the same luck wherever they ask the same
 * question (common random numbers). SHA-256, which the sandbox takes, is a hundred times slower; nobody has a reason to foretell these.
 */
export const throwsOf = (seed: string, subject: string): Throws => {
  const key = `${seed}\u0000${subject}`;
  const one = stirred(hashed(key, 0x811c9dc5));
  const two = stirred(hashed(key, 0x9747b28c));
  return (what, nth) => {
    const asked = stirred(hashed(what, one) ^ Math.imul(nth + 1, 0x9e3779b1));
    return (stirred(asked + two) >>> 0) / range;
  };
};
