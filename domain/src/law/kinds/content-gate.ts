import { primaryLanguage } from '../../contact/contact-content.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import { isFirstContact } from '../../contact/is-first-contact.js';
import { isThirdParty } from '../../contact/is-third-party.js';
import type { Saying } from '../../contact/content/sayings.js';
import { bearsOn, contactAsked } from '../bears-on.js';
import type { ContentGate } from '../shapes/content-gate-shape.js';

/** What hangs on this contact and this person. Words are judged when a template is approved, once for all. */
const asksOfContact = ({ mustSay, mustNotSay, firstContactOnly, sameLanguage, thirdPartySafe }: ContentGate): boolean =>
  firstContactOnly || sameLanguage || thirdPartySafe || mustSay.length > 0 || mustNotSay.length > 0;

/** Sayings from which anybody learns that there is a debt, what of it or what will come of it (GB/T 45251-2025, s.5.3; CONC 7.9; 940 CMR 7.05). */
const ofDebt: ReadonlySet<Saying> = new Set([
  'amount',
  'due-date',
  'how-to-pay',
  'debt-collector',
  'attempt-to-collect',
  'dispute-rights',
  'legal-action',
  'credit-bureau',
]);

/** Of somebody whom the list of a rule leaves out, but who neither owes nor speaks for who owes: the debt is not for them either. */
const safeForThird = (rule: ContentGate, { attempt, person, content }: GateAsk): Finding | undefined => {
  const { channel, purpose } = attempt;
  if (!rule.thirdPartySafe || !isThirdParty(person.party)) return undefined;
  if (!rule.channels.includes(channel) || !rule.purposes.includes(purpose)) return undefined;
  const shown = content?.says.filter((each) => ofDebt.has(each)) ?? [];
  const inputs = { channel, known: content !== undefined, ofDebt: shown.join(' ') };
  return content !== undefined && shown.length === 0
    ? { inputs, verdict: 'allow' }
    : { inputs, verdict: 'refuse', reason: 'content-not-lawful' };
};

/** Whether a contact says what it must and nothing it must not, in the person's language. What it will say being unknown, it may say anything. */
export const contentGate = (rule: ContentGate, ask: GateAsk): Finding | undefined => {
  const { attempt, person, content } = ask;
  if (!asksOfContact(rule)) return undefined;
  if (!bearsOn(rule, contactAsked(ask))) return safeForThird(rule, ask);
  const { channel } = attempt;
  const { mustSay, mustNotSay, firstContactOnly, sameLanguage, thirdPartySafe } = rule;
  if (firstContactOnly && !isFirstContact(rule, ask)) return { inputs: { channel, first: false }, verdict: 'allow' };

  const first = firstContactOnly ? { first: true, writtenAsFirst: content?.firstContact ?? false } : {};
  const missing = mustSay.filter((each) => content?.says.includes(each) !== true);
  const barred = mustNotSay.filter((each) => content === undefined || content.says.includes(each));
  const shown = thirdPartySafe ? (content?.says.filter((each) => ofDebt.has(each)) ?? []) : [];
  const says = {
    known: content !== undefined,
    missing: missing.join(' '),
    barred: barred.join(' '),
    ...(thirdPartySafe && { ofDebt: shown.join(' ') }),
  };
  const isSaid = missing.length + barred.length + shown.length === 0;
  const isFit = content !== undefined && isSaid && (!firstContactOnly || content.firstContact);
  if (!isFit) return { inputs: { channel, ...first, ...says }, verdict: 'refuse', reason: 'content-not-lawful' };
  if (!sameLanguage) return { inputs: { channel, ...first }, verdict: 'allow' };

  const theirs = person.language === undefined ? undefined : primaryLanguage(person.language);
  const languages = { theirs: theirs ?? 'unknown', said: content.languages.join(' ') };
  return theirs !== undefined && content.languages.includes(theirs)
    ? { inputs: { channel, ...first, ...languages }, verdict: 'allow' }
    : { inputs: { channel, ...first, ...languages }, verdict: 'refuse', reason: 'language-not-theirs' };
};
