import { readFileSync } from 'node:fs';
import { pathText } from '@recourse/domain/policy/path-text';
import { parseDocument, type Document } from 'yaml';
import { readStrictJson } from '../json/read-strict-json.js';
import { utf8Text } from '../json/utf8-text.js';
import type { PolicyFault } from './policy-error.js';

/** The plain value of a YAML or JSON file, or why there is none; YAML errors come with their line. */
export const readPolicyFile = (path: string, file: string): { value: unknown } | { faults: PolicyFault[] } => {
  let text: string | undefined;
  try {
    text = utf8Text(readFileSync(path));
  } catch (error) {
    return {
      faults: [{ file, path: '', reason: `cannot be read: ${error instanceof Error ? error.message : String(error)}` }],
    };
  }
  if (text === undefined) return { faults: [{ file, path: '', reason: 'is no text in UTF-8' }] };
  if (file.endsWith('.json')) return readJson(text, file);
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length === 0) return valueOf(document, file);
  return {
    faults: document.errors.map(({ message, pos: [at] }) => ({
      file,
      path: `line ${text.slice(0, at).split('\n').length}`,
      reason: message,
    })),
  };
};

/** Names that stand for each other (`*alias`) can grow beyond all measure: the reader stops, and says so. */
const valueOf = (document: Document, file: string): { value: unknown } | { faults: PolicyFault[] } => {
  try {
    return { value: document.toJS() };
  } catch (error) {
    return { faults: [{ file, path: '', reason: error instanceof Error ? error.message : String(error) }] };
  }
};

const readJson = (text: string, file: string): { value: unknown } | { faults: PolicyFault[] } => {
  const read = readStrictJson(text);
  return 'value' in read
    ? read
    : { faults: read.faults.map(({ path, reason }) => ({ file, path: pathText(path), reason })) };
};
