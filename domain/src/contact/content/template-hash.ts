import { canonicalJson } from '../../audit/canonical-json.js';
import { sha256Hex } from '../../audit/sha256-hex.js';
import type { Approval } from './approval.js';

/** SHA-256 of everything that words say and are for, a template's or the sender's, but for their approval. */
export const templateHash = (words: { approved?: Approval | undefined }): string =>
  sha256Hex(canonicalJson({ ...words, approved: undefined }));
