import { sandboxRequest, textOf } from './sandbox-request.js';

type Handover = {
  placementId: string;
  loanId: string;
  personId: string;
  amount: number;
  currency: string;
  notAfter: Date;
};

/** Hands a loan to an agency or law firm; the placement's id is the request's. @throws on trouble: then it may have been taken */
export async function handOver(
  baseUrl: string,
  path: readonly string[],
  { placementId, loanId, personId, amount, currency, notAfter }: Handover,
): Promise<{ result: 'accepted' } | { result: 'refused'; reason: string }> {
  const request = {
    id: placementId,
    loan: loanId,
    person: personId,
    amount,
    currency,
    notAfter: notAfter.toISOString(),
  };
  const { status, body } = await sandboxRequest(baseUrl, 'POST', path, request);
  if (status === 422) return { result: 'refused', reason: textOf(body, 'reason') ?? 'refused' };
  if (status !== 200 && status !== 202) throw new Error(`${path[0]} answered ${status}`);
  return { result: 'accepted' };
}

/** Takes it back. Refused: the partner has no such placement. @throws on trouble */
export async function takeBack(
  baseUrl: string,
  path: readonly string[],
  id: string,
  reason: string,
): Promise<{ result: 'accepted' } | { result: 'refused'; reason: string }> {
  const { status, body } = await sandboxRequest(baseUrl, 'POST', path, { id, reason });
  if (status === 422) return { result: 'refused', reason: textOf(body, 'reason') ?? 'refused' };
  if (status !== 200 && status !== 202) throw new Error(`${path[0]} answered ${status}`);
  return { result: 'accepted' };
}
