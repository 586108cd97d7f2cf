/** What every rule of a pack says of itself; `jurisdiction` of its pack. */
export type RuleHead = {
  id: string;
  citation: string;
  jurisdiction: string;
  actor: string[];
  product?: string[] | undefined;
  effectiveFrom: string;
  effectiveTo?: string | undefined;
};
