import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { ProviderUnavailable, type MessageChannel, type ProviderAnswer } from '@recourse/activities/contact/channels';
import { createTransport, type NodemailerError } from 'nodemailer';

export type SmtpSettings = {
  /** `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://...:465`. */
  url: string;
  from: string;
};

/** How many of its own messages an adapter can tell about; asked about older ones it knows nothing. */
const remembered = 10_000;
const subjectLength = 78;

/**
 * E-mail over SMTP (RFC 5321). A mail server cannot be asked what became of a message, so `ask` answers from what this process saw and
 * throws about all else: the act is then `unknown` and counts. That a server took a message does not say that anyone got it; returned
 * mail is not read. `Message-ID` is made of the act id, so that mail systems recognise a repetition.
 */
export function smtpEmail({ url, from }: SmtpSettings): MessageChannel {
  const seen = new Map<string, ProviderAnswer>();
  const note = (actId: string, answer: ProviderAnswer): void => {
    seen.set(actId, answer);
    const [oldest] = seen.keys();
    if (seen.size > remembered && oldest !== undefined) seen.delete(oldest);
  };

  return {
    async send({ actId, to, text, preview, notAfter }) {
      const messageId = messageIdOf(actId, from);
      if (seen.get(actId) === 'accepted') return { result: 'accepted', providerRef: messageId };
      const left = notAfter.getTime() - Date.now();
      if (left <= 0) return { result: 'refused', reason: 'past-not-after' };
      const mail = createTransport({
        url,
        connectionTimeout: left,
        greetingTimeout: left,
        socketTimeout: left,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      let onItsWay = false;
      mail.use('stream', ({ message }, done) => {
        message.transform(() => {
          onItsWay = true;
          return untilNotAfter(notAfter);
        });
        done();
      });
      try {
        await mail.sendMail({ from, to, subject: preview ?? subjectOf(text), text, messageId });
        note(actId, 'accepted');
        return { result: 'accepted', providerRef: messageId };
      } catch (error) {
        const what = whatHappened(error, onItsWay);
        if (what === 'nobody-knows') throw error;
        note(actId, 'not-found');
        if (what === 'refused') return { result: 'refused', reason: reasonOf(error) };
        throw new ProviderUnavailable(`mail server: ${reasonOf(error)}`, { cause: error });
      } finally {
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

/** The act id names loans, so only its hash goes out. */
const messageIdOf = (actId: string, from: string): string =>
  `<${createHash('sha256').update(actId).digest('hex').slice(0, 32)}@${/@([^\s>]+)>?$/.exec(from)?.[1] ?? 'recourse'}>`;

/** The first sentence; nothing of a person's affairs beyond what it says stands in the list of a mailbox. */
function subjectOf(text: string): string {
  const [first = ''] = /^.*?[:：。.!?]/u.exec(text) ?? [text];
  return first.replace(/[:：。.]$/u, '').slice(0, subjectLength);
}

/** Breaks off a message that would end after `notAfter`: without its last dot no server has taken it (RFC 5321, 4.1.1.4). */
const untilNotAfter = (notAfter: Date): Transform =>
  new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => done(Date.now() >= notAfter.getTime() ? new Error('past-not-after') : null),
  });

/** A reply code is the server's last word on the message; silence after it had begun to take it is nobody's. */
function whatHappened(error: unknown, onItsWay: boolean): 'refused' | 'not-taken' | 'nobody-knows' {
  const { permanent } = error as NodemailerError;
  if (permanent !== undefined) return permanent && isAboutMessage(error) ? 'refused' : 'not-taken';
  return onItsWay && reasonOf(error) !== 'past-not-after' ? 'nobody-knows' : 'not-taken';
}

/** Not about our log-in or their readiness: those pass. */
const isAboutMessage = (error: unknown): boolean =>
  ['EENVELOPE', 'EMESSAGE'].includes(String((error as NodemailerError).code));

/** Without the address, which some servers repeat: reasons are logged. */
function reasonOf(error: unknown): string {
  const { responseCode, code, message } = error as NodemailerError;
  if (responseCode !== undefined) return `reply ${responseCode}`;
  return message === 'past-not-after' ? message : String(code ?? 'trouble');
}
