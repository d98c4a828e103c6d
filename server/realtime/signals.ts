// What clients say over a socket: the handler of each signal in the contract (shared/events.ts).
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { clientSignals, SignalName } from '../../shared/events.ts';
import { accessChannel } from '../channels/channel.access.ts';
import { MessageWriter } from '../messages/message.writer.ts';
import { MessagesService } from '../messages/messages.service.ts';
import { accessGroup } from '../places/place.access.ts';
import { Events, room } from '../platform/events.ts';
import { onlineIn } from './presence.ts';
import type { HubServer, HubSocket } from './socket-server.ts';

type Given<N extends SignalName> = z.output<(typeof clientSignals)[N]['payload']>;
type Answer<N extends SignalName> = z.output<(typeof clientSignals)[N]['answer']>;
export type Handlers = { [N in SignalName]: (socket: HubSocket, given: Given<N>) => Promise<Answer<N>> };

/** Silence after which someone no longer types. */
const TYPING_MS = 5000;

@Injectable()
export class Signals {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly messages: MessagesService,
    private readonly writer: MessageWriter,
  ) {}

  handlers(io: HubServer): Handlers {
    return {
      'message.send': async (socket, { channelId, ...message }) => {
        // Checks run side by side, but the words of one socket reach the writer in the order in which they were sent.
        const draft = this.messages.prepare(socket.data.actor, channelId, message);
        const turn = socket.data.turn;
        socket.data.turn = Promise.allSettled([turn, draft]);
        await turn;
        const sent = this.writer.write(await draft);
        this.#stopTyping(socket, channelId);
        return sent;
      },
      sync: (socket, { channelId, after }) => this.messages.sync(socket.data.actor, channelId, after),
      'typing.start': async (socket, { channelId }) => {
        await accessChannel(this.em, socket.data.actor, channelId, 'message.send');
        this.#startTyping(socket, channelId);
        return {};
      },
      'presence.list': async (socket, { groupId }) => {
        await accessGroup(this.em, socket.data.actor, groupId, 'channel.read');
        return onlineIn(io, groupId);
      },
    };
  }

  /** Running typing signals by socket and channel. */
  readonly #typing = new Map<string, NodeJS.Timeout>();

  #startTyping(socket: HubSocket, channelId: string): void {
    const key = `${socket.id} ${channelId}`;
    clearTimeout(this.#typing.get(key));
    this.#typing.set(
      key,
      setTimeout(() => this.#stopTyping(socket, channelId), TYPING_MS),
    );
    this.#tellTyping(socket, channelId, true);
  }

  #stopTyping(socket: HubSocket, channelId: string): void {
    const key = `${socket.id} ${channelId}`;
    if (!this.#typing.has(key)) return;
    clearTimeout(this.#typing.get(key));
    this.#typing.delete(key);
    this.#tellTyping(socket, channelId, false);
  }

  #tellTyping(socket: HubSocket, channelId: string, isTyping: boolean): void {
    const { actor, name } = socket.data;
    this.events.publish(room.channel(channelId), 'typing.changed', {
      channelId,
      personId: actor.personId,
      name,
      isTyping,
    });
  }
}
