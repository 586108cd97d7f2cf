import { readRulePack } from '@recourse/domain/law/rule-pack-schema';
import type { RuleKind, RuleOf } from '@recourse/domain/law/rule';

/** A rule of one kind as a pack would say it, read by the pack's own schema. @throws when the schema refuses it */
export const lawRule = <K extends RuleKind>(kind: K, fields: Record<string, unknown>): RuleOf<K> => {
  const rule = {
    id: 'TEST-1',
    kind,
    actor: ['first-party', 'agency', 'buyer'],
    citation: 'test',
    confidence: 'own',
    force: 'standard',
    effectiveFrom: '2020-01-01',
    ...fields,
  };
  const read = readRulePack({ pack: 'test', version: 1, jurisdiction: 'CN', title: 'test', rules: [rule] });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const [found] = read.pack.rules;
  if (found?.kind !== kind) throw new Error(`no rule of kind ${kind}`);
  return found as RuleOf<K>;
};
