import { randomUUID } from 'node:crypto';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { PermitHolder } from '@recourse/domain/contact/permit';
import type { PartnerKey } from '@recourse/infra/config/partner-keys';
import { readStrictJson, type JsonFault } from '@recourse/infra/json/read-strict-json';
import type { ServiceLog } from '@recourse/infra/log/service-log';
import { holderOfKey } from './holder-of-key.js';
import type { PermitDesk } from './permit-desk.js';
import { permitRoutes } from './permit-routes.js';
import { Problem, problemBody, type FieldFault } from './problem.js';
import { rateLimit, type Rate } from './rate-limit.js';

const mostBodyBytes = 16 * 1024;
const requestTimeoutMs = 10_000;
const longestIdInPath = 64;
const requestIdPattern = /^[A-Za-z0-9._-]{1,64}$/;
const usualRate: Rate = { perSecond: 50, burst: 100 };

type Needs = { desk: PermitDesk; keys: readonly PartnerKey[]; log: Pick<ServiceLog, 'info' | 'error'>; rate?: Rate };

/** The HTTP API, as far as it goes: permits for those who dial themselves (docs/permits-api.md). Every request has an id and an actor in the log. */
export function apiHttp({ desk, keys, log, rate = usualRate }: Needs): FastifyInstance {
  const http = fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: mostBodyBytes,
    requestTimeout: requestTimeoutMs,
    routerOptions: { maxParamLength: longestIdInPath },
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
    },
  });
  http.removeContentTypeParser('text/plain');
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const read = readStrictJson(String(body));
    if ('value' in read) done(null, read.value);
    else
      done(new Problem(400, 'bad-request', 'the request cannot be understood', { errors: read.faults.map(bodyError) }));
  });
  const holders = new WeakMap<FastifyRequest, PermitHolder>();
  const known = holderOfKey(keys);
  const waitS = rateLimit(rate);
  const actorOf = (request: FastifyRequest): string | undefined => {
    const holder = holders.get(request);
    return holder && `${holder.kind}/${holder.id}`;
  };

  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    const holder = known(request.headers.authorization);
    holders.set(request, holder);
    const retryAfterS = waitS(holder.id);
    if (retryAfterS > 0) throw new Problem(429, 'too-many-requests', 'slower, please', { retryAfterS });
  });
  http.addHook('onResponse', async (request, reply) => {
    const { id: requestId, method, routeOptions, params } = request;
    const permit = (params as { id?: string } | undefined)?.id;
    const { statusCode: status, elapsedTime } = reply;
    const asked = { requestId, actor: actorOf(request) ?? 'nobody we know', method, route: routeOptions.url, status };
    log.info({ ...asked, ...(permit !== undefined && { permit }), ms: Math.round(elapsedTime) }, 'answered');
  });
  http.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500 && !(error instanceof Problem))
      log.error({ requestId: request.id, err: error }, 'trouble');
    if (problem.more.retryAfterS !== undefined) reply.header('retry-after', String(problem.more.retryAfterS));
    if (problem.more.allow !== undefined) reply.header('allow', problem.more.allow);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    return reply.code(problem.status).type('application/problem+json').send(problemBody(problem, request.id));
  });
  http.setNotFoundHandler(() => {
    throw new Problem(404, 'unknown-address', 'there is nothing here: see docs/permits-api.md');
  });

  permitRoutes(http, desk, (request) => {
    const holder = holders.get(request);
    if (!holder) throw new Error('a request came past the keys');
    return holder;
  });
  return http;
}

const bodyError = ({ code, path, reason }: JsonFault): FieldFault => ({
  field: path.join('.') || 'body',
  reason: code === 'not-json' ? 'must be JSON' : reason,
});

/** What fastify refuses by itself, in our words: its own may quote the request. */
function asProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  const known: Record<number, Problem> = {
    400: new Problem(400, 'bad-request', 'the request cannot be understood', {
      errors: [{ field: 'body', reason: 'must be JSON' }],
    }),
    413: new Problem(413, 'too-large', `a request is at most ${mostBodyBytes} bytes`),
    415: new Problem(415, 'unsupported-media-type', 'send application/json'),
  };
  const trouble = 'something went wrong on our side; nothing is known of what was asked';
  return known[error.statusCode ?? 500] ?? new Problem(500, 'trouble', trouble);
}
