// The endpoints of what is said: channels, messages, notices, questions, search, moderation, notifications.
import { z } from 'zod';
import { ChannelAttention, WaitingCount } from './attention.ts';
import { Done, Id, Time } from './common.ts';
import { ChannelCreate, ChannelUpdate, ChannelView, ReadMark, ReadMarked } from './channels.ts';
import { Found, FoundQuery } from './found.ts';
import { MentionChoices, MentionQuery, MentionReach, ReachAsk } from './mentions.ts';
import {
  MessageCreate,
  MessageEdit,
  MessagePage,
  MessageQuery,
  MessageReacted,
  MessageView,
  PinSet,
  ReactionSet,
  Reactors,
  Revision,
} from './messages.ts';
import {
  AuditEntry,
  AuditQuery,
  CaseClaim,
  CaseDecide,
  CaseDetail,
  CaseQuery,
  CaseView,
  FlagCreate,
} from './moderation.ts';
import {
  AudienceEstimate,
  AudienceQuery,
  MyNotice,
  NoticeCreate,
  NoticeReach,
  ReceiptGive,
  ReceiptGiven,
} from './notices.ts';
import { NotificationView } from './notifications.ts';
import { GatheringAnswerGive, GatheringAnswers, GatheringUpdate, MyAnswer } from './gatherings.ts';
import { MyPoll, PollChoices, PollVoters } from './polls.ts';
import { PostCreate, ThreadCreate, ThreadQuery, ThreadView } from './procedures.ts';
import { PushState, PushSubscribe, PushTrial } from './push.ts';
import { TopicFollow } from './topics.ts';
import type { Endpoint } from './endpoint.ts';

const groupParams = z.object({ groupId: Id });
const channelParams = z.object({ channelId: Id });
const messageParams = z.object({ messageId: Id });
const noticeParams = z.object({ noticeId: Id });
const threadParams = z.object({ threadId: Id });
const caseParams = z.object({ caseId: Id });

export const talkApi = {
  'channel.get': { summary: 'One channel', params: channelParams, response: ChannelView },
  'channel.list': {
    summary:
      'The channels of a group that I manage, also where I do not belong to it: then nothing of what is said in them',
    params: groupParams,
    response: z.array(ChannelView),
  },
  'channel.create': {
    summary: 'Add a channel to a group',
    params: groupParams,
    body: ChannelCreate,
    response: ChannelView,
  },
  'channel.update': {
    summary: 'Rename a channel, or change how it is kept',
    params: channelParams,
    body: ChannelUpdate,
    response: ChannelView,
  },
  'channel.attend': {
    summary: 'How much of this channel may wake me',
    params: channelParams,
    body: ChannelAttention,
    response: ChannelView,
  },
  'channel.read': {
    summary: 'I have read up to here',
    params: channelParams,
    body: ReadMark,
    response: ReadMarked,
  },

  'message.list': {
    summary: 'A stretch of a channel',
    params: channelParams,
    query: MessageQuery,
    response: MessagePage,
  },
  'message.create': {
    summary: 'Say something (the REST twin of the socket signal message.send)',
    params: channelParams,
    body: MessageCreate,
    response: MessageView,
  },
  'message.get': { summary: 'One message', params: messageParams, response: MessageView },
  'message.edit': {
    summary: 'Edit my message',
    params: messageParams,
    body: MessageEdit,
    response: MessageView,
  },
  'message.delete': { summary: 'Take my message back', params: messageParams, response: MessageView },
  'message.revisions': {
    summary: 'What a message said before it was edited',
    params: messageParams,
    response: z.array(Revision),
  },
  'message.react': {
    summary: 'React to a message, or take the reaction back',
    params: messageParams,
    body: ReactionSet,
    response: MessageReacted,
  },
  'message.reactors': { summary: 'Who reacted how', params: messageParams, response: Reactors },
  'message.pin': {
    summary: 'Pin a message in its channel, or take it down',
    params: messageParams,
    body: PinSet,
    response: MessageView,
  },
  'message.pins': {
    summary: 'What is pinned in a channel, the newest pin first',
    params: channelParams,
    response: z.array(MessageView),
  },

  'mention.find': {
    summary: 'Whom a message of this channel can mention, by the beginnings of a name',
    params: channelParams,
    query: MentionQuery,
    response: MentionChoices,
  },
  'mention.reach': {
    summary: 'How many others a message with these mentions would concern',
    params: channelParams,
    body: ReachAsk,
    response: MentionReach,
  },
  'poll.get': { summary: 'A poll as I alone see it', params: messageParams, response: MyPoll },
  'poll.vote': {
    summary: 'Vote, change my vote, or take it back',
    params: messageParams,
    body: PollChoices,
    response: MyPoll,
  },
  'poll.close': { summary: 'End a poll before its time', params: messageParams, response: MessageView },
  'poll.voters': { summary: 'Who chose what in an open poll', params: messageParams, response: PollVoters },

  'topic.list': {
    summary: 'The topics that I follow, the one with the latest answer first',
    response: z.array(ChannelView),
  },
  'topic.follow': {
    summary: 'Follow a topic, or leave it',
    params: channelParams,
    body: TopicFollow,
    response: ChannelView,
  },

  'gathering.upcoming': { summary: 'What is on next in my channels', response: z.array(MessageView) },
  'gathering.get': { summary: 'Whether I come', params: messageParams, response: MyAnswer },
  'gathering.update': {
    summary: 'Change my gathering; those who meant to come are told',
    params: messageParams,
    body: GatheringUpdate,
    response: MessageView,
  },
  'gathering.answer': {
    summary: 'Say whether I come, and with how many',
    params: messageParams,
    body: GatheringAnswerGive,
    response: MyAnswer,
  },
  'gathering.answers': {
    summary: 'Who answered, for the author and those who tend the channel',
    params: messageParams,
    response: GatheringAnswers,
  },

  'notice.list': { summary: 'Notices to me, newest first', response: z.array(MyNotice) },
  'notice.get': { summary: 'One notice', params: noticeParams, response: MyNotice },
  'notice.audience': {
    summary: 'Whom a choice of groups would reach',
    query: AudienceQuery,
    response: AudienceEstimate,
  },
  'notice.publish': { summary: 'Publish a notice', body: NoticeCreate, response: MyNotice },
  'notice.withdraw': { summary: 'Withdraw a notice', params: noticeParams, response: MyNotice },
  'notice.receipt': {
    summary: 'I have seen or understood it',
    params: noticeParams,
    body: ReceiptGive,
    response: ReceiptGiven,
  },
  'notice.reach': {
    summary: 'Whom it has reached, household by household',
    params: noticeParams,
    response: NoticeReach,
  },

  'thread.list': {
    summary: 'Questions about procedures',
    query: ThreadQuery,
    response: z.array(ThreadView),
  },
  'thread.get': { summary: 'One question', params: threadParams, response: ThreadView },
  'thread.create': { summary: 'Ask', body: ThreadCreate, response: ThreadView },
  'thread.take': { summary: 'Take a question to answer it', params: threadParams, response: ThreadView },
  'thread.release': { summary: 'Give a question back', params: threadParams, response: ThreadView },
  'thread.reply': {
    summary: 'Answer or add to a question',
    params: threadParams,
    body: PostCreate,
    response: ThreadView,
  },
  'thread.solve': { summary: 'My question is solved', params: threadParams, response: ThreadView },

  'search.find': {
    summary: 'Find notices, procedures, answered questions and talk among what I may read',
    query: FoundQuery,
    response: Found,
  },

  'flag.create': { summary: 'Report something to the moderators', body: FlagCreate, response: Done },
  'case.list': {
    summary: 'Cases for me to decide, oldest first; decided ones newest first',
    query: CaseQuery,
    response: z.array(CaseView),
  },
  'case.get': { summary: 'One case with its context', params: caseParams, response: CaseDetail },
  'case.claim': {
    summary: 'Take a case, or give it back',
    params: caseParams,
    body: CaseClaim,
    response: CaseDetail,
  },
  'case.decide': { summary: 'Decide a case', params: caseParams, body: CaseDecide, response: CaseDetail },
  'audit.list': {
    summary: 'The audit log, newest first, 100 at a time',
    query: AuditQuery,
    response: z.array(AuditEntry),
  },

  'notification.list': {
    summary: 'What concerns me, newest first',
    response: z.array(NotificationView),
  },
  'notification.read': {
    summary: 'I have read all of these',
    response: z.object({ readAt: Time }),
  },

  'push.get': { summary: 'Whether this device is told while no window is open', response: PushState },
  'push.subscribe': { summary: 'Tell this device from now on', body: PushSubscribe, response: PushState },
  'push.unsubscribe': { summary: 'Tell this device no more', response: Done },
  'push.try': { summary: 'Send this device a letter, to see whether it comes', response: PushTrial },
  'waiting.count': {
    summary: 'What waits for me, as the badge of the app counts it',
    response: WaitingCount,
  },
} as const satisfies Record<string, Endpoint>;
