import type { Templates } from '@recourse/activities/contact/message-template';
import { PolicyError } from './policy-error.js';
import { readLaw } from './read-law.js';
import { readTemplates } from './read-templates.js';

/**
 * Reads and tries every message template of `policies/templates`.
 * @throws PolicyError naming everything that is wrong, all files at once
 */
export function loadTemplates(dir: string): Templates {
  const { law, faults: lawFaults } = readLaw(dir);
  if (lawFaults.length > 0) throw new PolicyError(lawFaults);
  const { templates, faults } = readTemplates(dir, law);
  if (!templates) throw new PolicyError(faults);
  return templates;
}
