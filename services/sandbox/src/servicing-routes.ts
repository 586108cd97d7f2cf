import type { FastifyInstance, FastifyReply } from 'fastify';
import { understand } from './bad-request.js';
import { loanAnswer } from './loan-answer.js';
import { dayOf } from './local-time.js';
import { personAnswer } from './person-answer.js';
import { requests } from './requests.js';
import type { Sandbox } from './sandbox.js';

const hazards = ['down', 'nonsense', 'wrong-sum'] as const;

/** The lender's own systems, asked: what servicing knows of a loan, what the directory knows of a person. */
export function servicingRoutes(http: FastifyInstance, sandbox: Sandbox): void {
  const isDown = (reply: FastifyReply) => reply.code(503).send({ error: 'unavailable', reason: 'as was ordered' });

  http.get<{ Params: { loan: string } }>('/servicing/loans/:loan', async (request, reply) => {
    const { tenant } = understand(requests.asked, request.query);
    const world = sandbox.world();
    const hazard = world.hazards.take('servicing', hazards);
    if (hazard === 'down') return isDown(reply);
    const loan = tenant === world.tenant ? world.book.loan(request.params.loan) : undefined;
    if (loan === undefined) return reply.code(404).send({ error: 'unknown-loan', reason: 'no such loan here' });
    const answer = loanAnswer(loan);
    if (hazard === 'nonsense') return { ...answer, currency: 'money' };
    if (hazard === 'wrong-sum') {
      const [first, ...others] = answer.unpaid;
      if (first) return { ...answer, unpaid: [{ ...first, components: oneMore(first.components) }, ...others] };
    }
    return answer;
  });

  http.get<{ Params: { person: string } }>('/directory/persons/:person', async (request, reply) => {
    const { tenant } = understand(requests.asked, request.query);
    const world = sandbox.world();
    const hazard = world.hazards.take('directory', hazards);
    if (hazard === 'down') return isDown(reply);
    const known = tenant === world.tenant ? world.directory.all() : [];
    const person = known.find(({ personId }) => personId === request.params.person);
    if (person === undefined) return reply.code(404).send({ error: 'unknown-person', reason: 'no such person here' });
    if (hazard === 'nonsense') return { personId: person.personId, points: 'none' };
    return personAnswer(person, dayOf(world.startsAt, person.zone ?? 'UTC'));
  });
}

const oneMore = (components: { principal?: number }) => ({ ...components, principal: (components.principal ?? 0) + 1 });
