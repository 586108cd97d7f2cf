import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readStrictJson } from '@recourse/infra/json/read-strict-json';
import { rfc3339Instant } from '@recourse/infra/kafka/rfc3339-instant';
import type { Working } from './working.js';

type Answer = { status: number; body: unknown };

const refuse = (field: string, reason: string): Answer => ({
  status: 400,
  body: { error: 'bad-request', field, reason },
});
const notATime = (field: string): Answer => refuse(field, 'must be an RFC 3339 time with its offset');

/** The staff as a participant of the test clock (`docs/sandbox-protocol.md`), and what it has done. */
export function staffHttp(staff: Working, clock: 'test' | 'real'): Server {
  let turn: Promise<unknown> = Promise.resolve();

  async function play(request: IncomingMessage): Promise<Answer> {
    const asked = await readJson(request);
    if (asked === undefined) return refuse('body', 'must be JSON');
    const given = asked['until'];
    const until = typeof given === 'string' ? rfc3339Instant(given) : undefined;
    if (until === undefined) return notATime('until');
    if (clock === 'real')
      return { status: 409, body: { error: 'real-clock', reason: 'the staff works by itself on the real clock' } };
    const mine = turn.then(() => staff.play(until));
    turn = mine.catch(() => undefined);
    // Staff publishes nothing: what it does reaches the cases by their inboxes.
    return { status: 200, body: { played: await mine, published: 0 } };
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://staff');
    switch (`${request.method} ${pathname}`) {
      case 'GET /agenda':
        if (rfc3339Instant(searchParams.get('now') ?? '') === undefined) return notATime('now');
        return { status: 200, body: { next: (await staff.agenda()) ?? null } };
      case 'POST /play':
        return play(request);
      case 'GET /log/work':
        return { status: 200, body: staff.log() };
      default:
        return { status: 404, body: { error: 'unknown-address', reason: 'see docs/sandbox-protocol.md' } };
    }
  }

  return createServer((request, response) => {
    answer(request)
      .catch((error: unknown): Answer => ({
        status: 500,
        body: { error: 'trouble', reason: error instanceof Error ? error.message : 'unknown' },
      }))
      .then(
        ({ status, body }) => send(response, status, body),
        () => response.destroy(),
      );
  });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const read = readStrictJson(Buffer.concat(chunks).toString('utf8'));
  return 'value' in read && typeof read.value === 'object' && read.value !== null
    ? (read.value as Record<string, unknown>)
    : undefined;
}
