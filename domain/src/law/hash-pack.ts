import { canonicalJson } from '../audit/canonical-json.js';
import { sha256Hex } from '../audit/sha256-hex.js';
import type { HashedPack, RulePack } from './rule-pack.js';

/** Gives a pack its name for ever, by name, version and what it says. Comments and layout of the file do not count. */
export const hashPack = (pack: RulePack): HashedPack => {
  const hash = sha256Hex(canonicalJson(pack));
  return { ...pack, hash, name: `${pack.pack}@${pack.version}#${hash.slice(0, 12)}` };
};
