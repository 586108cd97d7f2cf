import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';

/** Checks `policies/` and says what is there. @throws PolicyError with every fault of every file */
export function checkPolicies(dir = join(repoRoot, 'policies')): string[] {
  const { latestByName, strategiesByHash, law } = loadPolicies(dir);
  const strategies = [...latestByName.values()].map(({ strategy: { strategy: name, version } }) => {
    const older = [...strategiesByHash.values()].filter((each) => each.strategy === name).length - 1;
    return `strategy ${name}: new cases take version ${version}${older > 0 ? `, ${older} older` : ''}`;
  });
  const packs = law.packs.map(
    ({ pack, version, jurisdiction, rules }) =>
      `rule pack ${pack} version ${version} for ${jurisdiction === '*' ? 'all places' : jurisdiction}: ${rules.length} rules`,
  );
  const calendars = Object.values(law.calendars).map(
    ({ calendar, coversFrom, coversTo }) => `calendar ${calendar}: from ${coversFrom} up to ${coversTo}`,
  );
  return ['policies are in order', ...strategies, ...packs, ...calendars];
}
