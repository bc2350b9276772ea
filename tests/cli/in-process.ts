import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type Ended, main, unset, type Where } from './program.js';

let calls = 0;
let latest: Promise<unknown> = Promise.resolve();

/**
 * Runs the built command to its end in the process of the test, which spares the start of one: what it loads is
 * loaded once a file. One call after another, for the process has one working directory and one environment. A
 * test that sends signals, or that looks at the process itself, starts one with `start`.
 */
export function snap(args: readonly string[], where: Where): Promise<Ended> {
  const ended = latest.then(() => call(args, where));
  latest = ended.catch(() => undefined);
  return ended;
}

async function call(args: readonly string[], { cwd, env = {} }: Where): Promise<Ended> {
  const restore = [
    inFolder(cwd),
    withEnvironment({ ...unset, ...env }),
    withArguments([process.execPath, main, ...args]),
    withoutExitCode(),
    withoutNewListeners(),
  ];
  const written = captured();
  restore.push(written.release);
  try {
    calls += 1;
    // Each call has a module of its own: what it is made of is shared.
    await import(/* @vite-ignore */ `${pathToFileURL(main).href}?call=${calls}`);
    return { status: Number(process.exitCode ?? 0), ...written.texts() };
  } finally {
    for (const undo of restore.toReversed()) undo();
  }
}

function inFolder(folder: string): () => void {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

function withEnvironment(changes: Record<string, string | undefined>): () => void {
  const before = Object.entries(changes).map(([name]) => [name, process.env[name]] as const);
  const set = ([name, value]: readonly [string, string | undefined]) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const change of Object.entries(changes)) set(change);
  return () => before.forEach(set);
}

function withArguments(argv: string[]): () => void {
  const before = process.argv;
  process.argv = argv;
  return () => {
    process.argv = before;
  };
}

function withoutExitCode(): () => void {
  const before = process.exitCode;
  process.exitCode = undefined;
  return () => {
    process.exitCode = before;
  };
}

/** The command listens to its stdout until its process ends. */
function withoutNewListeners(): () => void {
  const before = process.stdout.listeners('error');
  return () => {
    for (const listener of process.stdout.listeners('error'))
      if (!before.includes(listener)) process.stdout.off('error', listener as () => void);
  };
}

/** Takes what is written to both streams, by console or not. */
function captured() {
  const texts = { stdout: '', stderr: '' };
  const before = { stdout: process.stdout.write, stderr: process.stderr.write, console };
  const streamTo = (name: keyof typeof texts) =>
    new Writable({
      decodeStrings: false,
      write(chunk, _, done) {
        texts[name] += chunk;
        done();
      },
    });
  const streams = { stdout: streamTo('stdout'), stderr: streamTo('stderr') };
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = streams[name].write.bind(streams[name]) as typeof process.stdout.write;
  globalThis.console = new Console(streams);
  return {
    texts: () => ({ ...texts }),
    release: () => {
      process.stdout.write = before.stdout;
      process.stderr.write = before.stderr;
      globalThis.console = before.console;
    },
  };
}
