// Every endpoint by name. Plain strings, so that the web can call them without carrying the schemas; api.ts adds those.

export const routes = {
  'session.create': 'POST /api/session',
  'session.end': 'DELETE /api/session',
  'session.list': 'GET /api/sessions',
  'session.endOther': 'DELETE /api/sessions/:sessionId',
  'me.get': 'GET /api/me',
  'me.update': 'PUT /api/me/settings',
  'demo.list': 'GET /api/demo',
  'demo.signIn': 'POST /api/demo/session',

  'commune.list': 'GET /api/communes',
  'commune.get': 'GET /api/communes/:slug',
  'commune.notices': 'GET /api/communes/:slug/notices',
  'commune.notice': 'GET /api/communes/:slug/notices/:noticeId',
  'procedure.list': 'GET /api/communes/:slug/procedures',
  'procedure.get': 'GET /api/communes/:slug/procedures/:code',

  'invitation.preview': 'GET /api/invitations/:code',
  'invitation.join': 'POST /api/invitations/:code/join',
  'invitation.accept': 'POST /api/invitations/:code/accept',
  'invitation.list': 'GET /api/groups/:groupId/invitations',
  'invitation.create': 'POST /api/groups/:groupId/invitations',
  'invitation.revoke': 'DELETE /api/invitations/:invitationId',

  'group.list': 'GET /api/groups',
  'group.listAll': 'GET /api/groups/all',
  'group.create': 'POST /api/groups',
  'member.list': 'GET /api/groups/:groupId/members',
  'member.requests': 'GET /api/member-requests',
  'member.decide': 'POST /api/member-requests/:membershipId',
  'role.assign': 'PUT /api/memberships/:membershipId/role',
  'household.list': 'GET /api/groups/:groupId/households',
  'household.create': 'POST /api/groups/:groupId/households',
  'household.update': 'PUT /api/households/:householdId',

  'channel.get': 'GET /api/channels/:channelId',
  'channel.create': 'POST /api/groups/:groupId/channels',
  'channel.update': 'PUT /api/channels/:channelId',
  'channel.read': 'POST /api/channels/:channelId/read',

  'message.list': 'GET /api/channels/:channelId/messages',
  'message.create': 'POST /api/channels/:channelId/messages',
  'message.get': 'GET /api/messages/:messageId',
  'message.edit': 'PATCH /api/messages/:messageId',
  'message.delete': 'DELETE /api/messages/:messageId',
  'message.revisions': 'GET /api/messages/:messageId/revisions',
  'message.react': 'PUT /api/messages/:messageId/reaction',
  'message.reactors': 'GET /api/messages/:messageId/reactions',
  'message.pin': 'PUT /api/messages/:messageId/pin',
  'message.pins': 'GET /api/channels/:channelId/pins',

  'mention.find': 'GET /api/channels/:channelId/mentions',
  'mention.reach': 'POST /api/channels/:channelId/mentions/reach',

  'notice.list': 'GET /api/notices',
  'notice.get': 'GET /api/notices/:noticeId',
  'notice.audience': 'GET /api/notices/audience',
  'notice.publish': 'POST /api/notices',
  'notice.withdraw': 'POST /api/notices/:noticeId/withdraw',
  'notice.receipt': 'POST /api/notices/:noticeId/receipt',
  'notice.reach': 'GET /api/notices/:noticeId/reach',

  'thread.list': 'GET /api/threads',
  'thread.get': 'GET /api/threads/:threadId',
  'thread.create': 'POST /api/threads',
  'thread.take': 'POST /api/threads/:threadId/take',
  'thread.release': 'POST /api/threads/:threadId/release',
  'thread.reply': 'POST /api/threads/:threadId/posts',
  'thread.solve': 'POST /api/threads/:threadId/solve',

  'search.find': 'GET /api/search',

  'flag.create': 'POST /api/flags',
  'case.list': 'GET /api/cases',
  'case.get': 'GET /api/cases/:caseId',
  'case.claim': 'POST /api/cases/:caseId/claim',
  'case.decide': 'POST /api/cases/:caseId/decide',
  'audit.list': 'GET /api/audit',

  'notification.list': 'GET /api/notifications',
  'notification.read': 'POST /api/notifications/read',
} as const;

export type RouteName = keyof typeof routes;
