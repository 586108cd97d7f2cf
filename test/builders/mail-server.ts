import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

type Mail = { to: string[]; source: string };
type Behaviour = {
  /** Before it answers MAIL, RCPT and DATA, each time. */
  slowMs?: number;
  /** Between the last dot and its answer. */
  thinksMs?: number;
  /** Never answers RCPT. */
  hangsAtRecipient?: boolean;
  atSender?: () => Error | undefined;
  atRecipient?: () => Error | undefined;
  /** What the server says once it has read the whole message; undefined: it says nothing. */
  atEnd?: () => Error | null | undefined;
};

/** What a test has opened. */
export const closing: (() => Promise<unknown>)[] = [];

export const reply = (code: number, text = 'no'): Error => Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on loopback. */
export async function mailServer({
  slowMs = 0,
  thinksMs = 0,
  hangsAtRecipient,
  atSender,
  atRecipient,
  atEnd = () => null,
}: Behaviour = {}) {
  const received: Mail[] = [];
  const told: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => {
      told.push('AUTH');
      done(null, { user: username ?? '' });
    },
    disableReverseLookup: true,
    hidePIPELINING: true,
    onMailFrom: (_address, _session, done) => {
      told.push('MAIL');
      setTimeout(() => done(atSender?.() ?? null), slowMs);
    },
    onRcptTo: (_address, _session, done) => {
      if (!hangsAtRecipient) setTimeout(() => done(atRecipient?.() ?? null), slowMs);
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const answer = atEnd();
        if (answer === null || answer === undefined)
          received.push({ to: envelope.rcptTo.map(({ address }) => address), source: Buffer.concat(parts).toString() });
        if (answer !== undefined) setTimeout(() => done(answer), thinksMs);
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((done) => server.close(() => done())));
  return { received, told, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}
