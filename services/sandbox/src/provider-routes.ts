import type { FastifyInstance, FastifyReply } from 'fastify';
import { understand } from './bad-request.js';
import type { Partner, PartnerReply } from './partner.js';
import { requests } from './requests.js';
import type { Sandbox } from './sandbox.js';
import type { World } from './world.js';

type MessageAt = { Params: { channel: string; id: string } };
type AtPartner = { Params: { partner: string; placement: string; id: string } };

/** Ends the connection without an answer: the caller cannot know whether it was heard. */
function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

/** The providers, the telephone, the agencies and the law firms. */
export function providerRoutes(http: FastifyInstance, sandbox: Sandbox): void {
  http.post<MessageAt>('/channels/:channel/messages', async (request, reply) => {
    const { channel } = understand(requests.channel, request.params);
    const message = understand(requests.message, request.body);
    const world = sandbox.world();
    const answer = world.messages.take({ ...message, channel }, world.now(), new Date());
    // A borrower may have paid in this very second: Kafka has it before the sender hears from us.
    await sandbox.flush();
    switch (answer.reply) {
      case 'accepted':
        return reply.code(202).send({ providerRef: answer.providerRef });
      case 'known':
        return reply.code(200).send({ providerRef: answer.providerRef });
      case 'refused':
        return reply.code(422).send({ reason: answer.reason });
      case 'unavailable':
        return reply.code(503).send({ reason: 'unavailable' });
      case 'hang-up':
        return hangUp(reply);
    }
  });

  http.get<MessageAt>('/channels/:channel/messages/:id', async (request, reply) => {
    const { channel } = understand(requests.channel, request.params);
    const status = sandbox.world().messages.status(channel, request.params.id);
    return status === undefined ? reply.code(404).send({ reason: 'not-found' }) : { status };
  });

  for (const [path, how] of [
    ['/dial', 'call'],
    ['/visit', 'visit'],
  ] as const) {
    http.post(path, async (request) => {
      const { id, to } = understand(requests.conversation, request.body);
      const world = sandbox.world();
      const heard = world.telephone.speak(how, id, to, world.now());
      // Whoever paid in this very second has paid before the caller writes down what came of it.
      await sandbox.flush();
      return heard;
    });
  }

  partnerRoutes(http, sandbox, {
    base: '/agencies',
    matter: 'placements',
    callBack: 'recall',
    of: (world) => world.agency,
  });
  partnerRoutes(http, sandbox, {
    base: '/law-firms',
    matter: 'referrals',
    callBack: 'withdraw',
    of: (world) => world.lawFirm,
  });
}

function partnerRoutes(
  http: FastifyInstance,
  sandbox: Sandbox,
  at: { base: string; matter: string; callBack: string; of(world: World): Partner },
): void {
  http.post<AtPartner>(`${at.base}/:partner/${at.matter}`, async (request, reply) => {
    const handed = understand(requests.handed, request.body);
    const world = sandbox.world();
    return answer(reply, at.of(world).hand(request.params.partner, handed, world.now(), new Date()));
  });
  http.post<AtPartner>(`${at.base}/:partner/${at.matter}/:placement/${at.callBack}`, async (request, reply) => {
    const wanted = understand(requests.callBack, request.body);
    const world = sandbox.world();
    return answer(reply, at.of(world).callBack(request.params.partner, request.params.placement, wanted, world.now()));
  });
  http.get<AtPartner>(`${at.base}/:partner/requests/:id`, async (request, reply) => {
    const known = at.of(sandbox.world()).knows(request.params.partner, request.params.id);
    return known ? { status: 'accepted' } : reply.code(404).send({ reason: 'not-found' });
  });
}

function answer(reply: FastifyReply, said: PartnerReply): FastifyReply {
  switch (said.reply) {
    case 'accepted':
      return reply.code(202).send({ status: 'accepted' });
    case 'known':
      return reply.code(200).send({ status: 'accepted' });
    case 'refused':
      return reply.code(422).send({ reason: said.reason });
    case 'unavailable':
      return reply.code(503).send({ reason: 'unavailable' });
    case 'hang-up':
      return hangUp(reply);
  }
}
