// Rows on their way into the database, table by table, past the entities: a ward has too many of them.
import type pg from 'pg';

export type Row = Record<string, unknown>;

/** PostgreSQL takes 65,535 parameters in one statement. */
const PARAMETERS = 60_000;

/** Rows by table, put in in the order in which the tables were first named. */
export class Rows {
  readonly #tables = new Map<string, Row[]>();

  add<R extends Row>(table: string, row: R): R {
    const rows = this.#tables.get(table);
    if (rows) rows.push(row);
    else this.#tables.set(table, [row]);
    return row;
  }

  of(table: string): Row[] {
    return this.#tables.get(table) ?? [];
  }

  async insert(client: pg.ClientBase): Promise<void> {
    for (const [table, rows] of this.#tables) await insertRows(client, table, rows);
  }
}

/** Multi-row inserts. All rows have the columns of the first one. */
export async function insertRows(client: pg.ClientBase, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const size = Math.floor(PARAMETERS / Math.max(columns.length, 1));
  for (let start = 0; start < rows.length; start += size) {
    const batch = rows.slice(start, start + size);
    const places = batch.map(
      (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
    );
    await client.query(
      `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values ${places.join(', ')}`,
      batch.flatMap((row) => columns.map((column) => row[column])),
    );
  }
}
