// How the acts on a message are drawn and named in its menu.
import type { Component } from 'svelte';
import Copy from '@lucide/svelte/icons/copy';
import Flag from '@lucide/svelte/icons/flag';
import Forward from '@lucide/svelte/icons/forward';
import MessageSquareReply from '@lucide/svelte/icons/message-square-reply';
import Pencil from '@lucide/svelte/icons/pencil';
import Pin from '@lucide/svelte/icons/pin';
import PinOff from '@lucide/svelte/icons/pin-off';
import Reply from '@lucide/svelte/icons/reply';
import Undo2 from '@lucide/svelte/icons/undo-2';
import UserRound from '@lucide/svelte/icons/user-round';
import { m } from '#lib/paraglide/messages.js';
import type { MessageAction } from './message-actions.ts';

export const menuRows: Record<
  MessageAction,
  { icon: Component<{ 'aria-hidden'?: 'true' }>; name: () => string }
> = {
  reply: { icon: Reply, name: m.chat_reply },
  topic: { icon: MessageSquareReply, name: m.topics_answer },
  forward: { icon: Forward, name: m.chat_forward },
  edit: { icon: Pencil, name: m.chat_edit },
  pin: { icon: Pin, name: m.chat_pin },
  unpin: { icon: PinOff, name: m.chat_unpin },
  recall: { icon: Undo2, name: m.chat_recall },
  copy: { icon: Copy, name: m.chat_copy },
  profile: { icon: UserRound, name: m.people_open },
  flag: { icon: Flag, name: m.chat_flag },
};
