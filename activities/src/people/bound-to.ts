import type { SaidStanding } from '@recourse/domain/contact/said-standing';

/**
 * What a person said while known by one record, as it holds beside another: rights to contact for the points of that record and no other
 * (`names`: its points, by their names now), the rest for the whole person. So nothing said here lifts what was closed there.
 */
export function boundTo(
  said: SaidStanding | undefined,
  names: Readonly<Record<string, string>>,
): SaidStanding | undefined {
  if (!said) return undefined;
  const points = [...new Set(Object.values(names))];
  const now = (pointId: string): string => names[pointId] ?? pointId;
  return {
    ...said,
    consents: said.consents.flatMap((consent) =>
      (consent.pointId === undefined ? points : [now(consent.pointId)]).map((pointId) => ({ ...consent, pointId })),
    ),
    optOuts: said.optOuts.map((out) => (out.pointId === undefined ? out : { ...out, pointId: now(out.pointId) })),
    agreedTimes: said.agreedTimes.map((agreed) => ({ ...agreed, points: agreed.points?.map(now) ?? points })),
  };
}
