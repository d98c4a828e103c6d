// What someone may do with a message: pure, from what the server lets them do in its channel.
import type { MessageView } from '#shared/messages.ts';
import type { Permission } from '#shared/permissions.ts';
import { isGone } from './rows.ts';

export type MessageAction = 'reply' | 'edit' | 'recall' | 'copy' | 'flag';

export function messageActions(
  message: MessageView,
  myId: string,
  permissions: Permission[],
): MessageAction[] {
  if (isGone(message)) return [];
  const isOwn = message.author.id === myId;
  const canSend = permissions.includes('message.send');
  return [
    ...(canSend ? (['reply'] as const) : []),
    ...(canSend && isOwn ? (['edit'] as const) : []),
    'copy',
    ...(canSend && isOwn ? (['recall'] as const) : []),
    ...(!isOwn && permissions.includes('flag.create') ? (['flag'] as const) : []),
  ];
}
