import { associations } from './conversations.associations.ts';
import { commune } from './conversations.commune.ts';
import { group12 } from './conversations.group12.ts';
import { group13Early } from './conversations.group13.early.ts';
import { group13Late } from './conversations.group13.late.ts';
import { internal } from './conversations.internal.ts';
import { otherGroups } from './conversations.residential.ts';
import { sectors } from './conversations.sectors.ts';
import { flags } from './flags.ts';
import { groups } from './groups.ts';
import { households } from './households.ts';
import { notices } from './notices.ts';
import { offices } from './people.offices.ts';
import { heads, residents } from './people.residents.ts';
import { certification } from './procedures.certification.ts';
import { civil } from './procedures.civil.ts';
import { economy } from './procedures.economy.ts';
import { residence } from './procedures.residence.ts';
import { social } from './procedures.social.ts';
import type { SampleWard } from './sample.types.ts';
import { threads } from './threads.ts';

/** An invented ward, modelled on a real one: no person, household, telephone number or event in it is real. */
export const songCau: SampleWard = {
  slug: 'song-cau',
  name: 'Phường Sông Cầu',
  province: 'Bắc Kạn',
  description:
    'Dữ liệu mẫu: một phường miền núi hơn mười nghìn dân, 17 tổ dân phố. Mọi người và mọi việc ở đây đều hư cấu.',
  groups,
  households,
  people: [...offices, ...heads, ...residents],
  lines: [
    ...commune,
    ...group13Early,
    ...group13Late,
    ...group12,
    ...otherGroups,
    ...sectors,
    ...associations,
    ...internal,
  ],
  notices,
  threads,
  flags,
  procedures: [...civil, ...certification, ...residence, ...social, ...economy],
};
