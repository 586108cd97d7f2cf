import type { Agenda } from './agenda.js';
import type { Borrowers } from './borrower.js';
import { chance } from './chance.js';
import type { ContactPersons } from './contact-persons.js';
import { converse } from './conversation.js';
import type { Directory } from './directory.js';
import type { Hazards } from './hazards.js';
import { arrearsOf } from './loan-account.js';
import type { Instant } from './local-time.js';
import type { Deed } from './loan-script.js';
import type { OutcomesOut } from './outcomes-out.js';
import type { Pace } from './pace.js';
import { pick } from './pick.js';
import { amountsIn, creditorsIn, type ReceiveLog } from './receive-log.js';
import type { Searches } from './searches.js';
import { answerTo } from './told-wishes.js';

export const messageChannels = ['sms', 'email', 'app', 'im', 'voice-bot', 'dialler', 'letter'] as const;
export type MessageChannel = (typeof messageChannels)[number];
export type Message = {
  id: string;
  channel: MessageChannel;
  to: string;
  language: string;
  text: string;
  notAfter: Instant;
};

type Fate = 'delivered' | 'failed' | 'no-receipt' | 'timeout-after-send';
type Taken = { providerRef: string; status: 'accepted' | 'delivered' | 'failed' };

/** `hang-up`: taken, but the caller will never hear so on this connection. */
export type Reply =
  | { reply: 'accepted' | 'known'; providerRef: string }
  | { reply: 'hang-up' }
  | { reply: 'refused'; reason: 'unknown-address' | 'past-not-after' }
  | { reply: 'unavailable' };

/** Experience values, per cent. Calls by machine give no receipt: their end is told instead. */
const fates: Record<MessageChannel, readonly (readonly [number, Fate])[]> = {
  sms: [
    [93, 'delivered'],
    [4, 'failed'],
    [2, 'no-receipt'],
    [1, 'timeout-after-send'],
  ],
  email: [
    [95, 'delivered'],
    [3, 'failed'],
    [2, 'no-receipt'],
  ],
  app: [
    [60, 'delivered'],
    [38, 'failed'],
    [2, 'no-receipt'],
  ],
  im: [
    [80, 'delivered'],
    [18, 'failed'],
    [2, 'no-receipt'],
  ],
  letter: [
    [97, 'delivered'],
    [3, 'failed'],
  ],
  'voice-bot': [
    [99, 'delivered'],
    [1, 'timeout-after-send'],
  ],
  dialler: [
    [99, 'delivered'],
    [1, 'timeout-after-send'],
  ],
};

export type MessageProvider = {
  /** `wallNow`: a real provider has no test clock, so `notAfter` is held against it. */
  take(message: Message, at: Instant, wallNow: Date): Reply;
  status(channel: MessageChannel, id: string): Taken['status'] | undefined;
};

type Needs = {
  seed: string;
  agenda: Agenda;
  pace: Pace;
  borrowers: Borrowers;
  directory: Directory;
  contacts: ContactPersons;
  searches: Searches;
  hazards: Hazards;
  received: ReceiveLog;
  outcomes: OutcomesOut;
  shows(subject: string, deed: Deed): void;
};

/** The SMS, mail, app, letter, voice-bot and dialler providers. An id taken once is never sent again. */
export function messageProvider({
  seed,
  agenda,
  pace,
  borrowers,
  directory,
  contacts,
  searches,
  hazards,
  received,
  outcomes,
  shows,
}: Needs): MessageProvider {
  const taken = new Map<string, Taken>();
  /** Who has answered a text: once is enough. */
  const answered = new Set<string>();

  function fateOf({ id, channel, to }: Message): Fate {
    const ordered = hazards.take(channel, ['timeout-after-send', 'fail', 'no-receipt']);
    if (ordered === 'fail') return 'failed';
    if (ordered === 'timeout-after-send' || ordered === 'no-receipt') return ordered;
    const person = directory.at(to);
    const sure = person !== undefined && directory.overdue(person).some(({ script }) => script.alwaysReached);
    return sure ? 'delivered' : pick(fates[channel], chance(seed, `${channel}/${id}`, 1));
  }

  function payAtSend({ to, channel }: Message, at: Instant): void {
    const person = directory.at(to);
    if (person === undefined) return;
    const ordered = hazards.take(channel, ['pay-at-send']) !== undefined;
    for (const loan of directory.overdue(person).filter((each) => ordered || borrowers.paysAtSend(each))) {
      borrowers.pay(loan, { amount: arrearsOf(loan.account), at }, 'paid-at-send', 'paid-after-message');
    }
  }

  function receipt(message: Message, status: 'delivered' | 'failed', at: Instant): void {
    const { id, channel, to } = message;
    const known = taken.get(`${channel}/${id}`);
    if (known) known.status = status;
    outcomes.publish(channel, 'message-receipt', id, `${id}/receipt`, at, { attempt: id, status, at });
    const person = directory.at(to);
    if (status === 'failed' || person === undefined) return;
    const loans = directory.overdue(person);
    const answer = channel === 'sms' && !answered.has(person.personId) ? answerTo(loans) : undefined;
    if (answer) {
      answered.add(person.personId);
      outcomes.publish(channel, 'message-answered', id, `${id}/answer`, at, { attempt: id, ...answer, at });
    }
    for (const loan of loans) borrowers.gotMessage(loan, at);
  }

  function callFinished({ id, channel, to }: Message, fate: Fate, at: Instant): void {
    const outcome =
      fate === 'failed' ? { code: 'no-answer' } : converse({ borrowers, directory, contacts, searches }, to, 'bot', at);
    outcomes.publish(channel, 'call-finished', id, `${id}/finished`, at, { attempt: id, ...outcome, at });
  }

  return {
    take(message, at, wallNow) {
      const { id, channel, to, text } = message;
      const before = taken.get(`${channel}/${id}`);
      if (before) return { reply: 'known', providerRef: before.providerRef };
      if (hazards.take(channel, ['unavailable'])) return { reply: 'unavailable' };
      if (wallNow.getTime() > Date.parse(message.notAfter)) return { reply: 'refused', reason: 'past-not-after' };
      if (directory.at(to) === undefined) return { reply: 'refused', reason: 'unknown-address' };

      const providerRef = `${channel}:${id}`;
      taken.set(`${channel}/${id}`, { providerRef, status: 'accepted' });
      const amounts = amountsIn(text);
      const creditors = creditorsIn(text);
      received.note({
        id,
        channel,
        to,
        at,
        ...(amounts.length > 0 && { amounts }),
        ...(creditors.length > 0 && { creditors }),
      });
      payAtSend(message, at);

      const fate = fateOf(message);
      if (fate === 'no-receipt') shows(id, 'receipt-never-came');
      if (fate === 'timeout-after-send') shows(id, fate);
      if (directory.isShared(to)) shows(id, 'couple-shares-phone');
      const soon = pace.soon(at);
      const byMachine = channel === 'voice-bot' || channel === 'dialler';
      if (fate !== 'no-receipt') {
        const play = () =>
          byMachine
            ? callFinished(message, fate, soon)
            : receipt(message, fate === 'failed' ? 'failed' : 'delivered', soon);
        agenda.add({ at: soon, rank: 'receipt', subject: `${channel}/${id}`, play });
      }
      return fate === 'timeout-after-send' ? { reply: 'hang-up' } : { reply: 'accepted', providerRef };
    },
    status: (channel, id) => taken.get(`${channel}/${id}`)?.status,
  };
}
