import { pathText } from '@recourse/domain/policy/path-text';
import type { JsonFault } from '@recourse/infra/json/read-strict-json';
import type { BadLine } from './bad-lines.js';
import { fieldName } from './field-name.js';

/** What is wrong with the JSON of a line. A field whose name is none of ours may be personal data and is not repeated. */
export const jsonFaults = (number: number, faults: readonly JsonFault[]): BadLine[] =>
  faults.map(({ path, reason }) => {
    const isOurs = path.every((part) => typeof part === 'number' || fieldName.test(part));
    if (path.length === 0) return { number, reason };
    return isOurs ? { number, field: pathText(path), reason } : { number, reason: 'says a field twice' };
  });
