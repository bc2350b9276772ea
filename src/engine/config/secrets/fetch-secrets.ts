import type { Config, TargetConfig } from '../../../../schemas/generated/config.js';
import { hideNamed } from '../../evidence/redact.js';
import { SecretIndex } from '../../evidence/secret-index.js';
import {
  type CommandEnd,
  type CommandFailure,
  type CommandToRun,
  commandOutput,
} from '../../input/command/command-output.js';
import { InputProblem } from '../../input/input-problem.js';
import { escapePointer } from '../../input/json-pointer.js';
import { isObject } from '../../input/text.js';
import { chooseTargets } from '../choose-targets.js';
import type { LoadedConfig } from '../config.js';

/** Members of a target in which a secret can be a command's or a variable's. */
const places = ['client', 'otherClient', 'tls', 'proxy'] as const;

/** Characters of a command's standard error that a message repeats. */
const shownOfStderr = 400;

/** What was asked already, by the config as it was loaded. */
const fetchings = new WeakMap<LoadedConfig, Fetching>();

/**
 * A config with what its commands print, and its variables hold, in their places. Each command runs once, however
 * often the chosen targets name it.
 *
 * @param names of the targets; all by default
 * @throws InputProblem when a command fails or prints nothing, or a variable is not set.
 */
export async function fetchSecrets(
  loaded: LoadedConfig,
  names: readonly string[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<LoadedConfig> {
  const fetching = fetchings.get(loaded) ?? new Fetching(loaded, environment);
  fetchings.set(loaded, fetching);
  const targets: Config['targets'] = [...loaded.config.targets];
  for (const [target, index] of chooseTargets(loaded, names)) {
    const fetched: Record<string, unknown> = { ...target };
    for (const place of places)
      if (target[place] !== undefined)
        fetched[place] = await fetching.within(target[place], `/targets/${index}/${place}`);
    targets[index] = fetched as unknown as TargetConfig;
  }
  return { ...loaded, config: { ...loaded.config, targets } };
}

class Fetching {
  readonly #ends = new Map<string, Promise<CommandEnd>>();
  /** What was printed so far. */
  readonly #printed = new SecretIndex();

  constructor(
    private readonly loaded: LoadedConfig,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  async within(value: unknown, pointer: string): Promise<unknown> {
    if (!isObject(value)) return value;
    const { command, timeoutMs, env, ...others } = value;
    const fetched: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(others))
      fetched[name] = await this.within(each, `${pointer}/${escapePointer(name)}`);
    if (typeof env === 'string') return this.#variable(env, `${pointer}/env`);
    if (!Array.isArray(command)) return fetched;
    const text = await this.#printedBy(
      { command: command.map(String), ...(typeof timeoutMs === 'number' && { timeoutMs }) },
      `${pointer}/command`,
    );
    if (pointer.endsWith('/pfx')) return { ...fetched, base64: text };
    return 'passphrase' in fetched ? { ...fetched, pem: text } : text;
  }

  #variable(name: string, pointer: string): string {
    const value = this.environment[name];
    if (value) return value;
    throw new InputProblem('variable-unset', `the environment variable ${name} is not set`, {
      file: this.loaded.file,
      pointer,
      remedy: `Set it before the run: export ${name}=…`,
    });
  }

  /** What a command prints, without the line break at its end. */
  async #printedBy(wanted: CommandToRun, pointer: string): Promise<string> {
    const key = JSON.stringify(wanted);
    const end = this.#ends.get(key) ?? commandOutput(wanted, this.loaded.folder);
    this.#ends.set(key, end);
    const { stdout, stderr, failure } = await end;
    const text = stdout.replace(/\r?\n$/, '');
    if (text.trim() !== '') this.#printed.add(text.trim(), '[output of the command]');
    if (!failure && text !== '') return text;
    // Arguments may be secrets too: the program alone is named.
    const [program = ''] = wanted.command;
    throw new InputProblem(
      'command-failed',
      `the command ${program} gave no secret: ${failure ? inWords(failure) : 'it printed nothing'}${this.#said(stderr)}`,
      { file: this.loaded.file, pointer, remedy: remedyFor(failure) },
    );
  }

  /** What a command said on standard error, without secrets, cut to size. */
  #said(stderr: string): string {
    const plain = this.#printed.hide(hideNamed(stderr)).replace(/\s+/g, ' ').trim();
    if (plain === '') return '';
    const cut = plain.length > shownOfStderr ? `${plain.slice(0, shownOfStderr)}…` : plain;
    return `; it said: ${cut}`;
  }
}

function inWords(failure: CommandFailure): string {
  switch (failure.kind) {
    case 'not-run':
      return failure.code === 'ENOENT'
        ? 'there is no such program'
        : `it could not be run: ${failure.code}`;
    case 'status':
      return `it ended with the status ${failure.status}`;
    case 'signal':
      return `it was ended by ${failure.signal}`;
    case 'timeout':
      return `it did not end within ${failure.timeoutMs} ms`;
    case 'too-much':
      return `it printed more than ${failure.characters} characters`;
  }
}

function remedyFor(failure: CommandFailure | undefined): string {
  return failure?.kind === 'not-run' && failure.code === 'ENOENT'
    ? 'No shell reads the command: name the program, and each argument by itself, as ["vault", "read", "…"].'
    : 'Run it by hand in the folder of the config: it has to print the secret alone on standard output.';
}
