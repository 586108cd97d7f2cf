import type { MessageChannel, ProviderAnswer } from '@recourse/activities/contact/channels';
import { sandboxRequest, textOf } from './sandbox-request.js';

/** All machine channels of the sandbox; `baseUrl` without a slash at its end. */
export function sandboxChannel(baseUrl: string): MessageChannel {
  return {
    async send({ actId, channel, to, language, text, preview, notAfter }) {
      const message = { id: actId, to, language, text, preview, notAfter: notAfter.toISOString() };
      const { status, body } = await sandboxRequest(baseUrl, 'POST', ['channels', channel, 'messages'], message);
      if (status === 422) return { result: 'refused', reason: textOf(body, 'reason') ?? 'refused' };
      const providerRef = textOf(body, 'providerRef');
      if ((status !== 200 && status !== 202) || providerRef === undefined)
        throw new Error(`channel ${channel} answered ${status}`);
      return { result: 'accepted', providerRef };
    },

    async ask(actId, channel) {
      return answerOf(await sandboxRequest(baseUrl, 'GET', ['channels', channel, 'messages', actId]));
    },
  };
}

/** What a provider says of one id. @throws when it says something it should not */
export function answerOf({ status, body }: { status: number; body: unknown }): ProviderAnswer {
  if (status === 404) return 'not-found';
  const said = textOf(body, 'status');
  if (status === 200 && (said === 'accepted' || said === 'delivered' || said === 'failed')) return said;
  throw new Error(`unexpected answer ${status}`);
}
