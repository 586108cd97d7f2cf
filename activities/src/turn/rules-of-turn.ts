import type { Rules } from '@recourse/domain/case/seen';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import type { Policies } from './policies.js';
import type { TurnRead } from './turn-store.js';

/** The worker lacks rules that a case needs: deploy them, the turn is retried meanwhile. */
export class MissingPolicy extends Error {
  override readonly name = 'MissingPolicy';
}

/** The strategy the case is pinned to (for a case that opens now the tenant's newest), the law in force, the zones of loan and people. */
export function rulesOfTurn(read: TurnRead, policies: Policies): Rules {
  const { strategy, hash } = strategyOf(read, policies);
  const named = [
    read.loan.terms?.zone,
    ...read.people.flatMap(({ zone, candidateZones }) => [zone, ...(candidateZones ?? [])]),
  ];
  const zones = Object.fromEntries(
    named.flatMap((name) => (name && policies.zones[name] ? [[name, policies.zones[name]]] : [])),
  );
  const { law, contacts, arrangements } = policies;
  return { strategy, strategyHash: hash, law, contacts, zones, ...(arrangements && { arrangements }) };
}

function strategyOf({ kase, strategyName }: TurnRead, policies: Policies): { strategy: Strategy; hash: string } {
  if (!kase) {
    const latest = policies.latestByName.get(strategyName);
    if (!latest) throw new MissingPolicy(`no strategy is named ${strategyName}`);
    return latest;
  }
  const { name, version, hash } = kase.strategy;
  const strategy = policies.strategiesByHash.get(hash);
  if (!strategy)
    throw new MissingPolicy(
      `case ${kase.caseId} is pinned to strategy ${name} version ${version} (${hash}), which is not here`,
    );
  return { strategy, hash };
}
