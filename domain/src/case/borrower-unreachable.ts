import type { ZoneSlice } from '../calendar/zone.js';
import { unreachable, type Unreachable } from '../contact/unreachable.js';
import type { Seen } from './seen.js';

/** Asked last: one turn asks several times of the same sight. */
let last: { seen: Pick<Seen, 'people' | 'rules'>; proof: Unreachable | undefined } | undefined;

/** Whether the borrower is proved unreachable by what a case sees, with the evidence. */
export const borrowerUnreachable = (seen: Pick<Seen, 'people' | 'rules'>): Unreachable | undefined => {
  if (last?.seen === seen) return last.proof;
  const proof = judge(seen);
  last = { seen, proof };
  return proof;
};

const judge = ({ people, rules }: Pick<Seen, 'people' | 'rules'>): Unreachable | undefined => {
  const borrower = people.find(({ role, known }) => role === 'borrower' && known);
  if (!borrower) return undefined;
  const names = borrower.candidateZones ?? (borrower.zone === undefined ? [] : [borrower.zone]);
  const zones = names.flatMap((name): ZoneSlice[] => (rules.zones[name] ? [rules.zones[name]] : []));
  return unreachable({
    points: borrower.points,
    ledger: borrower.ledger ?? [],
    zones: zones.length === names.length ? zones : [],
  });
};
