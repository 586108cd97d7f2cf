import type { FastifyInstance } from 'fastify';
import { understand } from './bad-request.js';
import { planGivenEvents } from './given-events.js';
import { arrearsOf } from './loan-account.js';
import { instantOf, plusMs } from './local-time.js';
import { makePortfolio } from './portfolio.js';
import { requests } from './requests.js';
import type { Sandbox } from './sandbox.js';

const demoZone = 'Asia/Shanghai';

/** What the world holds, what it has seen, and how tests bend it. */
export function portfolioRoutes(http: FastifyInstance, sandbox: Sandbox): void {
  http.post('/portfolio', async (request) => {
    const { tenant, seed, from, loans: count, persons: heads } = understand(requests.portfolio, request.body);
    const { loans, persons, contacts, twice, liable } = makePortfolio({ seed, loans: count, persons: heads, from });
    const world = sandbox.begin({ tenant, seed, startsAt: instantOf(from, '00:00', demoZone) });
    for (const loan of loans) world.addLoan(loan);
    world.directory.add([...persons, ...contacts, ...twice, ...liable]);
    return { loans: loans.length, persons: persons.length };
  });

  http.post('/portfolio/events', { bodyLimit: 64 * 1024 * 1024 }, async (request) => {
    const { tenant, seed, events, persons } = understand(requests.portfolioEvents, request.body);
    const first = events.map(({ time }) => time).toSorted()[0];
    const known = sandbox.world();
    // More for the tenant that is played already; another tenant is another world.
    const startsAt = first === undefined ? new Date(0).toISOString() : plusMs(first, -1);
    const world = known.tenant === tenant ? known : sandbox.begin({ tenant, seed, startsAt });
    world.directory.add(persons);
    planGivenEvents(events, { ...world, log: world.events });
    return { loans: new Set(events.map(({ loan }) => loan)).size, persons: persons.length };
  });

  http.get('/portfolio/deeds', async () => sandbox.world().deeds());

  http.get('/persons', async (_request, reply) => {
    const rows = sandbox.world().directory.all();
    return reply
      .type('application/x-ndjson')
      .send(rows.map(({ isAlso: _ours, ...person }) => `${JSON.stringify(person)}\n`).join(''));
  });

  http.get('/log/events', async () => sandbox.world().events.all());
  http.get('/log/received', async () => sandbox.world().received.all());

  http.post('/hazards', async (request) => {
    const { channel, kind, times } = understand(requests.hazard, request.body);
    sandbox.world().hazards.order(channel, kind, times);
    return { ordered: times };
  });

  http.post('/borrower/pay', async (request, reply) => {
    const { loan: loanId, amount, at } = understand(requests.borrowerPays, request.body);
    const { book, borrowers, agenda, now } = sandbox.world();
    const loan = book.loan(loanId);
    if (loan === undefined)
      return reply.code(404).send({ error: 'unknown-loan', field: 'loan', reason: 'no such loan here' });
    const due = at ?? now();
    const pay = () => borrowers.pay(loan, { amount: amount ?? arrearsOf(loan.account), at: due });
    if (due > now()) agenda.add({ at: due, rank: 'borrower', subject: loanId, play: pay });
    else pay();
    await sandbox.flush();
    return { at: due };
  });

  http.post('/borrower/script', async (request, reply) => {
    const { loan: loanId, ...behaviour } = understand(requests.borrowerScript, request.body);
    const loan = sandbox.world().book.loan(loanId);
    if (loan === undefined)
      return reply.code(404).send({ error: 'unknown-loan', field: 'loan', reason: 'no such loan here' });
    Object.assign(loan.script, behaviour);
    return { loan: loanId };
  });
}
