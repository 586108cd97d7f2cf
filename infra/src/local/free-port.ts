import { createServer } from 'node:net';

// Below every system's ephemeral range: there, an outgoing connection may take a port between our look and the server's bind.
const lowest = 18_000;
const highest = 32_000;
const given = new Set<number>();

/** A loopback port nobody listens on, never given twice by this process. Another process may still take it first. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (given.has(port) || !(await canListen(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`no free loopback port found between ${lowest} and ${highest}`);
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
