import { goto } from '$app/navigation';
import type { Hub } from '#lib/hub.svelte.ts';
import { topicUnder } from '#lib/topics.svelte.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { MessageView } from '#shared/messages.ts';

/** To the topic under a message of this channel; without a network as far as it can be told from here. */
export async function openTopic(hub: Hub, parent: ChannelView, message: MessageView): Promise<void> {
  if (hub.connection !== 'online' && !hub.channel(message.id)) hub.topics.put(topicUnder(parent, message));
  await goto(`/app/channels/${message.id}`);
}
