import { homedir } from 'node:os';

/** Everything that a command takes from outside, so that a test can hand it something else. */
export interface Surroundings {
  readonly workingFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now: () => Date;
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

/** The surroundings of this process. */
export function processSurroundings(): Surroundings {
  return {
    workingFolder: process.cwd(),
    env: process.env,
    platform: process.platform,
    home: homedir(),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    now: () => new Date(),
    ticks: () => performance.now(),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
  };
}

/** Whether colour is wanted: on a terminal, unless NO_COLOR is set (no-color.org); FORCE_COLOR asks for it anywhere. */
export function wantsColor(output: Output, env: Surroundings['env']): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== '') return true;
  return output.isTerminal && env.TERM !== 'dumb';
}
