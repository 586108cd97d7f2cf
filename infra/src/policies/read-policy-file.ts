import { readFileSync } from 'node:fs';
import { pathText } from '@recourse/domain/policy/path-text';
import { parseDocument } from 'yaml';
import { readStrictJson } from '../json/read-strict-json.js';
import type { PolicyFault } from './policy-error.js';

/** The plain value of a YAML or JSON file, or why there is none; YAML errors come with their line. */
export const readPolicyFile = (path: string, file: string): { value: unknown } | { faults: PolicyFault[] } => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return {
      faults: [{ file, path: '', reason: `cannot be read: ${error instanceof Error ? error.message : String(error)}` }],
    };
  }
  if (file.endsWith('.json')) return readJson(text, file);
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length === 0) return { value: document.toJS() };
  return {
    faults: document.errors.map(({ message, pos: [at] }) => ({
      file,
      path: `line ${text.slice(0, at).split('\n').length}`,
      reason: message,
    })),
  };
};

const readJson = (text: string, file: string): { value: unknown } | { faults: PolicyFault[] } => {
  const read = readStrictJson(text);
  return 'value' in read
    ? read
    : { faults: read.faults.map(({ path, reason }) => ({ file, path: pathText(path), reason })) };
};
