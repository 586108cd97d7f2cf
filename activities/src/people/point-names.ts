import type { PointOfPerson } from '../records/person-record.js';

type Named = Pick<PointOfPerson, 'pointId' | 'kind' | 'blindIndex'>;

/** As long as an id may be. */
const longest = 64;

/** The name of a point among those a person has: of the same number or address its name there, else its own, or the first free one like it. */
export function pointName(known: readonly Named[], { pointId, kind, blindIndex }: Named): string {
  const same = known.find((each) => each.kind === kind && each.blindIndex === blindIndex);
  if (same) return same.pointId;
  const taken = new Set(known.map((each) => each.pointId));
  for (let nth = 1; ; nth += 1) {
    const end = nth === 1 ? '' : `.${nth}`;
    const name = `${pointId.slice(0, longest - end.length)}${end}`;
    if (!taken.has(name)) return name;
  }
}

/** What the points of one record are called among those of another that it becomes one with. */
export function pointNames(known: readonly Named[], brought: readonly Named[]): Record<string, string> {
  const all = [...known];
  const names: Record<string, string> = {};
  for (const point of brought) {
    const name = pointName(all, point);
    names[point.pointId] = name;
    if (!all.some(({ pointId }) => pointId === name)) all.push({ ...point, pointId: name });
  }
  return names;
}
