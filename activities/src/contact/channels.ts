import type { Channel } from '@recourse/domain/contact/channel';

/** What a provider says of an act when asked by its id. `not-found`: it never took it. */
export type ProviderAnswer = 'accepted' | 'delivered' | 'failed' | 'not-found';

/** The provider answered that it did not take the request, so nothing of it is under way. Any other trouble leaves that open. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** A machine channel: SMS, e-mail, app message, dialler, voice bot, letter. The act id is the idempotency key: twice the same id is sent once. */
export interface MessageChannel {
  /** `refused`: the provider will not (bad number, past `notAfter`, a receipt needed that it does not tell). Throws on trouble and time-out: then it may or may not have been sent, so `ask`. */
  send(message: {
    actId: string;
    channel: Channel;
    to: string;
    language: string;
    text: string;
    /** What a push, a locked screen or the list of a mailbox shows of it; nothing of a debt. */
    preview?: string;
    /** A notice: that it was taken is no proof, only that it arrived is. */
    needsReceipt: boolean;
    notAfter: Date;
  }): Promise<{ result: 'accepted'; providerRef: string } | { result: 'refused'; reason: string }>;
  ask(actId: string, channel: Channel): Promise<ProviderAnswer>;
}

export type PartnerAnswer = { result: 'accepted' } | { result: 'refused'; reason: string };

/**
 * An agency (委外) or a law firm (司法): what they take they have at once and for good. A placement's id is the id of the act that
 * hands it over; the act's id is the idempotency key. Throws on trouble and time-out as a channel does.
 */
export interface PartnerPort {
  handOver(handover: {
    placementId: string;
    partnerId: string;
    loanId: string;
    personId: string;
    amount: number;
    currency: string;
    /** The creditor's id after a change; absent: who lent. */
    creditor?: string;
    notAfter: Date;
  }): Promise<PartnerAnswer>;
  takeBack(back: { actId: string; placementId: string; partnerId: string; reason: string }): Promise<PartnerAnswer>;
  ask(actId: string, partnerId: string): Promise<ProviderAnswer>;
}

/** Opens a sealed contact value at the moment of sending; nothing else may. */
export interface PointVault {
  open(tenant: string, personId: string, pointId: string): Promise<string>;
}
