import { join } from 'node:path';
import type { Day } from '@recourse/domain/calendar/day';
import { pastRules } from '@recourse/domain/law/dated-faults';
import { oddRules } from '@recourse/domain/law/odd-rules';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { endingSoon } from '@recourse/infra/policies/ending-soon';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { PolicyError } from '@recourse/infra/policies/policy-error';
import { readAssumptions } from '@recourse/infra/policies/read-assumptions';
import { readTemplates } from '@recourse/infra/policies/read-templates';
import type { Lang } from '../words/lang.js';
import { faultReasonWords, policyWords } from '../words/policy-words.js';

/**
 * Checks `policies/` as of `today` and says what is there. Rules past their end are faults here only: what was lawful to start with must not
 * stop a service at midnight.
 * @throws PolicyError with every fault of every file
 */
export function checkPolicies(today: Day, dir = join(repoRoot, 'policies'), lang: Lang = 'en'): string[] {
  const words = policyWords[lang];
  const { latestByName, strategiesByHash, law } = loadPolicies(dir);
  const past = law.packs.flatMap((pack) =>
    pastRules(pack, today).map((fault) => ({ file: `rule pack ${pack.pack}`, ...fault })),
  );
  const { fitFor, sender, creditors } = readTemplates(dir, law);
  const approvals = [
    ...fitFor,
    ...(sender ? [['sender', sender] as const] : []),
    ...(creditors ? [['creditors', creditors] as const] : []),
  ];
  const early = approvals.flatMap(([name, { approved }]) =>
    approved !== undefined && approved.on > today
      ? [{ file: `templates/${name}.yaml`, path: 'approved.on', reason: `${approved.on} is still to come` }]
      : [],
  );
  const assumed = readAssumptions(dir);
  const unsound = 'faults' in assumed ? assumed.faults : [];
  if (past.length + early.length + unsound.length > 0) throw new PolicyError([...past, ...early, ...unsound]);
  const strategies = [...latestByName.values()].map(({ strategy: { strategy: name, version } }) => {
    const older = [...strategiesByHash.values()].filter((each) => each.strategy === name).length - 1;
    return words.strategy({ name, version, older });
  });
  const packs = law.packs.map(({ name, jurisdiction, rules }) =>
    words.pack({ name, jurisdiction, rules: rules.length }),
  );
  const calendars = Object.values(law.calendars).map(({ calendar, coversFrom, coversTo }) =>
    words.calendar({ calendar, from: coversFrom, to: coversTo }),
  );
  const zones = law.zones ? [words.zones({ from: law.zones.coversFrom, to: law.zones.coversTo })] : [];
  const odd = law.packs.flatMap((pack) =>
    oddRules(pack, today).map(({ path, reason }) =>
      words.warning(`${words.ofPack(pack.pack)}: ${path}: ${faultReasonWords(reason, lang)}`),
    ),
  );
  const ending = endingSoon(law, today).map((text) => words.warning(text));
  return [words.inOrder, ...strategies, ...packs, ...calendars, ...zones, ...ending, ...odd];
}
