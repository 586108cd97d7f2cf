/** A number or address of a person. `verifiedOn`, `invalidSince`: days. */
export type AuditedNumber = {
  pointId: string;
  kind?: string;
  zones?: string[];
  placeType?: string;
  verifiedOn?: string;
  invalidSince?: string;
};
