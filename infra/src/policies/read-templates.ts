import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MessageTemplate, Templates } from '@recourse/activities/contact/message-template';
import { renderMessage } from '@recourse/activities/contact/render-message';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const senderSchema = z.strictObject({ name: words, howToPay: words });
const templateSchema = z.strictObject({
  template: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  version: z.int().min(1),
  text: words,
});

const folder = 'templates';
const senderFile = `${folder}/sender.yaml`;
const sampleOwing = (arrears: number) => [
  {
    caseId: '',
    planId: '',
    loanId: 'sample',
    readPosition: 0,
    order: 0,
    arrears,
    currency: 'CNY',
    dueOn: '2026-01-01',
  },
];

/** `names`: of every file, also of those with faults. `tellsAmount`: by name, of those that could be tried. */
export type TemplatesRead = {
  names: string[];
  tellsAmount: Map<string, boolean>;
  templates?: Templates;
  faults: PolicyFault[];
};

/** Reads every message template of `policies/templates` and tries it in both languages. */
export function readTemplates(dir: string): TemplatesRead {
  const faults: PolicyFault[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const found = readPolicyFile(join(dir, file), file);
    if ('faults' in found) return void faults.push(...found.faults);
    const parsed = schema.safeParse(found.value);
    if (parsed.success) return parsed.data;
    faults.push(...schemaFaults(parsed.error).map((fault) => ({ file, ...fault })));
    return undefined;
  };

  const sender = read(senderFile, senderSchema);
  const byName = new Map<string, MessageTemplate>();
  const names = namesIn(dir, faults);
  for (const name of names) {
    const file = `${folder}/${name}.yaml`;
    const template = read(file, templateSchema);
    if (!template) continue;
    if (template.template === name) byName.set(name, template);
    else faults.push({ file, path: 'template', reason: `is ${template.template}, the file's name says otherwise` });
  }

  const tellsAmount = new Map<string, boolean>();
  const templates = { byName, sender: sender ?? nobody };
  for (const name of byName.keys()) {
    for (const language of ['zh', 'en']) {
      try {
        const [one, two] = [1, 2].map((owed) => renderMessage(templates, name, language, sampleOwing(owed)).text);
        tellsAmount.set(name, one !== two);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        faults.push({ file: `${folder}/${name}.yaml`, path: `text.${language}`, reason });
      }
    }
  }
  return { names, tellsAmount, faults, ...(sender && faults.length === 0 ? { templates } : {}) };
}

const nobody = { name: { zh: '-', en: '-' }, howToPay: { zh: '-', en: '-' } };

function namesIn(dir: string, faults: PolicyFault[]): string[] {
  try {
    return readdirSync(join(dir, folder))
      .filter((each) => each.endsWith('.yaml') && `${folder}/${each}` !== senderFile)
      .map((each) => each.slice(0, -'.yaml'.length))
      .sort();
  } catch (error) {
    const reason = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    faults.push({ file: folder, path: '', reason });
    return [];
  }
}
