// npm run build
import { buildParts } from './build-steps.ts';

try {
  await buildParts(['server', 'web'], { isForced: !process.argv.includes('--if-needed') });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
