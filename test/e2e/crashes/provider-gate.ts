import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `before`: the provider has not heard of it; `after`: it has taken it, and the one who asked does not know. */
type Where = 'before' | 'after';

export type HeldRequest = {
  /** Resolves once a request stands at the gate. */
  reached: Promise<void>;
  /** Resolves once the one who asked has gone away, without an answer or with one. */
  gone: Promise<void>;
  /** Lets it go on. */
  release(): void;
};

export type ProviderGate = {
  url: string;
  /** Holds the message of an act, the next time it is sent. */
  hold(actId: string, where: Where): HeldRequest;
  close(): Promise<void>;
};

type Order = { actId: string; where: Where; arrive(): void; leave(): void; released: Promise<void> };

/** Stands between us and the sandbox's providers, lets everything through, and holds a request at the moment a test wants. */
export async function providerGate(target: string): Promise<ProviderGate> {
  const orders: Order[] = [];
  const takeOrder = (body: Buffer): Order | undefined => {
    const { id } = (body.length > 0 ? JSON.parse(body.toString()) : {}) as { id?: string };
    const index = orders.findIndex(({ actId }) => actId === id);
    return index < 0 ? undefined : orders.splice(index, 1)[0];
  };

  const pass = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const order = takeOrder(body);
    answer.once('close', () => order?.leave());
    const stop = async (): Promise<void> => {
      order?.arrive();
      await order?.released;
    };
    if (order?.where === 'before') {
      await stop();
      // Who asked is gone: what has not left yet never reaches the provider.
      if (answer.destroyed) return;
    }
    const { status, text } = await forward(target, incoming, body);
    if (order?.where === 'after') await stop();
    answer.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };
  const server = createServer((incoming, answer) => {
    pass(incoming, answer).catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold(actId, where) {
      let arrive = (): void => undefined;
      let leave = (): void => undefined;
      let release = (): void => undefined;
      const reached = new Promise<void>((resolve) => (arrive = resolve));
      const gone = new Promise<void>((resolve) => (leave = resolve));
      const released = new Promise<void>((resolve) => (release = resolve));
      orders.push({
        actId,
        where,
        arrive: () => arrive(),
        leave: () => leave(),
        released,
      });
      return { reached, gone, release: () => release() };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The sandbox hangs up where a provider would: then so do we. */
function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const onward = request(
      `${target}${url}`,
      { method, headers: { ...headers, host: new URL(target).host } },
      (answer) => {
        bodyOf(answer).then((read) => resolve({ status: answer.statusCode ?? 502, text: read.toString() }), reject);
      },
    );
    onward.once('error', reject);
    onward.end(body);
  });
}
