import type { MessageChannel } from '@recourse/activities/contact/channels';
import type { Channel } from '@recourse/domain/contact/channel';

/** Each kind of message by its own provider, where it has one; all others by `rest`. */
export function channelByKind(own: Partial<Record<Channel, MessageChannel>>, rest: MessageChannel): MessageChannel {
  const of = (channel: Channel): MessageChannel => own[channel] ?? rest;
  return {
    send: (message) => of(message.channel).send(message),
    ask: (actId, channel) => of(channel).ask(actId, channel),
  };
}
