// npm run migrate: brings the database to this code's state without starting the server, as a deployment in steps wants it.
import { readConfig } from '../server/platform/config.ts';
import { startEmbeddedPostgres } from '../server/platform/embedded-postgres.ts';
import { StartError } from '../server/platform/start-error.ts';
import { ensureBuilt } from './build-steps.ts';
import { runBuilt } from './run-built.ts';

await ensureBuilt(['server']);
try {
  const config = readConfig(process.env);
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataDir: config.dataDir,
        log: console.log,
        canAttach: true,
      });
  try {
    const { migrate } = (await runBuilt('server/platform/migrate.js')) as {
      migrate: (url: string) => Promise<string[]>;
    };
    const names = await migrate(config.databaseUrl ?? embedded?.url ?? '');
    console.log(
      names.length === 0 ? 'Nothing to migrate.' : names.map((name) => `Migrated ${name}`).join('\n'),
    );
  } finally {
    await embedded?.stop();
  }
} catch (error) {
  // The class is another one when it comes from dist.
  const isForeseen = error instanceof StartError || (error as Error).name === 'StartError';
  console.error(isForeseen ? (error as Error).message : error);
  process.exitCode = 1;
}
