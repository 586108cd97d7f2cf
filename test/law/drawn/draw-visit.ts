import type { VisitPlan } from '@recourse/domain/law/kinds/visit-protocol';
import type { VisitProtocol } from '@recourse/domain/law/shapes/visit-protocol-shape';
import type { Chance } from './chance.js';
import { laterBy } from './draw-instant.js';
import { drawnPlaces } from './draw-rule.js';

const hour = 3_600_000;
const at = '2026-07-15T04:00:00.000Z';

/** Rules that ask for one or two things, plans that lack one or two. */
export const drawVisit = (chance: Chance): { rule: VisitProtocol; plan: VisitPlan } => {
  const { of, onceIn, someOf } = chance;
  const mostly = <K extends string>(key: K): Partial<Record<K, boolean>> =>
    onceIn(5) ? {} : ({ [key]: !onceIn(5) } as Partial<Record<K, boolean>>);
  const rarely = <K extends string>(key: K): Partial<Record<K, boolean>> =>
    onceIn(2) ? {} : ({ [key]: onceIn(4) } as Partial<Record<K, boolean>>);
  return {
    rule: {
      id: 'R-VISIT',
      kind: 'visit-protocol',
      actor: ['first-party'],
      citation: 'a law made up for a test',
      confidence: 'own',
      force: 'hard',
      effectiveFrom: '2020-01-01',
      ...(onceIn(3) && { minCrew: of([1, 2, 3]) }),
      ...(onceIn(6) && { maxCrew: of([3, 4]) }),
      idRequired: onceIn(3),
      ...(onceIn(3) && { priorNoticeHours: of([0, 1, 24]) }),
      purposeExplainedFirst: onceIn(4),
      entryNeedsConsent: onceIn(3),
      placesBarred: onceIn(3) ? someOf(drawnPlaces) : [],
      wholeVisitRecorded: onceIn(4),
      filmingInsideNeedsConsent: onceIn(4),
      publicPostingBarred: onceIn(4),
      notIfVulnerable: onceIn(4),
    },
    plan: {
      at,
      crew: of([0, 1, 2, 2, 3, 4, 5]),
      ...mostly('idCarried'),
      ...mostly('purposeExplained'),
      ...mostly('placeConsent'),
      ...mostly('entryConsent'),
      ...mostly('filmConsent'),
      ...rarely('entersHome'),
      ...rarely('filmsInside'),
      ...rarely('postsInPublic'),
      ...(!onceIn(4) && { placeType: of(drawnPlaces) }),
      ...(!onceIn(4) && { recording: of(['whole', 'whole', 'part', 'none'] as const) }),
      ...(!onceIn(4) && { vulnerable: of(['no', 'no', 'suspected', 'known'] as const) }),
      ...(!onceIn(3) && { noticeGivenAt: laterBy(at, of([-24 * hour, -24 * hour + 1, -hour, -hour + 1, 0, 1])) }),
    },
  };
};
