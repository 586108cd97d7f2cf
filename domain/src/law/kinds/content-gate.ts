import { primaryLanguage } from '../../contact/contact-content.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import { isFirstContact } from '../../contact/is-first-contact.js';
import { bearsOn, contactAsked } from '../bears-on.js';
import type { ContentGate } from '../shapes/content-gate-shape.js';

/** What hangs on this contact and this person alone. Words and safety before third parties are judged when a template is approved, once for all. */
const asksOfContact = ({ mustSay, mustNotSay, firstContactOnly, sameLanguage }: ContentGate): boolean =>
  firstContactOnly || sameLanguage || mustSay.length > 0 || mustNotSay.length > 0;

/** Whether a contact says what it must and nothing it must not, in the person's language. What it will say being unknown, it says nothing it must. */
export const contentGate = (rule: ContentGate, ask: GateAsk): Finding | undefined => {
  const { attempt, person, content } = ask;
  if (!asksOfContact(rule) || !bearsOn(rule, contactAsked(ask))) return undefined;
  const { channel } = attempt;
  const { mustSay, mustNotSay, firstContactOnly, sameLanguage } = rule;
  if (firstContactOnly && !isFirstContact(rule, ask)) return { inputs: { channel, first: false }, verdict: 'allow' };

  const first = firstContactOnly ? { first: true, writtenAsFirst: content?.firstContact ?? false } : {};
  const missing = mustSay.filter((each) => content?.says.includes(each) !== true);
  const barred = mustNotSay.filter((each) => content === undefined || content.says.includes(each));
  const says = { known: content !== undefined, missing: missing.join(' '), barred: barred.join(' ') };
  const isFit =
    content !== undefined && missing.length === 0 && barred.length === 0 && (!firstContactOnly || content.firstContact);
  if (!isFit) return { inputs: { channel, ...first, ...says }, verdict: 'refuse', reason: 'content-not-lawful' };
  if (!sameLanguage) return { inputs: { channel, ...first }, verdict: 'allow' };

  const theirs = person.language === undefined ? undefined : primaryLanguage(person.language);
  const languages = { theirs: theirs ?? 'unknown', said: content.languages.join(' ') };
  return theirs !== undefined && content.languages.includes(theirs)
    ? { inputs: { channel, ...first, ...languages }, verdict: 'allow' }
    : { inputs: { channel, ...first, ...languages }, verdict: 'refuse', reason: 'language-not-theirs' };
};
