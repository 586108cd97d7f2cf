import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The version of a shipped template that stands in the policy files. */
export const wordsOf = (template: string): string =>
  `${template}@${(parse(readFileSync(`policies/templates/${template}.yaml`, 'utf8')) as { version: number }).version}`;
