import { join } from 'node:path';
import { readGateInput } from '@recourse/domain/contact/gate-input-schema';
import { gateTrace } from '@recourse/domain/contact/gate-trace';
import { lawfulContact } from '@recourse/domain/contact/lawful-contact';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { jsonOfFile } from '../files/json-of-file.js';
import { traceTable, verdictWords } from '../words/gate-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { refusalWords } from '../words/outcome-words.js';

export type CheckGate = { input: string; json: boolean; lang: Lang };

/**
 * Asks the contact gate a question from a file (docs/gate-check.md) under `policies/`; needs no server.
 * @throws Mistake naming every field that is wrong
 */
export function checkGate({ input, json, lang }: CheckGate, dir = join(repoRoot, 'policies')): string[] {
  const { law, zones, contacts } = loadPolicies(dir);
  const read = readGateInput(jsonOfFile(input), law, zones);
  if ('faults' in read)
    throw new Mistake(
      `${input} is no question to the gate:\n${read.faults.map(({ path, reason }) => `  ${path || 'the whole'}: ${reason}`).join('\n')}`,
    );
  const verdict = lawfulContact(read.ask, contacts.visits);
  const trace = gateTrace(read.ask.attempt.at, verdict.trace);
  if (json) {
    const { trace: _, ...said } = verdict;
    return [JSON.stringify({ v: 1, ...said, trace }, null, 2)];
  }
  const because =
    verdict.verdict === 'refuse'
      ? `: ${refusalWords[lang][verdict.reason]}`
      : verdict.verdict === 'defer'
        ? ` → ${verdict.until}`
        : '';
  const rules = verdict.verdict === 'allow' ? '' : ` [${verdict.rules.join(', ')}]`;
  return [`${verdictWords[lang][verdict.verdict]}${because}${rules}`, '', ...traceTable(trace, lang)];
}
