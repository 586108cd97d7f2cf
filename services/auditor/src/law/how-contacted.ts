import type { AuditedAct } from '../audited-act.js';
import type { HowToContact, Practice } from './practice.js';

/** How who made a contact makes them. Undefined: nobody told us how an agency does. */
export const howContacted = (
  { sender, actor }: Pick<AuditedAct, 'sender' | 'actor'>,
  { own, partners }: Pick<Practice, 'own' | 'partners'>,
): HowToContact | undefined => (sender === 'first-party' ? own : partners.get(actor));
