// Brings a database to the state that the code expects.
import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrateJobs } from './jobs.schema.ts';
import { hostOf } from './redis.ts';
import { StartError } from './start-error.ts';

const folder = join(import.meta.dirname, '../migrations');
/** Any number, the same in every process: who holds it migrates. */
const MIGRATION_LOCK = 7_041_964;

/**
 * Runs the migrations that are missing and gives their names. One process at a time; a database that knows migrations which
 * this code does not is left alone with a StartError.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect().catch((error: Error & { code?: string }) => {
    throw new StartError(
      `PostgreSQL at ${hostOf(databaseUrl)} refuses: ${error.code ?? error.message} (DATABASE_URL).`,
    );
  });
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(lock);
    const orm = await MikroORM.init({
      clientUrl: databaseUrl,
      extensions: [Migrator],
      discovery: { warnWhenNoEntities: false },
      migrations: { path: folder, pathTs: folder, snapshot: false, silent: true },
      pool: { max: 2 },
    });
    try {
      const migrations = await orm.migrator.up();
      await migrateJobs(databaseUrl);
      return migrations.map(({ name }) => name);
    } finally {
      await orm.close();
    }
  } finally {
    await lock.end();
  }
}

async function refuseNewer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(
    "select to_regclass('mikro_orm_migrations') is not null as exists",
  );
  if (!rows[0]?.exists) return;
  const known = new Set((await readdir(folder)).map((file) => file.replace(/\.[jt]s$/, '')));
  const executed = await client.query<{ name: string }>('select name from mikro_orm_migrations order by id');
  const unknown = executed.rows.find(({ name }) => !known.has(name));
  if (unknown) {
    throw new StartError(
      `The database is newer than this code: it has the migration ${unknown.name}. Update the code first.`,
    );
  }
}
