import { spawn } from 'node:child_process';

/** Why a command is of no use. */
export type CommandFailure =
  /** `code` is that of the system: ENOENT. */
  | { kind: 'not-run'; code: string }
  | { kind: 'status'; status: number }
  | { kind: 'signal'; signal: string }
  | { kind: 'timeout'; timeoutMs: number }
  | { kind: 'too-much'; characters: number };

/** How a command ended that was to print a secret. */
export interface CommandEnd {
  /** What it printed on standard output; at most {@link mostBytes} of it. */
  stdout: string;
  stderr: string;
  /** Absent when it ended with the status 0. */
  failure?: CommandFailure;
}

const usualTimeoutMs = 10_000;
/** No key is longer; a keystore in Base64 is far shorter. */
const mostBytes = 256 * 1024;

/**
 * Runs a program without a shell, in a group of its own, so that a time-out ends what it started too. Never throws.
 *
 * @param command program and arguments
 * @param folder where it runs
 */
export function commandOutput(
  { command: [program = '', ...args], timeoutMs = usualTimeoutMs }: CommandToRun,
  folder: string,
): Promise<CommandEnd> {
  return new Promise((resolve) => {
    const texts = { stdout: '', stderr: '' };
    const end = (failure?: CommandFailure) => {
      clearTimeout(timer);
      resolve({ ...texts, ...(failure && { failure }) });
    };
    const child = spawn(program, args, {
      cwd: folder,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = (failure: CommandFailure) => {
      killTree(child.pid);
      // Who holds the pipes open isn't waited for.
      child.stdout.destroy();
      child.stderr.destroy();
      end(failure);
    };
    const timer = setTimeout(() => stop({ kind: 'timeout', timeoutMs }), timeoutMs);
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
        if (texts[name].length > mostBytes) stop({ kind: 'too-much', characters: mostBytes });
      });
    child.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      end({ kind: 'not-run', code: code ?? message }),
    );
    child.once('close', (status, signal) => {
      if (status === 0) end();
      else end(signal ? { kind: 'signal', signal } : { kind: 'status', status: status ?? -1 });
    });
  });
}

/** A command as the config names it. */
export interface CommandToRun {
  /** The program, and its arguments. */
  command: readonly string[];
  /** Default: 10 s. */
  timeoutMs?: number;
}

/** Ends a process and all in its group. */
function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }).on('error', () => {});
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
