import type { ActRecord } from '../records/act-record.js';
import type { AgencyPort, LawFirmPort, MessageChannel, ProviderAnswer } from './channels.js';

export type ProviderPorts = { messages: MessageChannel; agency: AgencyPort; lawFirm: LawFirmPort };

/** What the provider of an act says of it; undefined when people do it and there is nobody to ask. Throws on trouble. */
export async function askProvider(
  { messages, agency, lawFirm }: ProviderPorts,
  { _id, act }: ActRecord,
): Promise<ProviderAnswer | undefined> {
  switch (act.kind) {
    case 'send-reminder':
    case 'send-notice':
      return messages.ask(_id, act.channel);
    case 'place-call':
      return act.by === 'desk' ? undefined : messages.ask(_id, act.by);
    case 'arrange-visit':
      return undefined;
    case 'place-with-agency':
    case 'recall-from-agency':
      return agency.ask(_id, act.agencyId);
    case 'refer-to-legal':
    case 'withdraw-from-legal':
      return lawFirm.ask(_id, act.firmId);
    default:
      return act satisfies never;
  }
}

/** Partners answer at once and for good: what they took is done. A message is done when its receipt comes. */
export const isPartnerAct = ({ act }: ActRecord): boolean => {
  switch (act.kind) {
    case 'place-with-agency':
    case 'recall-from-agency':
    case 'refer-to-legal':
    case 'withdraw-from-legal':
      return true;
    case 'send-reminder':
    case 'send-notice':
    case 'place-call':
    case 'arrange-visit':
      return false;
    default:
      return act satisfies never;
  }
};
