// Rows on their way into the database as a stream: COPY in its text format, a hundred kilobytes at a time.
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';

type Value = string | number | boolean | Date | object | null;
type Row = Record<string, Value>;

const CHUNK = 128 * 1024;

export class Copier {
  /** How many were copied so far, into all tables. */
  rows = 0;

  constructor(private readonly client: pg.ClientBase) {}

  /** Copies rows as they come; all have the columns of the first one. */
  async copy(table: string, rows: Iterable<Row>): Promise<void> {
    const remaining = Iterator.from(rows);
    const { value: first, done } = remaining.next();
    if (done) return;
    const columns = Object.keys(first);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const stream = this.client.query(copyFrom(`copy "${table}" (${names}) from stdin`));
    const ended = finished(stream);
    try {
      await this.#write(stream, columns, first, remaining);
      stream.end();
    } catch (error) {
      // Where making a row failed, PostgreSQL is told to forget the others; a failure of its own is the same error again.
      if (!stream.destroyed) stream.destroy(error as Error);
      await ended.catch(() => undefined);
      throw error;
    }
    await ended;
  }

  async #write(
    stream: CopyStreamQuery,
    columns: string[],
    first: Row,
    remaining: Iterable<Row>,
  ): Promise<void> {
    let chunk = lineOf(first, columns);
    this.rows += 1;
    for (const row of remaining) {
      chunk += lineOf(row, columns);
      this.rows += 1;
      if (chunk.length < CHUNK) continue;
      if (!stream.write(chunk)) await once(stream, 'drain');
      chunk = '';
    }
    stream.write(chunk);
  }
}

const lineOf = (row: Row, columns: string[]) =>
  `${columns.map((column) => encode(row[column]!)).join('\t')}\n`;

const special = /[\\\n\r\t]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function encode(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'object' ? JSON.stringify(value) : value;
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, (found) => escapes[found]!) : text;
}
