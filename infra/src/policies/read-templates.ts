import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Templates } from '@recourse/activities/contact/message-template';
import { renderMessage } from '@recourse/activities/contact/render-message';
import { contentFaults } from '@recourse/domain/contact/content/content-faults';
import { creditorFaults } from '@recourse/domain/contact/content/creditor-faults';
import { creditorWordsShape, type CreditorWords } from '@recourse/domain/contact/content/creditor-words';
import {
  languages,
  messageTemplateShape,
  type MessageTemplate as ApprovedTemplate,
} from '@recourse/domain/contact/content/message-template';
import { senderFaults } from '@recourse/domain/contact/content/sender-faults';
import { senderWordsShape, type SenderWords } from '@recourse/domain/contact/content/sender-words';
import { wordListsShape } from '@recourse/domain/contact/content/word-lists';
import type { Law } from '@recourse/domain/law/law';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { firstContactFaults } from './first-contact-faults.js';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';

const folder = 'templates';
const senderFile = `${folder}/sender.yaml`;
const creditorsFile = `${folder}/creditors.yaml`;
const wordsFile = `${folder}/forbidden-words.yaml`;
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

/** `names`: of every file, also of those with faults. `tellsAmount`: by name, of those that could be tried; `fitFor`: of those well formed. `sender`, `creditors`: where they are well formed. */
export type TemplatesRead = {
  names: string[];
  tellsAmount: Map<string, boolean>;
  fitFor: Map<string, Pick<ApprovedTemplate, 'channels' | 'purposes' | 'notices' | 'approved'>>;
  sender?: SenderWords;
  creditors?: CreditorWords;
  templates?: Templates;
  faults: PolicyFault[];
};

/**
 * Reads every message template of `policies/templates`, tries it in both languages, and holds it against the law of content and the lists of
 * words: what reveals a debt to others, threatens, names an amount of its own or is not approved as it stands is a fault.
 */
export function readTemplates(dir: string, law: Law): TemplatesRead {
  const faults: PolicyFault[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const found = readPolicyFile(join(dir, file), file);
    if ('faults' in found) return void faults.push(...found.faults);
    const parsed = schema.safeParse(found.value);
    if (parsed.success) return parsed.data;
    faults.push(...schemaFaults(parsed.error).map((fault) => ({ file, ...fault })));
    return undefined;
  };

  const sender = read(senderFile, senderWordsShape);
  const creditors = read(creditorsFile, creditorWordsShape);
  const lists = read(wordsFile, wordListsShape);
  const byName = new Map<string, ApprovedTemplate>();
  const names = namesIn(dir, faults);
  for (const name of names) {
    const file = `${folder}/${name}.yaml`;
    const template = read(file, messageTemplateShape);
    if (!template) continue;
    if (template.template === name) byName.set(name, template);
    else faults.push({ file, path: 'template', reason: `is ${template.template}, the file's name says otherwise` });
  }

  const tellsAmount = new Map<string, boolean>();
  const { lender, names: creditorNames } = creditors ?? { lender: '-', names: { '-': nobody.name } };
  const templates = {
    byName,
    sender: sender ?? nobody,
    creditors: { lender, names: new Map(Object.entries(creditorNames)) },
  };
  for (const [name, template] of byName) {
    const file = `${folder}/${name}.yaml`;
    const untried: PolicyFault[] = [];
    for (const language of languages) {
      try {
        const [one, two] = [1, 2].map((owed) => renderMessage(templates, name, language, sampleOwing(owed)).text);
        tellsAmount.set(name, one !== two);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        untried.push({ file, path: `text.${language}`, reason });
      }
    }
    faults.push(...untried);
    if (untried.length > 0 || !sender || !lists) continue;
    const found = contentFaults(template, { law, words: lists, senderNames: sender.name });
    faults.push(...found.map(({ path, reason, detail }) => ({ file, path, reason: `${reason}: ${detail}` })));
  }
  if (sender && lists)
    faults.push(
      ...senderFaults(sender, { law, words: lists }).map(({ path, reason, detail }) => ({
        file: senderFile,
        path,
        reason: `${reason}: ${detail}`,
      })),
    );
  if (creditors && lists)
    faults.push(
      ...creditorFaults(creditors, { law, words: lists }).map(({ path, reason, detail }) => ({
        file: creditorsFile,
        path,
        reason: `${reason}: ${detail}`,
      })),
    );
  faults.push(...firstContactFaults(byName));
  const readSoFar = {
    names,
    tellsAmount,
    fitFor: byName,
    faults,
    ...(sender && { sender }),
    ...(creditors && { creditors }),
  };
  return { ...readSoFar, ...(sender && faults.length === 0 ? { templates } : {}) };
}

const nobody = { name: { zh: '-', en: '-' }, howToPay: { zh: '-', en: '-' } };

function namesIn(dir: string, faults: PolicyFault[]): string[] {
  try {
    return readdirSync(join(dir, folder))
      .filter((each) => each.endsWith('.yaml') && ![senderFile, creditorsFile, wordsFile].includes(`${folder}/${each}`))
      .map((each) => each.slice(0, -'.yaml'.length))
      .sort();
  } catch (error) {
    const reason = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    faults.push({ file: folder, path: '', reason });
    return [];
  }
}
