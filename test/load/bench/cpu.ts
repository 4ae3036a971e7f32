import { readdirSync, readFileSync } from 'node:fs';

/** Linux reports CPU time in hundredths of a second, independent of the kernel's own tick. */
const ticksASecond = 100;

/** The fields of /proc/<pid>/stat after the process name. The name may contain any character, also `)`. */
const statOf = (pid: number | string): readonly string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

/** The sum of utime and stime. */
const ticksOf = (stat: readonly string[] | undefined): number =>
  Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0);

/** CPU seconds of a process so far; 0 if there is no /proc. */
const cpuSecondsOf = (pid: number): number => ticksOf(statOf(pid)) / ticksASecond;

/** CPU seconds of a process and its children, also of those that have ended: PostgreSQL is many processes. */
function cpuSecondsOfFamily(pid: number): number {
  const own = statOf(pid);
  let ticks = ticksOf(own) + Number(own?.[13] ?? 0) + Number(own?.[14] ?? 0);
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(entry) : undefined;
    if (stat?.[1] === String(pid)) ticks += ticksOf(stat);
  }
  return ticks / ticksASecond;
}

const memoryOf = (pid: number, line: RegExp): number =>
  Number(line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;

/** Peak resident memory of a process, in megabytes. */
export const peakMegabytesOf = (pid: number): number => memoryOf(pid, /VmHWM:\s+(\d+) kB/);

/** Resident memory of a process now, in megabytes. */
export const residentMegabytesOf = (pid: number): number => memoryOf(pid, /VmRSS:\s+(\d+) kB/);

/** Measures the CPU time of several processes from now on. */
export class CpuMeter {
  private readonly begun: ReadonlyMap<string, number>;

  constructor(private readonly processes: Readonly<Record<string, number | undefined>>) {
    this.begun = new Map(this.now());
  }

  /** Microseconds of CPU time per message, by process. */
  microsecondsEach(messages: number): Record<string, number> {
    return Object.fromEntries(
      this.now().map(([name, seconds]) => [
        name,
        Math.round(((seconds - (this.begun.get(name) ?? 0)) * 1e6) / messages),
      ]),
    );
  }

  private now(): [string, number][] {
    return Object.entries(this.processes).map(([name, pid]) => [
      name,
      pid === undefined ? 0 : name === 'postgres' ? cpuSecondsOfFamily(pid) : cpuSecondsOf(pid),
    ]);
  }
}
