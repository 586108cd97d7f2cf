import type { FastifyInstance } from 'fastify';
import { understand } from './bad-request.js';
import { requests } from './requests.js';
import type { Sandbox } from './sandbox.js';

/** What borrowers write to the lender, and the papers they are sent to sign. */
export function letterRoutes(http: FastifyInstance, sandbox: Sandbox): void {
  http.get('/letters', async (request) =>
    sandbox.world().letters.after(understand(requests.letters, request.query).after),
  );

  http.post('/borrower/asks', async (request, reply) => {
    const { loan: loanId, asks, breaksAfter, paysLaterDays } = understand(requests.borrowerAsks, request.body);
    const { book, arranging, now } = sandbox.world();
    const loan = book.loan(loanId);
    if (loan === undefined)
      return reply.code(404).send({ error: 'unknown-loan', field: 'loan', reason: 'no such loan here' });
    const pays = breaksAfter === undefined ? ('keeps' as const) : { breaksAfter, paysLaterDays };
    loan.script.applies = { after: { shown: 'hardship', days: 0 }, asks, pays };
    arranging.asks(loan, asks, now());
    return { loan: loanId };
  });

  http.post('/agreements', async (request, reply) => {
    const { loan: loanId, ...paper } = understand(requests.agreement, request.body);
    const { book, arranging, now } = sandbox.world();
    const loan = book.loan(loanId);
    if (loan === undefined)
      return reply.code(404).send({ error: 'unknown-loan', field: 'loan', reason: 'no such loan here' });
    arranging.offered(loan, paper, now());
    return reply.code(202).send({ loan: loanId });
  });
}
