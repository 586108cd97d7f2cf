import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MessageTemplate, Templates } from '@recourse/activities/contact/message-template';
import { renderMessage } from '@recourse/activities/contact/render-message';
import { PolicyError, type PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const senderSchema = z.strictObject({ name: words, howToPay: words });
const templateSchema = z.strictObject({
  template: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().min(1),
  text: words,
});

const folder = 'templates';
const senderFile = `${folder}/sender.yaml`;
const sample = [
  {
    caseId: '',
    planId: '',
    loanId: 'sample',
    readPosition: 0,
    order: 0,
    arrears: 1,
    currency: 'CNY',
    dueOn: '2026-01-01',
  },
];

/**
 * Reads and tries every message template of `policies/templates`.
 * @throws PolicyError naming everything that is wrong, all files at once
 */
export function loadTemplates(dir: string): Templates {
  const faults: PolicyFault[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const found = readPolicyFile(join(dir, file), file);
    if ('faults' in found) return void faults.push(...found.faults);
    const parsed = schema.safeParse(found.value);
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.map(({ path, message }) => ({ file, path: path.join('.'), reason: message })));
    return undefined;
  };

  const sender = read(senderFile, senderSchema);
  const byName = new Map<string, MessageTemplate>();
  for (const name of readdirSync(join(dir, folder))
    .filter((each) => each.endsWith('.yaml'))
    .sort()) {
    const file = `${folder}/${name}`;
    if (file === senderFile) continue;
    const template = read(file, templateSchema);
    if (template && name !== `${template.template}.yaml`)
      faults.push({ file, path: 'template', reason: `is ${template.template}, the file's name says otherwise` });
    if (template) byName.set(template.template, template);
  }
  if (!sender || faults.length > 0) throw new PolicyError(faults);

  const templates = { byName, sender };
  for (const name of byName.keys()) {
    for (const language of ['zh', 'en']) {
      try {
        renderMessage(templates, name, language, sample);
      } catch (error) {
        faults.push({
          file: `${folder}/${name}.yaml`,
          path: `text.${language}`,
          reason: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }
  if (faults.length > 0) throw new PolicyError(faults);
  return templates;
}
