import { join } from 'node:path';
import { isToConfirm } from '@recourse/domain/law/coverage';
import type { RuleKind } from '@recourse/domain/law/rule';
import { holdsIn } from '@recourse/domain/law/rule-pack';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { actorWords, confidenceWords, forceWords, kindWords, ruleLabels } from '../words/rule-words.js';
import { textTable } from '../words/text-table.js';
import { lawInForce } from './law-in-force.js';

export type ListRules = { jurisdiction?: string; kind?: RuleKind; json: boolean; lang: Lang };

/** The rules that hold in a place (those of its country and the lender's own among them), or all. @throws Mistake where no law is known */
export function listRules({ jurisdiction, kind, json, lang }: ListRules, dir = join(repoRoot, 'policies')): string[] {
  const { packs } = lawInForce(dir);
  const holding = packs.filter((pack) => jurisdiction === undefined || holdsIn(pack, jurisdiction));
  const isPlace = jurisdiction === undefined || loadPolicies(dir).places.has(jurisdiction);
  if (!isPlace || holding.every((pack) => pack.jurisdiction === '*'))
    throw new Mistake(
      `no rule pack holds in ${jurisdiction}; there are packs for ${[...new Set(packs.map((pack) => pack.jurisdiction))].filter((place) => place !== '*').join(', ')}`,
    );
  const found = holding.flatMap((pack) =>
    pack.rules.filter((rule) => kind === undefined || rule.kind === kind).map((rule) => ({ pack, rule })),
  );
  if (json)
    return [
      JSON.stringify(
        {
          v: 1,
          rules: found.map(({ pack, rule }) => ({ pack: pack.name, jurisdiction: pack.jurisdiction, ...rule })),
        },
        null,
        2,
      ),
    ];
  const label = ruleLabels[lang];
  return textTable(
    [label.rule, label.pack, label.kind, label.force, label.read, label.binds],
    found.map(({ pack, rule }) => [
      rule.id,
      pack.name,
      kindWords[lang][rule.kind],
      forceWords[lang][rule.force],
      `${confidenceWords[lang][rule.confidence]}${isToConfirm(rule) ? ` (${label.toConfirm})` : ''}`,
      rule.actor.map((actor) => actorWords[lang][actor]).join(', '),
    ]),
  );
}
