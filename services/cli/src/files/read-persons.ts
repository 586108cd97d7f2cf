import { join } from 'node:path';
import type { PersonRow } from '@recourse/activities/people/person-store';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { personRowSchema } from '@recourse/infra/people/person-row-schema';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { BadLines, type BadLine } from './bad-lines.js';
import { fieldName } from './field-name.js';
import type { Line } from './read-lines.js';

/**
 * Reads persons, one JSON object a line, all of them or none.
 * @throws BadLines naming number and field of every line that is wrong, and none of what stands in it
 */
export function readPersons(source: string, lines: readonly Line[]): PersonRow[] {
  const { zones, places } = loadPolicies(join(repoRoot, 'policies'));
  const schema = personRowSchema(
    (zone) => Object.hasOwn(zones, zone),
    (place) => places.has(place),
  );
  const bad: BadLine[] = [];
  const rows: PersonRow[] = [];
  const firstAt = new Map<string, number>();
  for (const { number, text } of lines) {
    const json = parsed(text);
    const read = schema.safeParse(json);
    if (json === undefined) bad.push({ number, reason: 'is not JSON' });
    else if (!read.success)
      bad.push(
        ...read.error.issues.flatMap((issue) => {
          const named = issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => fieldName.test(key)) : [];
          const paths = named.length > 0 ? named.map((key) => [...issue.path, key]) : [issue.path];
          return paths.map((path) => ({
            number,
            ...(path.length > 0 ? { field: path.join('.') } : {}),
            reason: named.length > 0 ? issue.message.replace('has a field other than', 'is not one of') : issue.message,
          }));
        }),
      );
    else {
      const before = firstAt.get(read.data.personId);
      if (before !== undefined) bad.push({ number, field: 'personId', reason: `was on line ${before} before` });
      firstAt.set(read.data.personId, number);
      rows.push(read.data);
    }
  }
  if (bad.length > 0) throw new BadLines(source, bad);
  return rows;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
