import type { Course } from './course.js';

/**
 * Whether the case is with a partner while another collects from the borrower, as when two records turn out to be of one human (ADR 0026): one
 * collecting party per person at a time (requirements D7), so this case's is taken back.
 */
export const isCollectedByAnother = ({ kase: { handedTo }, seen }: Course): boolean => {
  const party = seen.people.find(({ role }) => role === 'borrower')?.collectingParty;
  if (!handedTo || !party) return false;
  return party.kind !== handedTo.kind || party.partnerId !== handedTo.partnerId;
};
