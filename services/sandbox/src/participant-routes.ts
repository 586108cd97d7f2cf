import type { FastifyInstance } from 'fastify';
import { understand } from './bad-request.js';
import { requests } from './requests.js';
import type { Sandbox } from './sandbox.js';

/** How the test clock drives the sandbox. */
export function participantRoutes(http: FastifyInstance, sandbox: Sandbox): void {
  http.get('/agenda', async (request) => {
    understand(requests.agenda, request.query);
    return { next: sandbox.world().agenda.next() ?? null };
  });
  http.post('/play', async (request, reply) => {
    const { until } = understand(requests.play, request.body);
    if (sandbox.clock === 'real')
      return reply.code(409).send({ error: 'real-clock', reason: 'the sandbox plays by itself on the real clock' });
    return sandbox.play(until);
  });
}
