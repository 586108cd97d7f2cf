import type { Channel } from '@recourse/domain/contact/channel';

/** What a provider says of an act when asked by its id. `not-found`: it never took it. */
export type ProviderAnswer = 'accepted' | 'delivered' | 'failed' | 'not-found';

/** The provider answered that it did not take the request, so nothing of it is under way. Any other trouble leaves that open. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** A machine channel: SMS, e-mail, app message, dialler, voice bot, letter. The act id is the idempotency key: twice the same id is sent once. */
export interface MessageChannel {
  /** `refused`: the provider will not (bad number, past `notAfter`). Throws on trouble and time-out: then it may or may not have been sent, so `ask`. */
  send(message: {
    actId: string;
    channel: Channel;
    to: string;
    language: string;
    text: string;
    notAfter: Date;
  }): Promise<{ result: 'accepted'; providerRef: string } | { result: 'refused'; reason: string }>;
  ask(actId: string, channel: Channel): Promise<ProviderAnswer>;
}

/** An agency (委外). Placement id = act id. */
export interface AgencyPort {
  place(placement: {
    placementId: string;
    agencyId: string;
    loanId: string;
    personId: string;
    amount: number;
    currency: string;
    notAfter: Date;
  }): Promise<{ result: 'accepted' } | { result: 'refused'; reason: string }>;
  recall(recall: {
    actId: string;
    placementId: string;
    agencyId: string;
    reason: string;
  }): Promise<{ result: 'accepted' } | { result: 'refused'; reason: string }>;
  ask(actId: string, agencyId: string): Promise<ProviderAnswer>;
}

/** A law firm (司法). */
export interface LawFirmPort {
  refer(referral: {
    placementId: string;
    firmId: string;
    loanId: string;
    personId: string;
    amount: number;
    currency: string;
    notAfter: Date;
  }): Promise<{ result: 'accepted' } | { result: 'refused'; reason: string }>;
  withdraw(withdrawal: {
    actId: string;
    placementId: string;
    firmId: string;
    reason: string;
  }): Promise<{ result: 'accepted' } | { result: 'refused'; reason: string }>;
  ask(actId: string, firmId: string): Promise<ProviderAnswer>;
}

/** Opens a sealed contact value at the moment of sending; nothing else may. */
export interface PointVault {
  open(tenant: string, personId: string, pointId: string): Promise<string>;
}
