import { canonicalJson } from '../../audit/canonical-json.js';
import { sha256Hex } from '../../audit/sha256-hex.js';
import type { MessageTemplate } from './message-template.js';

/** SHA-256 of everything a template says and is for, but for its approval. */
export const templateHash = (template: MessageTemplate): string =>
  sha256Hex(canonicalJson({ ...template, approved: undefined }));
