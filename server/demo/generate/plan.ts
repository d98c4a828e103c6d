// The plan of a generated ward: its groups and channels, who is in them, and in which office.
import type { ChannelKind } from '../../../shared/channels.ts';
import type { Role } from '../../../shared/permissions.ts';
import type { GroupKind } from '../../../shared/places.ts';
import { settle, type Household, type Person } from './people.ts';
import { share } from './calendar.ts';
import type { Ids, Random } from './random.ts';

export interface Member {
  person: Person;
  household: Household | null;
  role: Role;
  seat: string | null;
}

export interface PlannedChannel {
  id: string;
  kind: ChannelKind;
  name: string;
}

export interface PlannedGroup {
  id: string;
  kind: GroupKind;
  number: number | null;
  name: string;
  description: string;
  channels: PlannedChannel[];
  members: Member[];
}

export interface Plan {
  commune: PlannedGroup;
  groups: PlannedGroup[];
  households: { group: PlannedGroup; household: Household }[];
  people: Person[];
}

const RESIDENTIAL = 17;
const CROWD = 20;

const offices: { role: Role; seat: string; sector?: string }[] = [
  { role: 'admin', seat: 'Văn phòng HĐND và UBND phường' },
  { role: 'official', seat: 'Phó Chủ tịch UBND phường', sector: 'Bộ phận Một cửa' },
  { role: 'official', seat: 'Công chức tư pháp – hộ tịch', sector: 'Bộ phận Một cửa' },
  { role: 'official', seat: 'Công chức địa chính – xây dựng', sector: 'Bộ phận Một cửa' },
  { role: 'official', seat: 'Công chức văn hóa – xã hội', sector: 'Thống kê' },
  { role: 'official', seat: 'Trưởng Trạm Y tế phường', sector: 'Y tế' },
  { role: 'official', seat: 'Công an phường', sector: 'Công an – An ninh trật tự' },
  { role: 'official', seat: 'Công chức văn phòng – thống kê', sector: 'Thống kê' },
  ...Array.from({ length: 6 }, () => ({
    role: 'tech' as const,
    seat: 'Tổ công nghệ số cộng đồng',
    sector: 'Bộ phận Một cửa',
  })),
  ...Array.from({ length: 3 }, () => ({ role: 'moderator' as const, seat: 'Tổ điều hành cộng đồng' })),
];

/** Who else is in a group besides its office-holders: those of whom this holds, as likely as the number says. */
const circles: {
  kind: GroupKind;
  name: string;
  head?: string;
  share: number;
  isFor: (person: Person) => boolean;
}[] = [
  { kind: 'sector', name: 'Bộ phận Một cửa', share: 0.001, isFor: isGrown },
  { kind: 'sector', name: 'Y tế', share: 0.004, isFor: isGrown },
  { kind: 'sector', name: 'Công an – An ninh trật tự', share: 0.005, isFor: isGrown },
  { kind: 'sector', name: 'Thống kê', share: 0.003, isFor: isGrown },
  {
    kind: 'association',
    name: 'Hội Liên hiệp Phụ nữ',
    head: 'Chủ tịch Hội Liên hiệp Phụ nữ phường',
    share: 0.4,
    isFor: ({ gender, age }) => gender === 'female' && age >= 18,
  },
  {
    kind: 'association',
    name: 'Đoàn Thanh niên',
    head: 'Bí thư Đoàn Thanh niên phường',
    share: 0.45,
    isFor: ({ age }) => age >= 16 && age <= 30,
  },
  {
    kind: 'association',
    name: 'Hội Cựu chiến binh',
    head: 'Chủ tịch Hội Cựu chiến binh phường',
    share: 0.35,
    isFor: ({ gender, age }) => gender === 'male' && age >= 50,
  },
  {
    kind: 'association',
    name: 'Hội Nông dân',
    head: 'Chủ tịch Hội Nông dân phường',
    share: 0.15,
    isFor: ({ age }) => age >= 25,
  },
];

function isGrown({ age }: Person): boolean {
  return age >= 22 && age <= 65;
}

/** Lays the ward out, with exactly this many people, as of the moment `at`. */
export function planWard(name: string, residents: number, random: Random, ids: Ids, at: number): Plan {
  const group = groupMaker(ids, at);
  const commune = group('commune', null, name, 'Nơi chung của mọi người trong phường.');
  const count = Math.max(2, Math.min(RESIDENTIAL, Math.floor(residents / CROWD)));
  const homes = Array.from({ length: count }, (_, index) =>
    group('residential', index + 1, `Tổ dân phố ${index + 1}`, 'Dữ liệu mẫu được sinh ra.'),
  );
  const households: Plan['households'] = [];
  const people: Person[] = [];
  const sizes = share(
    residents,
    homes.map(() => 0.7 + random.next() * 0.6),
  );
  for (const [index, home] of homes.entries()) {
    for (const household of settle(sizes[index]!, index + 1, random, ids, at, people.length)) {
      households.push({ group: home, household });
      people.push(...household.people);
      for (const person of household.people) home.members.push(resident(person, household));
    }
    const head = random.pick(home.members.filter(({ person }) => isGrown(person)));
    Object.assign(head, { role: 'head', seat: `Tổ trưởng tổ ${home.number}` });
  }
  commune.members = people.map((person) => resident(person, null));
  const others = circles.map(({ kind, name: circle, head, share: part, isFor }) => {
    const made = group(kind, null, circle, 'Dữ liệu mẫu được sinh ra.');
    made.members = people
      .filter((person) => isFor(person) && random.chance(part))
      .map((person) => resident(person, null));
    const first = made.members.length > 0 && random.pick(made.members);
    if (head && first) Object.assign(first, { role: 'head', seat: head });
    return made;
  });
  const heads = homes.flatMap(({ members }) => members.filter(({ role }) => role === 'head'));
  const internal = group(
    'internal',
    null,
    'Tổ trưởng các tổ dân phố',
    'Trao đổi công việc giữa phường và các tổ trưởng.',
  );
  internal.members = heads.map(({ person }) => resident(person, null));
  const isHead = new Set(heads.map(({ person }) => person));
  appoint(
    commune,
    [...others, internal],
    random.shuffle(commune.members.filter(({ person }) => isGrown(person) && !isHead.has(person))),
  );
  return { commune, groups: [commune, ...homes, ...others, internal], households, people };
}

const resident = (person: Person, household: Household | null): Member => ({
  person,
  household,
  role: 'resident',
  seat: null,
});

/** Gives the commune's offices to these members, and to officials their place in the groups that they work with. */
function appoint(commune: PlannedGroup, groups: PlannedGroup[], candidates: Member[]): void {
  for (const [index, { role, seat, sector }] of offices.entries()) {
    const chosen = candidates[index];
    if (!chosen) return;
    Object.assign(chosen, { role, seat });
    for (const group of groups) {
      const isTheirs = group.name === sector || (role === 'official' && group.kind === 'internal');
      if (!isTheirs) continue;
      group.members = group.members.filter(({ person }) => person !== chosen.person);
      group.members.push({ ...chosen, role: role === 'official' ? role : 'resident', seat });
    }
  }
  // The commune's own officials come first, where the talk of few is drawn from.
  commune.members.sort((a, b) => Number(a.role === 'resident') - Number(b.role === 'resident'));
}

function groupMaker(ids: Ids, at: number) {
  const channel = (kind: ChannelKind, name: string): PlannedChannel => ({ id: ids.at(at), kind, name });
  return (kind: GroupKind, number: number | null, name: string, description: string): PlannedGroup => ({
    id: ids.at(at),
    kind,
    number,
    name,
    description,
    channels: [
      channel('chat', kind === 'commune' ? 'Chuyện chung của phường' : 'Trò chuyện'),
      channel('notices', kind === 'commune' ? 'Thông báo của phường' : 'Thông báo'),
      ...(kind === 'commune' ? [channel('procedures', 'Hỏi thủ tục')] : []),
    ],
    members: [],
  });
}
