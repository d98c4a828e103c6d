// A bare Node HTTP server that answers GET /<channel>?before=<seq> with the hub's own query, planned as there, one page at a time, to anybody.
import { createServer } from 'node:http';
import pg from 'pg';
import { readPages } from '../../../server/messages/message.queries.ts';
import { PLANNED_ONCE } from '../../../server/platform/database.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL!, options: PLANNED_ONCE, max: 4 });

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  if (pathname === '/') return response.end('ready');
  const before = Number(searchParams.get('before'));
  readPages(pool, [{ channelId: pathname.slice(1), kind: 'before', at: before, limit: 50 }]).then(
    ([page]) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(page));
    },
    () => response.writeHead(500).end(),
  );
}).listen(Number(process.env.PORT), '127.0.0.1');
