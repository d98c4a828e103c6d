// A bare Socket.IO server that does one INSERT a message before it tells the room and acknowledges.
import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { channelsOf, messageView, socketOptions, type Sent } from './socket-options.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL! });
await pool.query(`create table if not exists message (
  seq bigint generated always as identity primary key,
  channel_id uuid not null, client_id uuid not null, text text not null,
  created_at timestamptz not null default now())`);

const insert = {
  name: 'insert',
  text: 'insert into message (channel_id, client_id, text) values ($1, $2, $3) returning seq, created_at',
};

const http = createServer((_, response) => response.end('ready'));
const io = new Server(http, socketOptions);

io.on('connection', (socket) => {
  void socket.join(channelsOf(socket.handshake.auth));
  socket.on('message.send', (sent: Sent, acknowledge: (answer: unknown) => void) => {
    void pool
      .query<{ seq: string; created_at: Date }>({
        ...insert,
        values: [sent.channelId, sent.clientId, sent.text],
      })
      .then(({ rows: [row] }) => {
        const view = messageView(sent, Number(row!.seq), row!.created_at.toISOString());
        io.to(sent.channelId).emit('message.created', view);
        acknowledge({ ok: view });
      });
  });
});

http.listen(Number(process.env.PORT), '127.0.0.1');
