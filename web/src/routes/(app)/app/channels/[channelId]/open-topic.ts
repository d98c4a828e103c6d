import { goto } from '$app/navigation';
import type { Hub } from '#lib/hub.svelte.ts';
import { topicUnder } from '#lib/topics.svelte.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { MessageView } from '#shared/messages.ts';
import type { ChannelState } from './channel.svelte.ts';

/** To the topic under a message of this channel; without a network as far as it can be told from here. */
export async function openTopic(
  hub: Hub,
  chat: ChannelState,
  parent: ChannelView,
  message: MessageView,
): Promise<void> {
  if (hub.connection !== 'online' && !hub.channel(message.id)) {
    const quoted = message.replyTo && chat.quoted(message.replyTo.id);
    hub.topics.put(topicUnder(parent, message, quoted ?? null));
  }
  await goto(`/app/channels/${message.id}`);
}
