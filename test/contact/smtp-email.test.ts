import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ProviderUnavailable } from '@recourse/activities/contact/channels';
import { channelByKind } from '@recourse/infra/channels/channel-by-kind';
import { smtpEmail } from '@recourse/infra/channels/smtp-email';
import { closing, mailServer, reply } from '../builders/mail-server.js';
import { memoryProviders } from '../fakes/memory-providers.js';

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const email = (url: string) => smtpEmail({ url, from: 'Recourse <collections@lender.example>' });
const message = (actId: string, changes: { notAfter?: Date; needsReceipt?: boolean } = {}) => ({
  actId,
  channel: 'email' as const,
  to: 'p-1@example.org',
  language: 'zh',
  text: '【示例银行】还款提醒：截至目前您的逾期应还金额为 CNY 12.00。如已还款请忽略。',
  needsReceipt: false,
  notAfter: new Date(Date.now() + 3_000),
  ...changes,
});

describe('e-mail over SMTP', () => {
  it('is taken by the server as it was written, under an id made of the act and not naming it', async () => {
    const { received, url } = await mailServer();
    const sent = await email(url).send(message('test/L1/1/1/email-1/1'));

    expect(sent).toMatchObject({ result: 'accepted' });
    expect(received).toHaveLength(1);
    const [{ to, source } = { to: [], source: '' }] = received;
    expect(to).toEqual(['p-1@example.org']);
    const body = Buffer.from((/\r\n\r\n([\s\S]*)$/.exec(source)?.[1] ?? '').replace(/\s/g, ''), 'base64').toString();
    expect(body).toContain('CNY 12.00');
    expect(source).not.toContain('test/L1');
    expect(source).toContain(sent.result === 'accepted' ? sent.providerRef : 'never');
  });

  it('shows the preview in the list of the mailbox, not what is owed', async () => {
    const { received, url } = await mailServer();
    await email(url).send({ ...message('a/1'), preview: 'Lender: a new message' });
    expect(received[0]?.source).toMatch(/^Subject: Lender: a new message\r$/m);
  });

  it('sends the same act once', async () => {
    const { received, url } = await mailServer();
    const channel = email(url);
    const first = await channel.send(message('a'));
    expect(await channel.send(message('a'))).toEqual(first);
    expect(received).toHaveLength(1);
    expect(await channel.ask('a', 'email')).toBe('accepted');
  });

  it('is refused when the server will never take it, and is then known not to have gone out', async () => {
    const { received, url } = await mailServer({ atRecipient: () => reply(550, 'p-1@example.org is unknown') });
    const channel = email(url);
    expect(await channel.send(message('a'))).toEqual({ result: 'refused', reason: 'reply 550' });
    expect(await channel.ask('a', 'email')).toBe('not-found');
    expect(received).toEqual([]);
  });

  it.each([
    ['will not have our sender', { atSender: () => reply(553) }],
    ['puts off a recipient', { atRecipient: () => reply(451) }],
    ['puts off the message', { atEnd: () => reply(452) }],
  ])('is unavailable, with nothing under way, when the server %s', async (_what, behaviour) => {
    const { url } = await mailServer(behaviour);
    const channel = email(url);
    await expect(channel.send(message('a'))).rejects.toThrow(ProviderUnavailable);
    expect(await channel.ask('a', 'email')).toBe('not-found');
  });

  it('is unavailable when nobody listens, or who listens never says a word', async () => {
    await expect(email('smtp://127.0.0.1:1').send(message('a'))).rejects.toThrow(ProviderUnavailable);

    const silent: Server = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    closing.push(() => new Promise<void>((done) => silent.close(() => done())));
    const { port } = silent.address() as AddressInfo;
    const soon = { notAfter: new Date(Date.now() + 300) };
    await expect(email(`smtp://127.0.0.1:${port}`).send(message('a', soon))).rejects.toThrow(ProviderUnavailable);
  });

  it('is nobody’s knowledge when the server read the message and then said nothing', async () => {
    const { received, url } = await mailServer({ atEnd: () => undefined });
    const channel = email(url);
    const failure = await channel.send(message('a', { notAfter: new Date(Date.now() + 500) })).catch((error) => error);

    expect(received).toHaveLength(1);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(ProviderUnavailable);
    await expect(channel.ask('a', 'email')).rejects.toThrow('cannot be asked');
  });

  it('says nothing in clear to a server that is not on loopback, even when the address asks for that', async () => {
    const { told, url } = await mailServer();
    // The same server, by an address that stays on this machine and does not look so.
    const elsewhere = url.replace('127.0.0.1', 'user:password@0.0.0.0');
    for (const more of ['', '?ignoreTLS=true', '?requireTLS=false'])
      await expect(email(elsewhere + more).send(message('a'))).rejects.toThrow(ProviderUnavailable);
    expect(told).toEqual([]);

    await email(url.replace('127.0.0.1', 'user:password@127.0.0.1')).send(message('b'));
    expect(told).toEqual(['AUTH', 'MAIL']);
  });

  it('takes no notice: nobody will ever tell that it arrived', async () => {
    const { received, url } = await mailServer();
    expect(await email(url).send(message('a', { needsReceipt: true }))).toEqual({
      result: 'refused',
      reason: 'tells-no-receipt',
    });
    expect(received).toEqual([]);
  });

  it('does not begin after its last instant', async () => {
    const { received, url } = await mailServer();
    expect(await email(url).send(message('a', { notAfter: new Date(Date.now() - 1) }))).toEqual({
      result: 'refused',
      reason: 'past-not-after',
    });
    expect(received).toEqual([]);
  });

  it('keeps its last instant with a server that is slow at each step, and nothing is under way then', async () => {
    const { received, url } = await mailServer({ slowMs: 400 });
    const channel = email(url);
    const notAfter = new Date(Date.now() + 600);

    await expect(channel.send(message('a', { notAfter }))).rejects.toThrow(ProviderUnavailable);
    expect(Date.now() - notAfter.getTime()).toBeLessThan(300);
    expect(await channel.ask('a', 'email')).toBe('not-found');
    await pause(500);
    expect(received).toEqual([]);
  });

  it('is known not to have gone out when the server falls silent before it has asked for the message', async () => {
    const { received, url } = await mailServer({ hangsAtRecipient: true });
    const channel = email(url);

    const soon = { notAfter: new Date(Date.now() + 300) };
    await expect(channel.send(message('a', soon))).rejects.toThrow(ProviderUnavailable);
    expect(await channel.ask('a', 'email')).toBe('not-found');
    expect(received).toEqual([]);
  });

  it('is not broken off while a server that has the whole of it thinks it over', async () => {
    const { url } = await mailServer({ thinksMs: 650 });
    const channel = email(url);
    const sent = await channel.send(message('a', { notAfter: new Date(Date.now() + 700) }));
    expect(sent).toMatchObject({ result: 'accepted' });
  });

  it('tells the log why nothing goes out, and when it does again; an address nobody has is no trouble of the server', async () => {
    let answer: Error | undefined = reply(550, 'collections@lender.example may not send');
    const { url } = await mailServer({
      atSender: () => answer,
      atRecipient: () => (answer === undefined ? reply(550) : undefined),
    });
    const told: string[] = [];
    const outages = {
      trouble: (...words: string[]) => void told.push(words.join(': ')),
      works: (of: string) => void told.push(`${of} works`),
    };
    const channel = smtpEmail({ url, from: 'collections@lender.example' }, outages);
    await expect(channel.send(message('a'))).rejects.toThrow(ProviderUnavailable);
    answer = undefined;
    expect(await channel.send(message('b'))).toMatchObject({ result: 'refused' });

    expect(told).toEqual([
      'mail server: reply 550 to the sender: RECOURSE_SMTP_URL, RECOURSE_SMTP_FROM',
      'mail server works',
    ]);
  });

  it('never tells an address or what the server said of it in its errors', async () => {
    const { url } = await mailServer({ atRecipient: () => reply(451, 'p-1@example.org is busy') });
    await expect(email(url).send(message('a'))).rejects.toThrow(/^mail server: reply 451$/);
  });
});

describe('providers by kind of message', () => {
  it('takes e-mail to its own provider and all else to the other', async () => {
    const { received: mails, url } = await mailServer();
    const { messages, received } = memoryProviders();
    const channel = channelByKind({ email: email(url) }, messages);

    await channel.send(message('a'));
    await channel.send({ ...message('b'), channel: 'sms', to: '+8613900000001' });

    expect(mails).toHaveLength(1);
    expect(received.map(({ id }) => id)).toEqual(['b']);
    expect(await channel.ask('b', 'sms')).not.toBe('not-found');
  });
});
