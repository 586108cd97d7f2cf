import type { Channel } from '@recourse/domain/contact/channel';
import type { ContactContent, ContactLine } from '@recourse/domain/contact/contact-content';
import type { ContactPractice } from '@recourse/domain/contact/contact-practice';
import { isSpoken } from '@recourse/domain/contact/purpose-scope';
import type { Actor } from '@recourse/domain/law/shapes/rule-head';
import type { BeginRules } from './begin-rules.js';
import { writtenIn } from './render-message.js';

/** Who contacts, an agency by its id, and by which template where a machine says it. */
export type ContactSender = { actor: Actor; agencyId?: string; template?: string };

/** What a machine of ours says on the telephone, whoever lets it dial. */
export const callScript = 'call-script';

type Rules = Pick<BeginRules, 'contacts' | 'partners' | 'templates'>;

const practiceOf = ({ actor, agencyId }: ContactSender, { contacts, partners }: Rules): Partial<ContactPractice> =>
  actor === 'first-party' ? contacts : (partners.get(agencyId ?? '') ?? {});

/** The line or account that a contact by this channel goes out by. Undefined: nobody said. */
export const lineOf = (channel: Channel, sender: ContactSender, rules: Rules): ContactLine | undefined =>
  practiceOf(sender, rules).lines?.[channel];

/**
 * What will be said to somebody of that language: by a template its words in the language it is written in, by people what their script
 * says in any language they speak. Undefined: nobody knows, as of what an agency writes.
 */
export function whatIsSaid(
  channel: Channel,
  sender: ContactSender,
  language: string,
  rules: Rules,
): ContactContent | undefined {
  if (sender.template !== undefined) {
    const template = rules.templates.byName.get(sender.template);
    return (
      template && {
        says: template.says,
        firstContact: template.firstContact,
        languages: [writtenIn(language)],
      }
    );
  }
  const { spoken } = practiceOf(sender, rules);
  return spoken && isSpoken(channel) ? { ...spoken, firstContact: true } : undefined;
}
