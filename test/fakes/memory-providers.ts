import {
  ProviderUnavailable,
  type AgencyPort,
  type LawFirmPort,
  type MessageChannel,
  type ProviderAnswer,
} from '@recourse/activities/contact/channels';

/** `timeout-after-send`: taken, then the line drops. `unavailable`: answered that it is not taken. `silent`: no answer to a question. */
export type ProviderHazard = 'timeout-after-send' | 'unavailable' | 'silent';

export type MemoryProviders = {
  messages: MessageChannel;
  agency: AgencyPort;
  lawFirm: LawFirmPort;
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

  const take = (
    id: string,
    to: string,
    text: string,
    notAfter?: Date,
  ): { result: 'accepted' } | { result: 'refused'; reason: string } => {
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
  const takeBack = async (
    { actId, reason }: { actId: string; reason: string },
    partner: string,
  ): Promise<{ result: 'accepted' }> => {
    take(actId, partner, reason);
    return { result: 'accepted' };
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
    agency: {
      place: async ({ placementId, agencyId, loanId, notAfter }) => take(placementId, agencyId, loanId, notAfter),
      recall: (recall) => takeBack(recall, recall.agencyId),
      ask: answer,
    },
    lawFirm: {
      refer: async ({ placementId, firmId, loanId, notAfter }) => take(placementId, firmId, loanId, notAfter),
      withdraw: (withdrawal) => takeBack(withdrawal, withdrawal.firmId),
      ask: answer,
    },
  };
}
