import type { ActRecord } from '../records/act-record.js';
import type { PersonRecord } from '../records/person-record.js';
import { partnerActOf } from './partner-act.js';

export type CollectingParty = NonNullable<PersonRecord['collectingParty']>;

/** What has happened between a person's open cases and partners, whether the cases have heard of it or not. */
export type PartnerDealings = {
  /** Handovers and takings back, oldest first. */
  acts: readonly Pick<ActRecord, '_id' | 'act' | 'outcome'>[];
  /** Placements that a partner says it has returned. */
  returned: readonly string[];
};

/** The placement that an act with its outcome ends: the one it takes back, or its own when it never came about. */
export function placementEndedBy({
  _id,
  act,
  outcome,
}: Pick<ActRecord, '_id' | 'act' | 'outcome'>): string | undefined {
  const asked = partnerActOf(act);
  if (!asked || !outcome) return undefined;
  if (asked.takesBack !== undefined) return outcome.result === 'done' ? asked.takesBack : undefined;
  return outcome.result === 'failed' || outcome.result === 'provider-unavailable' ? _id : undefined;
}

/**
 * Who collects from one human of whom two records were handed over: who was first (`handedOver`: placements, oldest first). The other's are
 * taken back by their cases, and nobody else begins anything meanwhile (ADR 0026).
 */
export function partyTogether(
  into: CollectingParty | undefined,
  from: CollectingParty | undefined,
  handedOver: readonly string[],
): CollectingParty | undefined {
  if (!into || !from) return into ?? from;
  const first = handedOver.find((id) => id === into.placementId || id === from.placementId);
  return first === from.placementId ? from : into;
}

const endedPlacements = ({ acts, returned }: PartnerDealings): Set<string> =>
  new Set([...returned, ...acts.flatMap((act) => placementEndedBy(act) ?? [])]);

/** Whether a partner may still act on a placement: handed over, not returned, and not even asked back. */
export const isPlacementLive = (placementId: string, dealings: PartnerDealings): boolean =>
  dealings.acts.some(({ _id, act }) => _id === placementId && partnerActOf(act)?.takesBack === undefined) &&
  !dealings.acts.some(({ act }) => partnerActOf(act)?.takesBack === placementId) &&
  !endedPlacements(dealings).has(placementId);

/**
 * Who collects from the person once none of these placements has the person to itself: whoever holds another loan, or may hold it
 * because nobody knows yet what came of handing it over (requirements D7). Undefined: we do.
 */
export function nextCollectingParty(dealings: PartnerDealings): CollectingParty | undefined {
  const ended = endedPlacements(dealings);
  for (const { _id: placementId, act } of dealings.acts) {
    const asked = partnerActOf(act);
    if (!asked || asked.takesBack !== undefined || ended.has(placementId)) continue;
    return { kind: asked.kind, partnerId: asked.partnerId, placementId };
  }
  return undefined;
}
