export const handedOverAt = '2026-01-12T00:00:00.000Z';

/** With an agency for a morning. */
export const placement = (caseId: string) => ({
  kind: 'agency',
  id: `${caseId}/1/place-1/1`,
  partnerId: 'agency-1',
  round: 1,
  since: handedOverAt,
});

/** As the journal of the case states it. */
export const overAndBack = (caseId: string, backAt: string) => [
  { type: 'handed-over', at: handedOverAt, to: placement(caseId) },
  { type: 'handed-back', at: backAt, placementId: placement(caseId).id, because: 'returned' },
];
