import type { Law } from '../../law/law.js';
import type { Language } from './message-template.js';
import type { WordLists } from './word-lists.js';

/** What a template is held against. `senderNames`: as they will stand in the text. */
export type ContentAround = { law: Law; words: WordLists; senderNames: Record<Language, string> };
