// Who runs where, and what it cost: the servers and PostgreSQL share one core, the load has the other.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux that Node runs on

const cores = allowedCores();
export const SERVER_CORE = cores[0]!;
/** On a machine of one core everything shares it. */
export const LOAD_CORE = cores[1] ?? cores[0]!;
/** Where a second server process goes: a core of its own where there is one to spare. */
export const SECOND_SERVER_CORE = cores[2] ?? cores[0]!;
export const coreCount = cores.length;

function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]!;
  return list.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number) as [number, number?];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** Moves this process; what it starts from now on runs there too. */
export const moveTo = (core: number): void => allow(String(core));

/** Lets this process run everywhere, and what it starts from now on. */
export const moveFreely = (): void => allow(cores.join(','));

function allow(where: string, tries = 5): void {
  try {
    execFileSync('taskset', ['-a', '-c', '-p', where, String(process.pid)], { stdio: 'ignore' });
  } catch (error) {
    // A thread that ended while all were being moved counts as a failure.
    if (tries === 0) throw error;
    allow(where, tries - 1);
  }
}

/** Seconds that these processes have computed, the ended children of theirs included. */
export function cpuSeconds(pids: number[]): number {
  let ticks = 0;
  for (const pid of pids) {
    const fields = statFields(pid);
    // utime, stime, cutime, cstime
    for (const place of [11, 12, 13, 14]) ticks += Number(fields[place] ?? 0);
  }
  return ticks / TICKS_PER_SECOND;
}

/** All processes below this one, and itself. */
export function familyOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim();
  return [pid, ...(children ? children.split(' ').flatMap((child) => familyOf(Number(child))) : [])];
}

export function residentBytes(pid: number): number {
  const kibibytes = /^VmRSS:\s*(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

/** Seconds that a core was busy since the machine's start, with whomever. */
export function coreBusySeconds(core: number): number {
  const line = new RegExp(`^cpu${core} (.*)$`, 'm').exec(read('/proc/stat'));
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (line?.[1] ?? '')
    .split(' ')
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
}

/** The fields of /proc/<pid>/stat after the name, which may hold blanks; none where the process is gone. */
function statFields(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
