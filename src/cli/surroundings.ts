import { homedir } from 'node:os';

/** Everything that a command takes from outside, so that a test can hand it something else. */
export interface Surroundings {
  readonly workingFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks the person at the terminal and waits for the answer; absent where there is none. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
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
    ask: process.stdin.isTTY === true && process.stdout.isTTY === true ? askAtTerminal : undefined,
    now: () => new Date(),
    ticks: () => performance.now(),
  };
}

/** An input that ends is no answer. */
async function askAtTerminal(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<string>((settle) => terminal.once('close', () => settle('')));
  try {
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
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
