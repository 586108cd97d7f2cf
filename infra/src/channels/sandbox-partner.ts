import type { PartnerAnswer, PartnerPort } from '@recourse/activities/contact/channels';
import { answerOf } from './sandbox-channel.js';
import { sandboxRequest, textOf } from './sandbox-request.js';

type Handover = Parameters<PartnerPort['handOver']>[0];

/** The paths of a kind of partner: its own, its placements' and how one is taken back. */
type PartnerPaths = { partners: string; placements: string; back: string };

/** The sandbox's partners of one kind. */
export function sandboxPartner(baseUrl: string, { partners, placements, back }: PartnerPaths): PartnerPort {
  return {
    handOver: (handover) => handOver(baseUrl, [partners, handover.partnerId, placements], handover),
    takeBack: ({ actId, placementId, partnerId, reason }) =>
      takeBack(baseUrl, [partners, partnerId, placements, placementId, back], actId, reason),
    ask: async (actId, partnerId) =>
      answerOf(await sandboxRequest(baseUrl, 'GET', [partners, partnerId, 'requests', actId])),
  };
}

/** Hands a loan to an agency or law firm; the placement's id is the request's. @throws on trouble: then it may have been taken */
async function handOver(
  baseUrl: string,
  path: readonly string[],
  { placementId, loanId, personId, amount, currency, creditor, notAfter }: Handover,
): Promise<PartnerAnswer> {
  const request = {
    id: placementId,
    loan: loanId,
    person: personId,
    amount,
    currency,
    ...(creditor !== undefined && { creditor }),
    notAfter: notAfter.toISOString(),
  };
  const { status, body } = await sandboxRequest(baseUrl, 'POST', path, request);
  if (status === 422) return { result: 'refused', reason: textOf(body, 'reason') ?? 'refused' };
  if (status !== 200 && status !== 202) throw new Error(`${path[0]} answered ${status}`);
  return { result: 'accepted' };
}

/** Takes it back. Refused: the partner has no such placement. @throws on trouble */
async function takeBack(baseUrl: string, path: readonly string[], id: string, reason: string): Promise<PartnerAnswer> {
  const { status, body } = await sandboxRequest(baseUrl, 'POST', path, { id, reason });
  if (status === 422) return { result: 'refused', reason: textOf(body, 'reason') ?? 'refused' };
  if (status !== 200 && status !== 202) throw new Error(`${path[0]} answered ${status}`);
  return { result: 'accepted' };
}
