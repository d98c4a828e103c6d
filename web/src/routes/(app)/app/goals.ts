// Where the second key leads after g: letters of the Vietnamese names, the same in every language of the interface.
import { m } from '#lib/paraglide/messages.js';

interface Goal {
  key: string;
  href: string;
  name: () => string;
}

export const goals = (isStaffed: boolean): Goal[] => [
  { key: 'h', href: '/app', name: m.common_nav_today },
  { key: 'n', href: '/app/groups', name: m.common_nav_groups },
  ...(isStaffed ? [{ key: 'v', href: '/app/desk', name: m.common_nav_desk_long }] : []),
  { key: 't', href: '/app/questions', name: m.common_nav_questions },
  { key: 'b', href: '/app/notices', name: m.common_nav_notices },
  { key: 'm', href: '/app/me', name: m.common_nav_me },
];
