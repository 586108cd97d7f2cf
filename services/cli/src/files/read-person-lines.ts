import { join } from 'node:path';
import type { PersonRow } from '@recourse/activities/people/person-store';
import { pathText } from '@recourse/domain/policy/path-text';
import { readStrictJson } from '@recourse/infra/json/read-strict-json';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { personRowSchema } from '@recourse/infra/people/person-row-schema';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import type { BadLine } from './bad-lines.js';
import { fieldName } from './field-name.js';
import { jsonFaults } from './json-faults.js';
import type { Line } from './read-lines.js';

/** One person of a file. `respelt`: points whose telephone number stood there in another spelling than E.164. */
export type PersonLine = { number: number; row: PersonRow; respelt: string[] };

let known: ReturnType<typeof personRowSchema> | undefined;

/** By the zones and places of the policies, read once: that takes a third of a second, and a demonstration reads persons every evening. */
function rowSchema(): ReturnType<typeof personRowSchema> {
  if (known) return known;
  const { zones, places } = loadPolicies(join(repoRoot, 'policies'));
  known = personRowSchema(
    (zone) => Object.hasOwn(zones, zone),
    (place) => places.has(place),
  );
  return known;
}

/** Every person of a file that is well formed, and what is wrong with the others. */
export function readPersonLines(lines: readonly Line[]): { good: PersonLine[]; bad: BadLine[] } {
  const schema = rowSchema();
  const bad: BadLine[] = [];
  const good: PersonLine[] = [];
  for (const { number, text } of lines) {
    const json = readStrictJson(text);
    if ('faults' in json) {
      bad.push(...jsonFaults(number, json.faults));
      continue;
    }
    const read = schema.safeParse(json.value);
    if (read.success) good.push({ number, row: read.data, respelt: respelt(json.value, read.data) });
    else bad.push(...read.error.issues.flatMap((issue) => faultsOf(number, issue)));
  }
  return { good, bad };
}

type Issue = { code: string; path: PropertyKey[]; message: string; keys?: string[] };

function faultsOf(number: number, { code, path, message, keys = [] }: Issue): BadLine[] {
  const named = code === 'unrecognized_keys' ? keys.filter((key) => fieldName.test(key)) : [];
  const paths = named.length > 0 ? named.map((key) => [...path, key]) : [path];
  const reason = named.length > 0 ? message.replace('has a field other than', 'is not one of') : message;
  return paths.map((each) => ({ number, ...(each.length > 0 && { field: pathText(each) }), reason }));
}

function respelt(told: unknown, { points }: PersonRow): string[] {
  const stood = (told as PersonRow).points;
  return points.flatMap(({ pointId, value }, nth) => (stood[nth]?.value === value ? [] : [pointId]));
}
