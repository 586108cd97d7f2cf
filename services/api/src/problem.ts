/** What was wrong with one field of a request. */
export type FieldFault = { field: string; reason: string };

type More = {
  errors?: FieldFault[];
  until?: string;
  rules?: string[];
  revoked?: string;
  reason?: string;
  retryAfterS?: number;
  allow?: string;
};

/**
 * An answer that is no success, as RFC 9457 has it. `code` is stable and what callers decide by; `detail` is for people and may change.
 * Never personal data, and of what is another's business no more than that it is.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: More = {},
  ) {
    super(`${status} ${code}`);
  }
}

/** The body (`application/problem+json`) of a problem. */
export const problemBody = ({ status, code, detail, more }: Problem, requestId: string): object => {
  const { retryAfterS: _after, allow: _methods, ...shown } = more;
  return { type: `urn:recourse:problem:${code}`, title: code, status, code, detail, requestId, ...shown };
};
