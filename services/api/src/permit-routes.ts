import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PermitHolder } from '@recourse/domain/contact/permit';
import { agreedTooFar } from '@recourse/domain/contact/standing-shapes';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import type { PermitDesk } from './permit-desk.js';
import { permitRequests as requests, understood } from './permit-requests.js';
import { Problem } from './problem.js';
import { notGranted, notLetGo } from './permit-problems.js';

/** `HEAD` comes with `GET`. */
const everyMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const methodsOf: Record<string, (typeof everyMethod)[number]> = {
  '/v1/permits': 'POST',
  '/v1/permits/:id': 'DELETE',
  '/v1/permits/:id/dials': 'POST',
  '/v1/permits/:id/dials/:n/outcome': 'POST',
};

/** The routes of permits (docs/permits-api.md). `holder`: whose key the request came with. */
export function permitRoutes(
  http: FastifyInstance,
  desk: PermitDesk,
  holder: (of: FastifyRequest) => PermitHolder,
): void {
  http.post('/v1/permits', async (request, reply) => {
    const asked = understood(requests.permit, request.body);
    const by = holder(request);
    if (by.kind === 'agency' && asked.placement === undefined)
      throw badField('placement', 'is needed: an agency asks for what is placed with it');
    if (by.kind === 'dialler' && asked.placement !== undefined)
      throw badField('placement', 'is only for agencies: nothing is placed with a dialler');
    const answer = await desk.grant(by, asked);
    if (!answer.granted) throw notGranted(answer.not);
    return reply.code(answer.again ? 200 : 201).send(shown(answer.granted));
  });

  http.post('/v1/permits/:id/dials', async (request, reply) => {
    const { id } = understood(requests.permitPath, request.params);
    const asked = understood(requests.dial, request.body);
    const answer = await desk.redeem(holder(request), id, asked);
    if (!answer.go) throw notLetGo(answer);
    const { actId: attempt, notAfter, again } = answer;
    const letGo = { dial: asked.dial, attempt, notAfter: notAfter.toISOString() };
    return again ? reply.code(200).send({ ...letGo, again }) : reply.code(201).send(letGo);
  });

  http.post('/v1/permits/:id/dials/:n/outcome', async (request) => {
    const { id, n } = understood(requests.dialPath, request.params);
    const told = await desk.tell(holder(request), id, n, understood(requests.outcome, request.body));
    if (told === 'dated-ahead') throw badField('at', "must not be ahead of the tenant's clock");
    if (told === 'before-the-dial') throw badField('at', 'must not be before the dial was let go');
    if (told === 'unknown-dial')
      throw new Problem(404, 'unknown-dial', 'no dial of a permit of yours was let go under this number');
    if (typeof told === 'object' && 'agreedTooFar' in told)
      throw badField(`wishes.${told.agreedTooFar}.untilDay`, agreedTooFar);
    if (typeof told === 'object')
      throw new Problem(409, 'promise-refused', 'what was promised cannot be taken: tell it otherwise', {
        reason: told.promiseRefused,
      });
    return { concluded: told };
  });

  http.delete('/v1/permits/:id', async (request, reply) => {
    const { id } = understood(requests.permitPath, request.params);
    const answer = await desk.giveBack(holder(request), id);
    if (answer === 'given-back') return reply.code(204).send();
    throw notLetGo({ because: answer });
  });

  for (const [url, allowed] of Object.entries(methodsOf))
    http.route({
      url,
      method: everyMethod.filter((method) => method !== allowed),
      onRequest: async () => {
        throw new Problem(405, 'method-not-allowed', `here only ${allowed} is understood`, { allow: allowed });
      },
      handler: async () => undefined,
    });
}

const badField = (field: string, reason: string): Problem =>
  new Problem(400, 'bad-request', 'the request cannot be understood', { errors: [{ field, reason }] });

/** As its holder sees it. Person and number are named as they are now: two records may have been found to be one human's. */
const shown = ({ permitId, personId, pointId, channel, from, until, state, dials, covers }: PermitRecord): object => ({
  id: permitId,
  person: personId,
  point: pointId,
  loans: covers.map(({ loanId }) => loanId),
  channel,
  from,
  until,
  state,
  dials: dials.map(({ n, state: stateOfDial }) => ({ n, state: stateOfDial })),
});
