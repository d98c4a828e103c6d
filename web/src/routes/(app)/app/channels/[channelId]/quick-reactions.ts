// The reactions that are offered at once, with the words by which a screen reader says them. Others are chosen from all emoji.
import { m } from '#lib/paraglide/messages.js';

export const quickReactions = [
  { emoji: '👍', name: m.chat_emoji_agree },
  { emoji: '❤️', name: m.chat_emoji_love },
  { emoji: '😄', name: m.chat_emoji_laugh },
  { emoji: '😮', name: m.chat_emoji_wow },
  { emoji: '😢', name: m.chat_emoji_sad },
  { emoji: '🙏', name: m.chat_emoji_thanks },
];
