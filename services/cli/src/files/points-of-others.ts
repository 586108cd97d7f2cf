import type { BadLine } from './bad-lines.js';
import type { PersonLine } from './read-person-lines.js';

/** One human we know: by which ids, and what the points are called. */
export type KnownPoints = { names: readonly string[]; points: readonly string[] };

/** Caps and holds of a case name a point by its id: two humans must not share one. */
export function pointsOfOthers(lines: readonly PersonLine[], known: readonly KnownPoints[]): BadLine[] {
  const human = new Map(known.flatMap(({ names }) => names.map((name) => [name, names[0] ?? name])));
  const owners = new Map<string, Map<string, number | undefined>>();
  const own = (pointId: string, who: string, line: number | undefined): void => {
    const of = owners.get(pointId) ?? new Map<string, number | undefined>();
    if (!of.has(who)) of.set(who, line);
    owners.set(pointId, of);
  };
  for (const { names, points } of known) for (const point of points) own(point, names[0] ?? '', undefined);
  return lines.flatMap(({ number, row: { personId, points } }) => {
    const who = human.get(personId) ?? personId;
    return points.flatMap(({ pointId }, nth): BadLine[] => {
      const of = owners.get(pointId);
      // Who has had it before this was asked keeps it.
      const other = of?.has(who) ? undefined : [...(of ?? [])][0];
      own(pointId, who, number);
      if (!other) return [];
      const [, line] = other;
      const where = line === undefined ? '' : `, of line ${line}`;
      return [{ number, field: `points[${nth}].pointId`, reason: `is a point of another person${where}` }];
    });
  });
}
