// What the bare servers share: Socket.IO with the options that ours has where they bear on speed, and a message of the same shape
// and size, so that the same bytes travel.
import { randomUUID } from 'node:crypto';
import type { ServerOptions } from 'socket.io';

export const socketOptions: Partial<ServerOptions> = {
  transports: ['websocket'],
  maxHttpBufferSize: 64 * 1024,
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
};

export interface Sent {
  channelId: string;
  clientId: string;
  text: string;
}

/** The channels that a client says it is in: it is believed. */
export const channelsOf = (auth: unknown) => (auth as { channels: string[] }).channels;

export function messageView({ channelId, clientId, text }: Sent, seq: number, createdAt: string) {
  return {
    id: randomUUID(),
    channelId,
    seq,
    version: seq,
    clientId,
    author: { id: randomUUID(), name: 'Nguyễn Thị Hoà 1000', seat: null },
    text,
    replyTo: null,
    carried: null,
    createdAt,
    editedAt: null,
    deletedAt: null,
    removedAt: null,
    reactions: [],
    pin: null,
  };
}
