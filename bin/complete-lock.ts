// node bin/complete-lock.ts, after `npm install`: names in package-lock.json the optional packages of other platforms that the
// registry in use did not have. npm leaves them out without a word, and `npm ci` then refuses the lock.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOptionals, type Lock, type LockedPackage } from './lock.ts';

const file = join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony'];
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'wasm32', 'arm'];

/** What a platform's package says of itself, as far as its name tells. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const cpu = processors.find((one) => name.includes(one));
  const os = cpu === 'wasm32' ? undefined : systems.find((one) => name.includes(one));
  if (!cpu) throw new Error(`${name}: for which processor?`);
  const libc = name.includes('musl') ? 'musl' : os === 'linux' && name.includes('gnu') ? 'glibc' : undefined;
  return { cpu: [cpu], ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

for (const { name, version, isDev } of missingOptionals(lock)) {
  const added = { version, ...platformOf(name), ...(isDev && { dev: true }), optional: true };
  lock.packages[`node_modules/${name}`] = added;
  console.log(`Added ${name} ${version}`);
}
const byPath = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(byPath);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
