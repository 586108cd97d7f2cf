const id = /^[A-Za-z0-9._-]{1,64}$/;

/** `tenant|loan`: the record key of a loan's events, so that they keep their order. Throws when either is not an id. */
export function loanKey(tenant: string, loan: string): string {
  if (!id.test(tenant) || !id.test(loan))
    throw new Error(`not an id: ${JSON.stringify(id.test(tenant) ? loan : tenant)}`);
  return `${tenant}|${loan}`;
}

/** The inverse of `loanKey`; undefined when the key, as it may arrive from outside, does not name a loan. */
export function parseLoanKey(key: string | null): { tenant: string; loan: string } | undefined {
  const [tenant, loan, ...rest] = (key ?? '').split('|');
  if (tenant === undefined || loan === undefined || rest.length > 0) return undefined;
  return id.test(tenant) && id.test(loan) ? { tenant, loan } : undefined;
}
