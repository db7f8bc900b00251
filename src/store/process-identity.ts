import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process on this machine was started, in words of the system that no other process of that number shares; `undefined` when there is no such
 * process. A number alone is given again, after a restart of the machine above all.
 */
export function processStart(pid: number): string | undefined {
  try {
    // Signal 0 asks whether the process is there (man 2 kill).
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  if (process.platform === 'linux') return startOnLinux(pid);
  if (process.platform === 'win32') return 'unknown';
  return startByPs(pid);
}

/** Ticks since the machine was started, field 22 of `/proc/<pid>/stat`, and which start of the machine that was (man 5 proc). A zombie runs no more. */
function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot} ${fields[19]}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

function startByPs(pid: number): string | undefined {
  try {
    const start = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'latin1' }).trim();
    return start === '' ? undefined : start;
  } catch (error) {
    // ps ends with 1 when there is no such process.
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
}
