import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tcpProxy, type TcpProxy } from './tcp-proxy.js';

let server: Server;
let heard: string[];
let proxy: TcpProxy;
const clients: Socket[] = [];

/** Answers each piece with the same in capitals. */
beforeEach(async () => {
  heard = [];
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      heard.push(bytes.toString());
      socket.write(bytes.toString().toUpperCase());
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await tcpProxy((server.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  server.close();
});

const dial = async () => {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  let answer = '';
  let failed: string | undefined;
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  socket.on('error', (error: NodeJS.ErrnoException) => (failed = error.code));
  await once(socket, 'connect');
  return { say: (text: string) => void socket.write(text), answer: () => answer, failed: () => failed };
};

test('what is said passes both ways', async () => {
  const line = await dial();
  line.say('hello');
  await expect.poll(line.answer).toBe('HELLO');
});

test('a request whose answer is lost has gone through, and its line is reset; what does not carry the marker is answered', async () => {
  const [lost, other] = [await dial(), await dial()];
  proxy.loseAnswers(1, 'commit');
  other.say('read');
  await expect.poll(other.answer).toBe('READ');

  lost.say('commit');

  await expect.poll(lost.failed).toBe('ECONNRESET');
  expect(heard).toEqual(['read', 'commit']);
  expect(lost.answer()).toBe('');
  expect(proxy.answersToLose()).toBe(0);
});

test('on a silent line nothing is heard and nothing is told, until it is healed: then it is reset', async () => {
  const line = await dial();
  proxy.silence();
  line.say('hello');
  await sleep(100);
  expect([heard, line.answer(), line.failed()]).toEqual([[], '', undefined]);

  proxy.heal();

  await expect.poll(line.failed).toBe('ECONNRESET');
});

test('a cut resets lines that are open, and a slow line keeps the order of what is said, also when it is quick again', async () => {
  const slow = await dial();
  proxy.slow(80);
  slow.say('a');
  await sleep(10);
  proxy.heal();
  slow.say('b');
  await expect.poll(slow.answer).toBe('AB');

  proxy.cut();
  await expect.poll(slow.failed).toBe('ECONNRESET');
});
