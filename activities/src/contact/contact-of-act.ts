import type { Act } from '@recourse/domain/case/act';
import type { Terms } from '@recourse/domain/case/terms';
import type { Channel, Purpose } from '@recourse/domain/contact/channel';
import { partnerActOf } from './partner-act.js';

/** Whom an act reaches, how and why. */
export type Contact = { channel: Channel; purpose: Purpose; personId: string; pointId: string };

/** Undefined for what goes to an agency, a law firm or servicing and to no person. */
export function contactOf(act: Act): Contact | undefined {
  switch (act.kind) {
    case 'send-reminder':
    case 'send-notice':
      return { channel: act.channel, purpose: act.purpose, personId: act.personId, pointId: act.pointId };
    case 'place-call':
      return {
        channel: act.by === 'desk' ? 'call' : act.by,
        purpose: act.purpose,
        personId: act.personId,
        pointId: act.pointId,
      };
    case 'arrange-visit':
      return { channel: 'visit', purpose: 'collect', personId: act.personId, pointId: act.pointId };
    case 'place-with-agency':
    case 'recall-from-agency':
    case 'refer-to-legal':
    case 'withdraw-from-legal':
    case 'verify-loan':
      return undefined;
    default:
      return act satisfies never;
  }
}

/** A collector calls, a crew goes there; everything else a machine sends. */
export const byPeople = ({ channel }: Contact): boolean => channel === 'call' || channel === 'visit';

/** The person whose document `begin` writes for an act: the one contacted, or the borrower who gets a collecting party. */
export function personOf(act: Act, terms: Terms | undefined): string | undefined {
  const contact = contactOf(act);
  if (contact) return contact.personId;
  const asked = partnerActOf(act);
  return asked && asked.takesBack === undefined ? borrowerOf(terms) : undefined;
}

export const borrowerOf = (terms: Terms | undefined): string | undefined =>
  terms?.debtors.find(({ role }) => role === 'borrower')?.personId;
