import type { Channel, Purpose } from '../channel.js';
import type { Party } from '../party.js';
import type { ContentAround } from './content-around.js';
import { liquidParts } from './liquid-parts.js';
import { literalMoney } from './literal-money.js';
import type { Language, MessageTemplate } from './message-template.js';
import { wordsIn } from './plain-words.js';
import { allOf } from './word-lists.js';

/** Who owes may be told what is owed; an attorney speaks for who owes. Everybody else is a third party until proved otherwise. */
const owing: readonly Party[] = ['borrower', 'co-borrower', 'guarantor', 'attorney', 'estate'];
/** Anyone may answer, and what is said is said before anybody is verified. */
const overheard: readonly Channel[] = ['voice-bot', 'dialler'];
const aboutOthers: readonly Purpose[] = ['locate', 'relay'];

/** Whether somebody who must not learn of the debt may read or hear it. */
export const mustBeSafe = (
  { parties, channels, purposes }: MessageTemplate,
  gates: readonly { thirdPartySafe: boolean }[],
): boolean =>
  parties.some((party) => !owing.includes(party)) ||
  channels.some((channel) => overheard.includes(channel)) ||
  purposes.some((purpose) => aboutOthers.includes(purpose)) ||
  gates.some(({ thirdPartySafe }) => thirdPartySafe);

/** What in a text shows that somebody owes, what, or on which product; the sender's name is read as it will stand there. */
export const revealed = (text: string, language: Language, { words, senderNames }: ContentAround): string[] => {
  const { literal, outputs } = liquidParts(text);
  const seen = outputs.includes('sender') ? `${literal} ${senderNames[language]}` : literal;
  const money = literalMoney(literal);
  return [
    ...outputs.filter((each) => each !== 'sender').map((each) => `{{ ${each} }}`),
    ...(money === undefined ? [] : [money]),
    ...wordsIn(seen, [...allOf(words.debt), ...allOf(words.product)]),
  ];
};
