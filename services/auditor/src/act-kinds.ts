import type { AuditedAct } from './audited-act.js';

/** Acts that reach a person. */
const contacts = new Set(['send-reminder', 'send-notice', 'place-call', 'arrange-visit']);
/** Taking something back is what a payment asks for: it waits for nothing. */
const takingBack = new Set(['recall-from-agency', 'withdraw-from-legal']);

export const takesBack = ({ kind }: AuditedAct): boolean => takingBack.has(kind);

export const isContact = ({ kind }: AuditedAct): boolean => contacts.has(kind);

/** Contacts that press for money or announce measures, and handing a loan over; not answers to what a person asked. */
export const pursues = (act: AuditedAct): boolean => !takesBack(act) && act.purpose !== 'service';

/** The plan an act was for, though it is known never to have gone out and was set aside. */
export const planOf = (name: string): string => name.replace(/~\d+$/, '');

export const isSetAside = ({ id }: AuditedAct): boolean => planOf(id) !== id;

/** We let it begin: what an agency did of its own accord counts, and is a breach of the agency's. */
export const isOurs = ({ reported }: AuditedAct): boolean => reported !== true;

/** Whose contacts a check is about; by default those we let begin. */
export type Judged = (act: AuditedAct) => boolean;
