import { spawn } from 'node:child_process';

/** How a command ended that was to print a secret. */
export interface CommandEnd {
  /** What it printed on standard output; at most {@link mostBytes} of it. */
  stdout: string;
  stderr: string;
  /** Why there is no secret, in words; absent when it ended well. */
  problem?: string;
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
    const end = (problem?: string) => {
      clearTimeout(timer);
      resolve({ ...texts, ...(problem !== undefined && { problem }) });
    };
    const child = spawn(program, args, {
      cwd: folder,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = (problem: string) => {
      killTree(child.pid);
      // Who holds the pipes open isn't waited for.
      child.stdout.destroy();
      child.stderr.destroy();
      end(problem);
    };
    const timer = setTimeout(() => stop(`it did not end within ${timeoutMs} ms`), timeoutMs);
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
        if (texts[name].length > mostBytes) stop(`it printed more than ${mostBytes} characters`);
      });
    child.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      end(
        code === 'ENOENT' ? 'there is no such program' : `it could not be run: ${code ?? message}`,
      ),
    );
    child.once('close', (status, signal) => {
      if (status === 0) end();
      else end(signal ? `it was ended by ${signal}` : `it ended with the status ${status}`);
    });
  });
}

/** A command as the config names it. */
export interface CommandToRun {
  command: readonly string[];
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
