import { describe, expect, test } from 'vitest';
import {
  permissions,
  permissionsOf,
  roles,
  type Permission,
  type Role,
  type Standing,
} from './permissions.ts';

const now = new Date('2026-11-23T00:00:00Z');
const later = new Date('2026-11-24T00:00:00Z');
const earlier = new Date('2026-11-22T00:00:00Z');

/**
 * Where a role allows something. o: in the group in which it is held; e: held commune-wide, in every other group; c: held
 * commune-wide, in commune matters. Written out by hand, so that a change of a default is a change here.
 */
const table: Record<Permission, Record<Role, string>> = {
  'channel.read': {
    resident: 'o c',
    head: 'o c',
    official: 'o c',
    tech: 'o c',
    moderator: 'o c',
    admin: 'o c',
  },
  'message.send': {
    resident: 'o c',
    head: 'o c',
    official: 'o c',
    tech: 'o c',
    moderator: 'o c',
    admin: 'o c',
  },
  'message.react': {
    resident: 'o c',
    head: 'o c',
    official: 'o c',
    tech: 'o c',
    moderator: 'o c',
    admin: 'o c',
  },
  'message.pin': {
    resident: '',
    head: 'o c',
    official: 'o c',
    tech: '',
    moderator: 'o c',
    admin: 'o c',
  },
  'message.mention_all': {
    resident: '',
    head: 'o c',
    official: 'o c',
    tech: '',
    moderator: 'o c',
    admin: 'o c',
  },
  'member.list': {
    resident: 'o c',
    head: 'o c',
    official: 'o c',
    tech: 'o c',
    moderator: 'o c',
    admin: 'oec',
  },
  'photo.remove': {
    resident: '',
    head: '',
    official: '',
    tech: '',
    moderator: 'oec',
    admin: 'oec',
  },
  'flag.create': {
    resident: 'o c',
    head: 'o c',
    official: 'o c',
    tech: 'o c',
    moderator: 'o c',
    admin: 'o c',
  },
  'thread.ask': {
    resident: 'o c',
    head: 'o c',
    official: 'o c',
    tech: 'o c',
    moderator: 'o c',
    admin: 'o c',
  },
  'member.admit': { resident: '', head: 'o c', official: '', tech: '', moderator: '', admin: 'oec' },
  'household.manage': { resident: '', head: 'o c', official: '', tech: '', moderator: '', admin: 'oec' },
  'role.assign': { resident: '', head: '', official: '', tech: '', moderator: '', admin: 'oec' },
  'group.manage': { resident: '', head: '', official: '', tech: '', moderator: '', admin: 'oec' },
  'notice.publish': { resident: '', head: 'o c', official: 'oec', tech: '', moderator: '', admin: 'oec' },
  'notice.measure': { resident: '', head: 'o c', official: 'oec', tech: '', moderator: '', admin: 'oec' },
  'thread.answer': { resident: '', head: '', official: 'o c', tech: 'o c', moderator: '', admin: '' },
  'case.decide': { resident: '', head: '', official: '', tech: '', moderator: 'oec', admin: '' },
  'audit.read': { resident: '', head: '', official: '', tech: '', moderator: 'o c', admin: 'o c' },
};

const standings: Record<string, (role: Role) => Standing> = {
  'in the group it is held in': (role) => ({ groupRole: role, communeRole: null, isCommune: false }),
  'commune-wide, in another group': (role) => ({ groupRole: null, communeRole: role, isCommune: false }),
  'commune-wide, in commune matters': (role) => ({ groupRole: null, communeRole: role, isCommune: true }),
};
const letters = ['o', 'e', 'c'];
const everyCase = Object.entries(standings).flatMap(([where, standing], index) =>
  roles.flatMap((role) =>
    permissions.map((permission) => ({ where, standing, letter: letters[index]!, role, permission })),
  ),
);

test.each(everyCase)('$role, $where: $permission', ({ standing, letter, role, permission }) => {
  expect(permissionsOf(standing(role), now).has(permission)).toBe(table[permission][role].includes(letter));
});

describe('what is not held gives nothing', () => {
  test.each([true, false])('a stranger (commune matters: %s)', (isCommune) => {
    expect(permissionsOf({ groupRole: null, communeRole: null, isCommune }, now)).toEqual(new Set());
  });

  test.each(roles)('%s of a group, in another group', (role) => {
    // Seen from the other group, the role is not there: only a resident of the commune is.
    expect(
      role && permissionsOf({ groupRole: null, communeRole: 'resident', isCommune: false }, now),
    ).toEqual(new Set());
  });

  test.each(roles)('%s of a group, in commune matters', (role) => {
    const asResident = permissionsOf({ groupRole: null, communeRole: 'resident', isCommune: true }, now);
    expect(permissionsOf({ groupRole: role, communeRole: 'resident', isCommune: true }, now)).toEqual(
      asResident,
    );
  });

  test.each(roles)('%s commune-wide reads no talk of other groups', (role) => {
    const set = permissionsOf({ groupRole: null, communeRole: role, isCommune: false }, now);
    expect([set.has('channel.read'), set.has('message.send')]).toEqual([false, false]);
  });
});

test.each(roles)('%s commune-wide, resident in a group, has both', (role) => {
  const both = permissionsOf({ groupRole: 'resident', communeRole: role, isCommune: false }, now);
  const here = permissionsOf({ groupRole: 'resident', communeRole: null, isCommune: false }, now);
  const everywhere = permissionsOf({ groupRole: null, communeRole: role, isCommune: false }, now);
  expect(both).toEqual(here.union(everywhere));
});

describe.each(roles)('a mute of %s', (role) => {
  const standing: Standing = { groupRole: role, communeRole: null, isCommune: false };

  test('takes writing away and nothing else, until it ends', () => {
    const all = permissionsOf(standing, now);
    const muted = permissionsOf({ ...standing, mutedUntil: later }, now);
    expect(all.difference(muted)).toEqual(new Set(['message.send', 'message.react', 'thread.ask']));
    expect(permissionsOf({ ...standing, mutedUntil: now }, now)).toEqual(all);
    expect(permissionsOf({ ...standing, mutedUntil: earlier }, now)).toEqual(all);
  });

  test('stands against an override that allows writing', () => {
    const override = { [role]: { allow: ['message.send' as const], deny: [] } };
    expect(permissionsOf({ ...standing, override, mutedUntil: later }, now).has('message.send')).toBe(false);
  });
});

describe.each(roles)('an override for %s', (role) => {
  const held: Standing = { groupRole: role, communeRole: null, isCommune: false };
  const change = { allow: ['audit.read' as const], deny: ['message.send' as const] };

  test('adds and takes away for that role', () => {
    const set = permissionsOf({ ...held, override: { [role]: change } }, now);
    expect([set.has('audit.read'), set.has('message.send')]).toEqual([true, false]);
    const inCommune = permissionsOf(
      { groupRole: null, communeRole: role, isCommune: true, override: { [role]: change } },
      now,
    );
    expect([inCommune.has('audit.read'), inCommune.has('message.send')]).toEqual([true, false]);
  });

  test('does not touch the other roles, nor who is no member', () => {
    for (const other of roles.filter((name) => name !== role)) {
      const standing: Standing = { groupRole: other, communeRole: null, isCommune: false };
      expect(permissionsOf({ ...standing, override: { [role]: change } }, now)).toEqual(
        permissionsOf(standing, now),
      );
    }
    const outside: Standing = { groupRole: null, communeRole: role, isCommune: false };
    expect(permissionsOf({ ...outside, override: { [role]: change } }, now)).toEqual(
      permissionsOf(outside, now),
    );
  });

  test('what is both allowed and denied is denied', () => {
    const both = { allow: ['message.send' as const], deny: ['message.send' as const] };
    expect(permissionsOf({ ...held, override: { [role]: both } }, now).has('message.send')).toBe(false);
  });
});
