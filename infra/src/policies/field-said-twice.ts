import { parseDocument } from 'yaml';

/** What a JSON text says twice in one object, in words; JSON itself keeps the last without a word. YAML reads JSON, and minds. */
export const fieldSaidTwice = (text: string): string | undefined =>
  parseDocument(text, { uniqueKeys: true })
    .errors.find(({ code }) => code === 'DUPLICATE_KEY')
    ?.message.split('\n')[0];
