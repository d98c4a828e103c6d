// The endpoints of who someone is and where they belong, and the public ones of a commune.
import { z } from 'zod';
import { MyAttention } from './attention.ts';
import { Done, Id, key, PhotoVersion } from './common.ts';
import { GroupChannels } from './channels.ts';
import {
  Confirmation,
  DemoPerson,
  Join,
  Me,
  MySettings,
  SessionView,
  SignIn,
  SignInResult,
} from './identity.ts';
import { NoticeView } from './notices.ts';
import { BlockSet, ChangesQuery, PersonChanged, PersonName, PhotoForm, ProfileView } from './people.ts';
import {
  CommuneView,
  GroupCreate,
  GroupView,
  HouseholdBody,
  HouseholdView,
  InvitationCreate,
  InvitationPreview,
  InvitationView,
  MemberRequest,
  MembershipDecide,
  MemberView,
  MyMembership,
  RoleAssign,
} from './places.ts';
import { ProcedureQuery, ProcedureSummary, ProcedureView } from './procedures.ts';
import type { Endpoint } from './endpoint.ts';

const slug = key(80);
const communeParams = z.object({ slug });
const groupParams = z.object({ groupId: Id });
const personParams = z.object({ personId: Id });
const codeParams = z.object({ code: key(80) });

export const placesApi = {
  'session.create': { summary: 'Sign in', isPublic: true, body: SignIn, response: SignInResult },
  'session.end': { summary: 'Sign out', response: Done },
  'session.list': { summary: 'My sessions', response: z.array(SessionView) },
  'session.endOther': {
    summary: 'End one of my sessions',
    params: z.object({ sessionId: Id }),
    response: Done,
  },
  'me.get': { summary: 'Who I am and where I belong', response: Me },
  'me.update': { summary: 'What others may see of me', body: MySettings, response: Me },
  'me.attend': { summary: 'When and for what I may be woken', body: MyAttention, response: Me },
  'me.rename': {
    summary: 'Change my name',
    body: z.object({ name: PersonName }),
    response: Me,
  },
  'me.export': {
    summary: 'Allow this device to fetch the archive of all that is mine, once and soon',
    body: Confirmation,
    response: Done,
  },
  'me.download': {
    summary: 'The archive of all that is mine, as ZIP',
    isFile: true,
    response: z.null(),
  },
  'me.remove': {
    summary: 'Delete my account: what I said stays, under no name',
    body: Confirmation,
    response: Done,
  },
  'me.photo': {
    summary:
      'My picture, in place of the one before: the whole of a photo, of which the middle is kept, small',
    takes: 'application/octet-stream',
    response: Me,
  },
  'person.changes': {
    summary: 'Who of my commune has another name or picture since then',
    query: ChangesQuery,
    response: z.array(PersonChanged),
  },
  'person.get': {
    summary: 'The page of somebody of my commune',
    params: personParams,
    response: ProfileView,
  },
  'person.photo': {
    summary: 'The picture of somebody of my commune, as WebP',
    params: z.object({ personId: Id, version: PhotoVersion, form: PhotoForm }),
    isFile: true,
    response: z.null(),
  },
  'person.removePhoto': {
    summary: 'Take down my picture, or as one who moderates theirs',
    params: personParams,
    response: Done,
  },
  'person.block': {
    summary: 'Keep somebody’s everyday words from me, or no longer',
    params: personParams,
    body: BlockSet,
    response: Me,
  },
  'membership.leave': {
    summary: 'Leave a group',
    params: z.object({ membershipId: Id }),
    response: Me,
  },
  'demo.list': {
    summary: 'People of the sample ward one may try',
    isPublic: true,
    response: z.array(DemoPerson),
  },
  'demo.signIn': {
    summary: 'Sign in as a person of the sample ward',
    isPublic: true,
    body: z.object({ key: key(40) }),
    response: Done,
  },

  'commune.list': { summary: 'All communes', isPublic: true, response: z.array(CommuneView) },
  'commune.get': { summary: 'One commune', isPublic: true, params: communeParams, response: CommuneView },
  'commune.notices': {
    summary: 'Public notices, newest first',
    isPublic: true,
    params: communeParams,
    response: z.array(NoticeView),
  },
  'commune.notice': {
    summary: 'One public notice',
    isPublic: true,
    params: z.object({ slug, noticeId: Id }),
    response: NoticeView,
  },
  'procedure.list': {
    summary: 'The catalogue of procedures, searched without regard to tone marks',
    isPublic: true,
    params: communeParams,
    query: ProcedureQuery,
    response: z.array(ProcedureSummary),
  },
  'procedure.get': {
    summary: 'One procedure',
    isPublic: true,
    params: z.object({ slug, code: key(40) }),
    response: ProcedureView,
  },

  'invitation.preview': {
    summary: 'What an invitation leads to',
    isPublic: true,
    params: codeParams,
    response: InvitationPreview,
  },
  'invitation.join': {
    summary: 'Register with an invitation, and be signed in',
    isPublic: true,
    params: codeParams,
    body: Join,
    response: Done,
  },
  'invitation.accept': {
    summary: 'Use an invitation as someone who is registered already',
    params: codeParams,
    body: z.object({ household: Join.shape.household.nullable() }),
    response: MyMembership,
  },
  'invitation.list': {
    summary: 'Invitations of a group that still work',
    params: groupParams,
    response: z.array(InvitationView),
  },
  'invitation.create': {
    summary: 'Make an invitation',
    params: groupParams,
    body: InvitationCreate,
    response: InvitationView,
  },
  'invitation.revoke': {
    summary: 'End an invitation',
    params: z.object({ invitationId: Id }),
    response: Done,
  },

  'group.list': { summary: 'My groups with their channels', response: z.array(GroupChannels) },
  'group.listAll': {
    summary: 'Every group of the commune, for those who address or manage them',
    response: z.array(GroupView),
  },
  'group.create': { summary: 'Add a group', body: GroupCreate, response: GroupView },
  'member.list': { summary: 'People of a group', params: groupParams, response: z.array(MemberView) },
  'member.requests': {
    summary: 'Requests that wait for my decision, oldest first',
    response: z.array(MemberRequest),
  },
  'member.decide': {
    summary: 'Admit or refuse',
    params: z.object({ membershipId: Id }),
    body: MembershipDecide,
    response: MemberRequest,
  },
  'role.assign': {
    summary: 'Give a person a role and a seat in a group',
    params: z.object({ membershipId: Id }),
    body: RoleAssign,
    response: MemberView,
  },
  'household.list': {
    summary: 'Households of a group',
    params: groupParams,
    response: z.array(HouseholdView),
  },
  'household.create': {
    summary: 'Add a household',
    params: groupParams,
    body: HouseholdBody,
    response: HouseholdView,
  },
  'household.update': {
    summary: 'Correct a household',
    params: z.object({ householdId: Id }),
    body: HouseholdBody,
    response: HouseholdView,
  },
} as const satisfies Record<string, Endpoint>;
