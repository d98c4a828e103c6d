import { existsSync } from 'node:fs';
import { unusedPort } from '../../support/services.run.ts';
import { connectRedis } from '../../../server/platform/redis.ts';
import { SERVER_CORE } from './cores.ts';
import { launch, type Running } from './processes.ts';

/** A Redis that keeps nothing on disk, on the servers' core. */
export async function startRedis(folder: string): Promise<Running & { url: string }> {
  const places = [process.env.REDIS_SERVER, '/usr/bin/redis-server', '/usr/local/bin/redis-server'];
  const command = places.find((path) => path && existsSync(path));
  if (!command)
    throw new Error(
      'Two processes need redis-server (Debian: apt-get install redis-server, or REDIS_SERVER).',
    );
  const port = await unusedPort();
  const url = `redis://127.0.0.1:${port}`;
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const isReady = () =>
    connectRedis(url).then(
      (redis) => {
        redis.disconnect();
        return true;
      },
      () => false,
    );
  return { ...(await launch(folder, { name: 'redis', core: SERVER_CORE, command, args }, isReady)), url };
}
