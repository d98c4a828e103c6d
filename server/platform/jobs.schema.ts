// Where pg-boss lives: a schema of its own in the same database, on two connections of its own, so that neither waits for the other.
import pg from 'pg';
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import { connectionOptions, giveUpSilent } from './database.ts';

const CONNECTIONS = 2;

/** Connections for jobs, held as all of the hub's are; whoever opens them ends them. */
export function openJobsPool(databaseUrl: string): { pool: pg.Pool; options: ConstructorOptions } {
  const pool = new pg.Pool({ ...connectionOptions, connectionString: databaseUrl, max: CONNECTIONS });
  pool.on('error', () => undefined); // a lost idle connection is replaced at the next use
  giveUpSilent(pool);
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  return { pool, options: { db, schema: 'jobs', registerInstance: false } };
}

/** Makes the schema, or brings it to the state that this version of pg-boss expects: part of the migrations, so that a start is quick. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const { pool, options } = openJobsPool(databaseUrl);
  const boss = new PgBoss({ ...options, supervise: false, schedule: false });
  try {
    await boss.start();
    await boss.stop({ graceful: false });
  } finally {
    await pool.end();
  }
}
