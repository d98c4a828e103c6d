// A bare Socket.IO server that stores nothing: no sign-in, no permissions, no limits. With RECOVERY=1 it keeps what was sent in
// memory for those who come back, as Socket.IO's connectionStateRecovery does it.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { channelsOf, messageView, socketOptions, type Sent } from './socket-options.ts';

const http = createServer((_, response) => response.end('ready'));
const io = new Server(http, {
  ...socketOptions,
  ...(process.env.RECOVERY === '1' && { connectionStateRecovery: {} }),
});
const places = new Map<string, number>();

io.on('connection', (socket) => {
  if (!socket.recovered) void socket.join(channelsOf(socket.handshake.auth));
  socket.on('message.send', (sent: Sent, acknowledge: (answer: unknown) => void) => {
    const seq = (places.get(sent.channelId) ?? 0) + 1;
    places.set(sent.channelId, seq);
    const view = messageView(sent, seq, new Date().toISOString());
    io.to(sent.channelId).emit('message.created', view);
    acknowledge({ ok: view });
  });
});

http.listen(Number(process.env.PORT), '127.0.0.1');
