import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.js';

/** SHA-256 over the canonical JSON of an entry, less the hash it states itself. */
export const contentHash = ({ hash: _stated, ...said }: Record<string, unknown>): string =>
  createHash('sha256').update(canonicalText(said)).digest('hex');
