// What clients say over a socket: the handler of each signal in the contract (shared/events.ts).
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { clientSignals, SignalName } from '../../shared/events.ts';
import { permissionsAt, Roster } from '../channels/roster.ts';
import { MessageWriter } from '../messages/message.writer.ts';
import { MessagesService } from '../messages/messages.service.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { watch } from './presence.ts';
import type { HubServer, HubSocket } from './socket-server.ts';

type Given<N extends SignalName> = z.output<(typeof clientSignals)[N]['payload']>;
type Answer<N extends SignalName> = z.output<(typeof clientSignals)[N]['answer']>;
export type Handlers = { [N in SignalName]: (socket: HubSocket, given: Given<N>) => Promise<Answer<N>> };

/** Silence after which someone no longer types. */
const TYPING_MS = 5_000;
/** Whoever goes on typing is told of anew so often, for those who came meanwhile. */
const TOLD_MS = 2_000;

@Injectable()
export class Signals {
  constructor(
    private readonly roster: Roster,
    private readonly events: Events,
    private readonly messages: MessagesService,
    private readonly writer: MessageWriter,
  ) {}

  /** `seat` lets a socket into the rooms that it belongs in now. */
  handlers(io: HubServer, seat: (socket: HubSocket) => Promise<void>): Handlers {
    return {
      'message.send': async (socket, { channelId, ...message }) => {
        // Checks run side by side, but the words of one socket reach the writer in the order in which they were sent.
        const draft = this.messages.prepare(socket.data.actor, channelId, message);
        const turn = socket.data.turn;
        // Nothing of them is kept: each would hold the one before it.
        socket.data.turn = Promise.allSettled([turn, draft]).then(() => undefined);
        await turn;
        try {
          return await this.writer.write(await draft);
        } finally {
          // In the packet that tells the words, where there are any.
          this.#stopTyping(socket, channelId);
        }
      },
      sync: (socket, { channelId, after }) => this.messages.sync(socket.data.actor, channelId, after),
      'typing.start': async (socket, { channelId }) => {
        const { person } = await this.roster.access(socket.data.actor, channelId, 'message.send');
        if (person.showsTyping) this.#startTyping(socket, channelId, person.name);
        return {};
      },
      'channel.watch': async (socket, { channelId }) => {
        for (const name of socket.rooms) if (name.startsWith(room.watching(''))) await socket.leave(name);
        if (!channelId) return {};
        await this.roster.access(socket.data.actor, channelId);
        await socket.join(room.watching(channelId));
        return {};
      },
      'topic.watch': async (socket, { channelId }) => {
        const { channel } = await this.roster.access(socket.data.actor, channelId);
        if (!channel.parentId) throw new AppError('bad_request');
        socket.data.topic = { id: channelId, parentId: channel.parentId };
        await seat(socket);
        return {};
      },
      'presence.watch': async (socket, { groupId }) => {
        const entry = groupId && (await this.roster.find(socket.data.actor.personId));
        if (groupId && !(entry && permissionsAt(entry, groupId).has('channel.read')))
          throw new AppError('not_found');
        return watch(io, this.roster, socket, groupId);
      },
    };
  }

  /** Running typing signals by socket and channel. */
  readonly #typing = new Map<string, { name: string; timer: NodeJS.Timeout; toldAt: number }>();

  #startTyping(socket: HubSocket, channelId: string, name: string): void {
    const key = `${socket.id} ${channelId}`;
    const typing = this.#typing.get(key);
    clearTimeout(typing?.timer);
    const timer = setTimeout(() => this.#stopTyping(socket, channelId), TYPING_MS);
    const now = performance.now();
    const isTold = typing !== undefined && now - typing.toldAt < TOLD_MS;
    this.#typing.set(key, { name, timer, toldAt: isTold ? typing.toldAt : now });
    if (!isTold) this.#tellTyping(socket, channelId, name, true);
  }

  #stopTyping(socket: HubSocket, channelId: string): void {
    const key = `${socket.id} ${channelId}`;
    const typing = this.#typing.get(key);
    if (!typing) return;
    clearTimeout(typing.timer);
    this.#typing.delete(key);
    this.#tellTyping(socket, channelId, typing.name, false);
  }

  #tellTyping(socket: HubSocket, channelId: string, name: string, isTyping: boolean): void {
    this.events.publish(room.channel(channelId), 'typing.changed', {
      channelId,
      personId: socket.data.actor.personId,
      name,
      isTyping,
    });
  }
}
