import {
  ProviderUnavailable,
  type MessageChannel,
  type PartnerAnswer,
  type PartnerPort,
  type ProviderAnswer,
} from '@recourse/activities/contact/channels';

/** `timeout-after-send`: taken, then the line drops. `unavailable`: answered that it is not taken. `silent`: no answer to a question. */
export type ProviderHazard = 'timeout-after-send' | 'unavailable' | 'silent';

export type MemoryProviders = {
  messages: MessageChannel;
  agency: PartnerPort;
  lawFirm: PartnerPort;
  /** What was taken, in order; each id once. */
  received: { id: string; to: string; text: string }[];
  /** The next requests behave so. */
  hazards: ProviderHazard[];
  /** What the provider says of an id when asked. */
  outcomes: Map<string, ProviderAnswer>;
};

/** Every provider in memory; addresses beginning with `bad` are refused. */
export function memoryProviders(): MemoryProviders {
  const received: MemoryProviders['received'] = [];
  const hazards: ProviderHazard[] = [];
  const outcomes: MemoryProviders['outcomes'] = new Map();

  const take = (id: string, to: string, text: string, notAfter?: Date): PartnerAnswer => {
    if (outcomes.has(id)) return { result: 'accepted' };
    const next = hazards[0] === 'silent' ? undefined : hazards.shift();
    if (next === 'unavailable') throw new ProviderUnavailable('unavailable');
    if (notAfter && Date.now() > notAfter.getTime()) return { result: 'refused', reason: 'past-not-after' };
    if (to.startsWith('bad')) return { result: 'refused', reason: 'unknown-address' };
    outcomes.set(id, 'accepted');
    received.push({ id, to, text });
    if (next === 'timeout-after-send') throw new Error('timed out');
    return { result: 'accepted' };
  };
  const answer = async (id: string): Promise<ProviderAnswer> => {
    if (hazards[0] === 'silent') throw new Error('no answer');
    return outcomes.get(id) ?? 'not-found';
  };
  const partner: PartnerPort = {
    handOver: async ({ placementId, partnerId, loanId, creditor, notAfter }) =>
      take(placementId, partnerId, creditor === undefined ? loanId : `${loanId} for ${creditor}`, notAfter),
    async takeBack({ actId, partnerId, reason }) {
      take(actId, partnerId, reason);
      return { result: 'accepted' };
    },
    ask: answer,
  };

  return {
    received,
    hazards,
    outcomes,
    messages: {
      async send({ actId, to, text, notAfter }) {
        const taken = take(actId, to, text, notAfter);
        return taken.result === 'accepted' ? { result: 'accepted', providerRef: `ref:${actId}` } : taken;
      },
      ask: answer,
    },
    agency: partner,
    lawFirm: partner,
  };
}
