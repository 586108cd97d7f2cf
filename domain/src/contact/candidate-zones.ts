/**
 * What speaks of the zone a person is in, as IANA names. `numbers`: the zones each mobile number may be of; `others`: the zones of another
 * record of the same person, of which one as good as the other may be right.
 */
export type ZoneEvidence = {
  explicit?: string;
  address?: string;
  others?: readonly string[];
  numbers: readonly string[];
};

/**
 * Every zone the person may be in; contact must be lawful in all of them (12 CFR 1006.6(b)(1)(i), comment 6(b)(1)(i)-2: of conflicting
 * locations, a time convenient in each). What the person told and the address are strong; they may differ, and then both count. A number
 * moves with its owner and stays when the owner moves: it adds zones where nobody told one, and alone it says nothing. None: unknown.
 */
export const candidateZones = ({ explicit, address, others = [], numbers }: ZoneEvidence): string[] => {
  const strong = [explicit, address, ...others].filter((zone) => zone !== undefined);
  if (strong.length === 0) return [];
  return [...new Set(explicit === undefined ? [...strong, ...numbers] : strong)];
};
