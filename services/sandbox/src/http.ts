import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { BadRequest } from './bad-request.js';
import { letterRoutes } from './letter-routes.js';
import { participantRoutes } from './participant-routes.js';
import { portfolioRoutes } from './portfolio-routes.js';
import { providerRoutes } from './provider-routes.js';
import { searchRoutes } from './search-routes.js';
import { servicingRoutes } from './servicing-routes.js';
import type { Sandbox } from './sandbox.js';

/** Act ids hold a tenant, a loan and a step, and stand in paths. */
const longestIdInPath = 500;

/** The sandbox over HTTP, as `docs/sandbox-protocol.md` has it. */
export function sandboxHttp(sandbox: Sandbox): FastifyInstance {
  const http = fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: longestIdInPath },
  });
  http.setErrorHandler((error: FastifyError | BadRequest, _request, reply) => {
    if (error instanceof BadRequest)
      return reply.code(400).send({ error: 'bad-request', field: error.field, reason: error.reason });
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    if (status < 500) return reply.code(status).send({ error: 'bad-request', field: 'body', reason: error.message });
    // Kafka is down, most likely: nothing is lost, the caller tries again.
    return reply.code(500).send({ error: 'trouble', reason: error.message });
  });
  http.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'unknown-address', reason: 'see docs/sandbox-protocol.md' }),
  );
  participantRoutes(http, sandbox);
  portfolioRoutes(http, sandbox);
  providerRoutes(http, sandbox);
  servicingRoutes(http, sandbox);
  searchRoutes(http, sandbox);
  letterRoutes(http, sandbox);
  return http;
}
