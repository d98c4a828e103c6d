// What someone may do with a message: pure, from what the server lets them do in its channel.
import type { MessageView } from '#shared/messages.ts';
import type { ChannelSettings } from '#shared/channels.ts';
import type { Permission } from '#shared/permissions.ts';
import { hasFixedWords, isForwardable } from '#shared/carrying.ts';
import { isWithin } from '#shared/pace.ts';
import { isGone } from '#shared/gone.ts';

type Windows = Pick<ChannelSettings, 'editMinutes' | 'recallMinutes'>;

export type MessageAction =
  'reply' | 'topic' | 'forward' | 'edit' | 'pin' | 'unpin' | 'recall' | 'copy' | 'profile' | 'flag';

export function messageActions(
  message: MessageView,
  myId: string,
  permissions: Permission[],
  windows: Windows = { editMinutes: null, recallMinutes: null },
  now = Date.now(),
): MessageAction[] {
  if (isGone(message)) return [];
  const isOwn = message.author.id === myId;
  const canSend = permissions.includes('message.send');
  const isStill = (minutes: number | null) => isWithin(minutes, message.createdAt, now);
  return [
    ...(canSend ? (['reply', 'topic'] as const) : []),
    ...(canSend && isOwn && !hasFixedWords(message.carried) && isStill(windows.editMinutes)
      ? (['edit'] as const)
      : []),
    ...(isForwardable(message.carried) ? (['forward'] as const) : []),
    ...(message.text ? (['copy'] as const) : []),
    ...(permissions.includes('message.pin') ? [message.pin ? ('unpin' as const) : ('pin' as const)] : []),
    ...(canSend && isOwn && isStill(windows.recallMinutes) ? (['recall'] as const) : []),
    ...(isOwn ? [] : (['profile'] as const)),
    ...(!isOwn && permissions.includes('flag.create') ? (['flag'] as const) : []),
  ];
}
