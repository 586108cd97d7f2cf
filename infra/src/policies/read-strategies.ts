import type { Partner } from '@recourse/domain/agency/partner-register';
import type { PlanHours } from '@recourse/domain/strategy/check-steps';
import { checkStrategy } from '@recourse/domain/strategy/check-strategy';
import type { StrategyFault } from '@recourse/domain/strategy/strategy-fault';
import { hashStrategy } from '@recourse/domain/strategy/hash-strategy';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { readStrategy } from '@recourse/domain/strategy/strategy-schema';
import { partnerFaults } from './partner-faults.js';
import type { PolicyFault } from './policy-error.js';
import type { TemplatesRead } from './read-templates.js';
import { templateFaults } from './template-faults.js';

/** A strategy that passed every check, with the hash that names it. */
export type CheckedStrategy = { strategy: Strategy; hash: string };

export type StrategyShelf = {
  byHash: Map<string, Strategy>;
  latest: Map<string, CheckedStrategy>;
  faults: PolicyFault[];
};

/** What a strategy is held against beside itself. */
export type Around = {
  hours: PlanHours | undefined;
  templates: Pick<TemplatesRead, 'names' | 'tellsAmount' | 'fitFor'>;
  partners: ReadonlyMap<string, Partner>;
};

/** One window may leave every step without an hour: it is told of the first, with how many more there are. */
const onceByHours = (faults: readonly StrategyFault[]): StrategyFault[] => {
  const [first, ...more] = faults.filter(({ reason }) => reason === 'outside-hours');
  if (!first || more.length === 0) return [...faults];
  const detail = `${first.detail}; so it is of ${more.length} more ${more.length === 1 ? 'step' : 'steps'}`;
  return [{ ...first, detail }, ...faults.filter(({ reason }) => reason !== 'outside-hours')];
};

/** Schema and meaning of one file's strategy. */
export const readCheckedStrategy = (
  value: unknown,
  file: string,
  { hours, templates, partners }: Around,
): CheckedStrategy | { faults: PolicyFault[] } => {
  const read = readStrategy(value);
  if ('faults' in read) return { faults: read.faults.map((fault) => ({ file, ...fault })) };
  const faults = [
    ...onceByHours(checkStrategy(read.strategy, hours)).map(({ path, reason, detail }) => ({
      path,
      reason: `${reason}: ${detail}`,
    })),
    ...templateFaults(read.strategy, templates),
    ...partnerFaults(read.strategy, partners),
  ];
  if (faults.length > 0) return { faults: faults.map((fault) => ({ file, ...fault })) };
  return { strategy: read.strategy, hash: hashStrategy(read.strategy) };
};

/** Two files may not call different things by the same name and version: a case is shown its strategy by them. */
export const shelveStrategies = (files: readonly { file: string; value: unknown }[], around: Around): StrategyShelf => {
  const shelf: StrategyShelf = { byHash: new Map(), latest: new Map(), faults: [] };
  const fileOf = new Map<string, string>();
  for (const { file, value } of files) {
    const checked = readCheckedStrategy(value, file, around);
    if ('faults' in checked) {
      shelf.faults.push(...checked.faults);
      continue;
    }
    const { strategy: name, version } = checked.strategy;
    const twin = fileOf.get(`${name}/${version}`);
    if (twin !== undefined) {
      shelf.faults.push({ file, path: 'version', reason: `${name} version ${version} is also in ${twin}` });
      continue;
    }
    fileOf.set(`${name}/${version}`, file);
    shelf.byHash.set(checked.hash, checked.strategy);
    if ((shelf.latest.get(name)?.strategy.version ?? 0) < version) shelf.latest.set(name, checked);
  }
  return shelf;
};
