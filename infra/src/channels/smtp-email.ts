import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ProviderUnavailable, type MessageChannel, type ProviderAnswer } from '@recourse/activities/contact/channels';
import { createTransport, type NodemailerError } from 'nodemailer';
import type { Outages } from '../log/outages.js';
import { isLoopback } from '../config/is-loopback.js';

export type SmtpSettings = {
  /** `smtp://user:password@host:587` (STARTTLS, demanded of every host but loopback) or `smtps://...:465`. */
  url: string;
  from: string;
};

/** How many of its own messages an adapter can tell about; asked about older ones it knows nothing. */
const remembered = 10_000;
const subjectLength = 78;
const mailServer = 'mail server';
const tooLate = 'past-not-after';

/**
 * E-mail over SMTP (RFC 5321). A mail server cannot be asked what became of a message, so `ask` answers from what this process saw and
 * throws about all else: the act is then `unknown` and counts. That a server took a message does not say that anyone got it; returned
 * mail is not read. `Message-ID` is made of the act id, so that mail systems recognise a repetition.
 */
export function smtpEmail({ url, from }: SmtpSettings, outages?: Outages): MessageChannel {
  const seen = new Map<string, ProviderAnswer>();
  const note = (actId: string, answer: ProviderAnswer): void => {
    seen.set(actId, answer);
    const [oldest] = seen.keys();
    if (seen.size > remembered && oldest !== undefined) seen.delete(oldest);
  };

  return {
    async send({ actId, to, text, preview, needsReceipt, notAfter }) {
      // Taken and never told of again, a notice would go out by every try and every other way, and count as given by none.
      if (needsReceipt) return { result: 'refused', reason: 'tells-no-receipt' };
      const messageId = messageIdOf(actId, from);
      if (seen.get(actId) === 'accepted') return { result: 'accepted', providerRef: messageId };
      const left = notAfter.getTime() - Date.now();
      if (left <= 0) return { result: 'refused', reason: tooLate };
      const mail = createTransport({
        url: encrypted(url),
        connectionTimeout: left,
        greetingTimeout: left,
        // Of silence only: it starts anew at each step. What keeps `notAfter` is below.
        socketTimeout: left,
        // Breaking off must not flush what is still to be written.
        socketCloseTimeout: 0,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      const overdue = new AbortController();
      const timer = setTimeout(() => overdue.abort(), left);
      let whole = false;
      mail.use('stream', ({ message }, done) => {
        message.processFunc((source) =>
          Readable.from(
            untilNotAfter(source, notAfter, () => {
              whole = true;
              clearTimeout(timer);
            }),
          ),
        );
        done();
      });
      try {
        await mail.sendMail({ from, to, subject: preview ?? subjectOf(text), text, messageId, signal: overdue.signal });
        note(actId, 'accepted');
        outages?.works(mailServer);
        return { result: 'accepted', providerRef: messageId };
      } catch (error) {
        const what = whatHappened(error, whole);
        if (what === 'refused') outages?.works(mailServer);
        else outages?.trouble(mailServer, reasonOf(error), 'RECOURSE_SMTP_URL, RECOURSE_SMTP_FROM');
        if (what === 'nobody-knows') throw error;
        note(actId, 'not-found');
        if (what === 'refused') return { result: 'refused', reason: reasonOf(error) };
        throw new ProviderUnavailable(`${mailServer}: ${reasonOf(error)}`, { cause: error });
      } finally {
        clearTimeout(timer);
        mail.close();
      }
    },

    async ask(actId) {
      const answer = seen.get(actId);
      if (answer) return answer;
      throw new Error('a mail server cannot be asked about a message');
    },
  };
}

/**
 * Demands STARTTLS off the machine: else whoever sits between takes the offer out of the greeting and reads log-in and debts. In the
 * address, since nodemailer lets what stands there win. No effect on `smtps`.
 */
function encrypted(url: string): string {
  const address = new URL(url);
  if (!isLoopback(address.hostname)) address.searchParams.set('requireTLS', 'true');
  return address.href;
}

/** The act id names loans, so only its hash goes out. */
const messageIdOf = (actId: string, from: string): string =>
  `<${createHash('sha256').update(actId).digest('hex').slice(0, 32)}@${/@([^\s>]+)>?$/.exec(from)?.[1] ?? 'recourse'}>`;

/** The first sentence; nothing of a person's affairs beyond what it says stands in the list of a mailbox. */
function subjectOf(text: string): string {
  const [first = ''] = /^.*?[:：。.!?]/u.exec(text) ?? [text];
  return first.replace(/[:：。.]$/u, '').slice(0, subjectLength);
}

/**
 * Hands over a message part by part and breaks it off at `notAfter`: without its last dot no server has taken it (RFC 5321, 4.1.1.4).
 * Nothing is asked of it before the server has said that it wants the message (354), however long that takes.
 */
async function* untilNotAfter(source: Readable, notAfter: Date, whole: () => void): AsyncGenerator<Buffer> {
  const mustBeInTime = (): void => {
    if (Date.now() >= notAfter.getTime()) throw new Error(tooLate);
  };
  for await (const part of source as AsyncIterable<Buffer>) {
    mustBeInTime();
    yield part;
  }
  mustBeInTime();
  whole();
}

/** A reply code is the server's last word on the message; silence is nobody's once it had the whole of it, and a part is nothing. */
function whatHappened(error: unknown, whole: boolean): 'refused' | 'not-taken' | 'nobody-knows' {
  const { permanent } = error as NodemailerError;
  if (permanent !== undefined) return permanent && isAboutMessage(error) ? 'refused' : 'not-taken';
  return whole ? 'nobody-knows' : 'not-taken';
}

/** Not about our log-in, the sender that all our mail has, or their readiness: those say nothing of this address. */
function isAboutMessage(error: unknown): boolean {
  const { code, command } = error as NodemailerError;
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
}

/** Without the address, which some servers repeat: reasons are logged. */
function reasonOf(error: unknown): string {
  const { responseCode, code, command, message } = error as NodemailerError;
  if (responseCode !== undefined) return `reply ${responseCode}${command === 'MAIL FROM' ? ' to the sender' : ''}`;
  return message === tooLate || code === 'EABORT' ? tooLate : String(code ?? 'trouble');
}
