import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { canonicalText } from './canonical-text.js';
import type { ApprovedWords, HowToContact, Practice } from './law/practice.js';
import { ownPolicies } from './read-strategies.js';
import { asTrouble } from './trouble.js';

const texts = z.array(z.string());
const flag = z.boolean().default(false);
const how = z
  .looseObject({
    lines: z.record(z.string(), z.object({ recorded: flag, officialAccount: flag })).default({}),
    spoken: z.object({ says: texts.default([]), languages: texts.default([]) }).prefault({}),
  })
  .transform(({ lines, spoken }): HowToContact => ({ lines, ...spoken }));
const calls = z.looseObject({ longestCallMinutes: z.number().default(120) });
const partner = z.looseObject({ id: z.string() });

const creditors = z
  .looseObject({ lender: z.string(), names: z.record(z.string(), z.record(z.string(), z.string())).default({}) })
  .transform(({ lender, names }) => ({
    lender,
    names: new Map(Object.entries(names).map(([id, each]) => [id, Object.values(each)] as const)),
  }));

/** What a template leaves out is filled in as its approval was given: the hash is over both. */
const template = z.looseObject({
  template: z.string(),
  version: z.number(),
  senders: texts.default(['first-party']),
  channels: texts,
  purposes: texts,
  parties: texts,
  notices: texts.optional(),
  firstContact: z.boolean().default(true),
  says: texts,
  text: z.record(z.string(), z.string()),
  approved: z.looseObject({ hash: z.string() }).optional(),
});

const read = (...path: string[]): unknown => parse(readFileSync(join(...path), 'utf8'));

/** How contacts are made, by `contacts.yaml`, `partners.yaml`, `templates` and their `earlier` versions. @throws Trouble */
export function readPractice(policies: string = ownPolicies): Promise<Practice> {
  return asTrouble('RECOURSE_POLICIES', 'reading how contacts are made', async () => {
    const listed = existsSync(join(policies, 'partners.yaml')) ? read(policies, 'partners.yaml') : { partners: [] };
    const { partners } = z.object({ partners: z.array(partner) }).parse(listed);
    const folder = join(policies, 'templates');
    const inUse = wordsOf(folder);
    const names = new Set(inUse.map(([name]) => name));
    const own = existsSync(join(policies, 'contacts.yaml')) ? read(policies, 'contacts.yaml') : {};
    return {
      own: how.parse(own),
      creditors: creditors.parse(
        existsSync(join(folder, 'creditors.yaml')) ? read(folder, 'creditors.yaml') : { lender: '' },
      ),
      longestCallMinutes: calls.parse(own).longestCallMinutes,
      partners: new Map(partners.map((each) => [each.id, how.parse(each)])),
      words: new Map([...inUse, ...wordsOf(join(folder, 'earlier')).filter(([name]) => !names.has(name))]),
    };
  });
}

const wordsOf = (folder: string): [string, ApprovedWords][] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) => wordsIn(read(folder, file)));

/** Beside templates the folder holds lists of words. */
function wordsIn(file: unknown): [string, ApprovedWords][] {
  if (typeof file !== 'object' || file === null || !('template' in file)) return [];
  const { approved, ...said } = template.parse(file);
  const { says, firstContact, channels, purposes, parties, notices = [], text } = said;
  const isApproved = approved?.hash === createHash('sha256').update(canonicalText(said)).digest('hex');
  return [
    [
      `${said.template}@${said.version}`,
      { says, firstContact, channels, purposes, parties, notices, writtenIn: Object.keys(text), isApproved },
    ],
  ];
}
