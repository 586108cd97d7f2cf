import type { FastifyInstance } from 'fastify';
import { understand } from './bad-request.js';
import { dayOf } from './local-time.js';
import { requests } from './requests.js';
import type { Sandbox } from './sandbox.js';

const searchersZone = 'Asia/Shanghai';

/** The lender's people who look for a borrower. */
export function searchRoutes(http: FastifyInstance, sandbox: Sandbox): void {
  http.post('/searches', async (request, reply) => {
    const { person: personId } = understand(requests.search, request.body);
    const { directory, searches, now } = sandbox.world();
    const person = directory.person(personId);
    if (person === undefined) return reply.code(404).send({ error: 'unknown-person', reason: 'no such person here' });
    const { searched, point } = searches.search(person, dayOf(now(), searchersZone));
    const { language } = person;
    return { searched, ...(point && { row: { personId, language, points: [point] } }) };
  });
}
