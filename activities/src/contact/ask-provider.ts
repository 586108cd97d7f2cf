import type { ActRecord } from '../records/act-record.js';
import type { MessageChannel, PartnerPort, ProviderAnswer } from './channels.js';
import { byPeople, contactOf } from './contact-of-act.js';
import { partnerActOf, type PartnerAct } from './partner-act.js';

export type PartnerPorts = { agency: PartnerPort; lawFirm: PartnerPort };
export type ProviderPorts = PartnerPorts & { messages: MessageChannel };

/** What the provider of an act says of it; undefined when people do it and there is nobody to ask. Throws on trouble. */
export async function askProvider(ports: ProviderPorts, { _id, act }: ActRecord): Promise<ProviderAnswer | undefined> {
  const asked = partnerActOf(act);
  if (asked) return partnerOf(ports, asked).ask(_id, asked.partnerId);
  const contact = contactOf(act);
  return contact && !byPeople(contact) ? ports.messages.ask(_id, contact.channel) : undefined;
}

export const partnerOf = ({ agency, lawFirm }: PartnerPorts, { kind }: PartnerAct): PartnerPort =>
  kind === 'agency' ? agency : lawFirm;

/** Partners answer at once and for good: what they took is done. A message is done when its receipt comes. */
export const isPartnerAct = ({ act }: ActRecord): boolean => partnerActOf(act) !== undefined;
