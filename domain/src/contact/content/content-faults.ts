import type { Law } from '../../law/law.js';
import type { Rule, RuleOf } from '../../law/rule.js';
import type { Channel } from '../channel.js';
import { approvalFault } from './approval-fault.js';
import { besideAmount } from './beside-amount.js';
import type { ContentAround } from './content-around.js';
import type { ContentFault, ContentFaultReason } from './content-fault.js';
import { forbiddenIn } from './forbidden-in.js';
import { isWrittenIn } from './is-written-in.js';
import { liquidParts, outputsAllowed, tagsAllowed } from './liquid-parts.js';
import { literalMoney } from './literal-money.js';
import { languages, type Language, type MessageTemplate } from './message-template.js';
import { wordsIn } from './plain-words.js';
import { revealed, mustBeSafe } from './reveals-debt.js';
import { sayingsIn, type Saying } from './sayings.js';
import { allOf } from './word-lists.js';

/** Channels that show a part of a message before anybody opens it: a push, a subject. */
const previewed: readonly Channel[] = ['app', 'im', 'email'];

type Gate = RuleOf<'content-gate'>;

const meets = <T>(a: readonly T[] | undefined, b: readonly T[]): boolean =>
  a === undefined || a.some((each) => b.includes(each));

/** Every rule about content that may bear on a message of this template, of every pack and time: a template is approved for all of them. */
const gatesOn = (template: MessageTemplate, { packs }: Law): Gate[] =>
  packs
    .flatMap(({ rules }) => rules)
    .filter((rule): rule is Gate => rule.kind === 'content-gate')
    .filter(
      (rule) =>
        meets(rule.actor, template.senders) &&
        meets(rule.channels, template.channels) &&
        meets(rule.purposes, template.purposes) &&
        meets(rule.parties, template.parties) &&
        (!rule.firstContactOnly || template.firstContact),
    );

const offersOptOut = (rule: Rule, { senders, channels }: MessageTemplate): boolean =>
  rule.kind === 'channel-permission' &&
  rule.mustOfferOptOut &&
  meets(rule.actor, senders) &&
  meets(rule.channels, channels);

const isMachineVoice = ({ channels }: MessageTemplate): boolean => channels.includes('voice-bot');

const sayingFaults = (template: MessageTemplate, { law }: ContentAround): ContentFault[] => {
  const { says, channels } = template;
  const fault = (reason: ContentFaultReason, detail: string, path = 'says'): ContentFault => ({ path, reason, detail });
  const gates = gatesOn(template, law);
  const optOut = law.packs.flatMap(({ rules }) => rules).filter((rule) => offersOptOut(rule, template));
  const demanded: [Saying, string][] = [
    ...gates.flatMap(({ id, mustSay }) => mustSay.map((each): [Saying, string] => [each, id])),
    ...optOut.map(({ id }): [Saying, string] => ['opt-out', id]),
    ...(isMachineVoice(template) ? (['automated', 'human-on-request'] as const) : []).map((each): [Saying, string] => [
      each,
      'a voice bot',
    ]),
  ];
  const barred = gates.flatMap(({ id, mustNotSay }) => mustNotSay.map((each): [Saying, string] => [each, id]));
  const inText = languages.flatMap((language) => {
    const said = sayingsIn(template.text[language], language);
    return [
      ...says.filter((each) => !said.includes(each)).map((each) => fault('does-not-say', each, `text.${language}`)),
      ...said.filter((each) => !says.includes(each)).map((each) => fault('says-undeclared', each, `text.${language}`)),
    ];
  });
  return [
    ...demanded.filter(([each]) => !says.includes(each)).map(([each, by]) => fault('must-say', `${each} (${by})`)),
    ...barred.filter(([each]) => says.includes(each)).map(([each, by]) => fault('must-not-say', `${each} (${by})`)),
    ...inText,
    ...(channels.some((channel) => previewed.includes(channel)) && !template.preview
      ? [fault('no-preview', 'it shows on a locked screen or in a mailbox’s list', 'preview')]
      : []),
  ];
};

const wordFaults = (
  path: string,
  text: string,
  language: Language,
  template: MessageTemplate,
  around: ContentAround,
): ContentFault[] => {
  const { law, words } = around;
  const { literal, outputs, tags } = liquidParts(text);
  const fault = (reason: ContentFaultReason, detail: string): ContentFault => ({ path, reason, detail });
  const money = literalMoney(literal) ?? besideAmount(text);
  const altered = outputs.filter((each) => each.includes('|'));
  const unknown = [
    ...outputs.filter((each) => !outputsAllowed.includes(each) && !each.includes('|')),
    ...tags.filter((each) => !tagsAllowed.includes(each)),
  ];
  const forbidden = forbiddenIn(literal, words, gatesOn(template, law));
  return [
    ...(isWrittenIn(literal, language) ? [] : [fault('wrong-language', language)]),
    ...unknown.map((each) => fault('unknown-variable', each)),
    ...altered.map((each) => fault('amount-not-from-position', each)),
    ...(money === undefined ? [] : [fault('amount-not-from-position', money)]),
    ...forbidden.map((each) => fault('forbidden-words', each)),
    ...(isMachineVoice(template) ? wordsIn(literal, allOf(words.settling)).map((each) => fault('settles', each)) : []),
  ];
};

/**
 * Everything for which a template cannot be used: against the rules of content of every pack, whatever the place, the lender's word lists, and
 * what holds for every message: amounts only from the position, both languages, nothing undeclared, approved as it stands.
 */
export const contentFaults = (template: MessageTemplate, around: ContentAround): ContentFault[] => {
  const safe = mustBeSafe(template, gatesOn(template, around.law));
  const shown = languages.flatMap((language) => {
    const { [language]: text } = template.text;
    const preview = template.preview?.[language];
    const reveals = (path: string, each: string): ContentFault[] =>
      revealed(each, language, around).map((detail) => ({ path, reason: 'reveals-debt', detail }));
    return [
      ...wordFaults(`text.${language}`, text, language, template, around),
      ...(safe ? reveals(`text.${language}`, text) : []),
      ...(preview === undefined ? [] : wordFaults(`preview.${language}`, preview, language, template, around)),
      ...(preview === undefined ? [] : reveals(`preview.${language}`, preview)),
    ];
  });
  return [...sayingFaults(template, around), ...shown, ...approvalFault(template)];
};
