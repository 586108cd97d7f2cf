export type AuditedHold = {
  id: string;
  reason: string;
  scope: { loan?: string; person?: string; point?: string };
  stops: string[];
  from: string;
  until?: string;
  endedAt?: string;
  /** What it says of its beginning, where `from` is when it became known. */
  since?: string;
};
