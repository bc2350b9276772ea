import { expect } from 'vitest';
import { type Ended, snap } from '../../cli/command.js';
import { type Workspace, workspace } from '../../cli/workspace.js';

/** One command as a reader types it, and what it says. */
export interface Step {
  command: string;
  output: string;
}

/** Where an entry's commands are run: a folder of their own, whose traces are not in what they say. */
export class Stage {
  readonly space: Workspace = workspace();
  readonly steps: Step[] = [];
  readonly #names: [what: string | RegExp, shown: string][] = [];

  constructor(private readonly env: Record<string, string> = {}) {}

  /** Shows a value of this machine or run, such as a port, as one that stays the same. */
  show(value: string | RegExp, shown: string): void {
    this.#names.push([value, shown]);
  }

  /**
   * Runs a command, and keeps what it says for the page.
   *
   * @param words As a reader's shell has them: `$NAME` stands for a variable of the stage.
   */
  async says(status: number, words: readonly string[]): Promise<string> {
    const ended = await this.runs(words);
    expect(ended.status, ended.stderr + ended.stdout).toBe(status);
    return this.keeps(words, ended.stderr + ended.stdout);
  }

  /** Keeps for the page what a command said. */
  keeps(words: readonly string[], said: string): string {
    const output = this.steady(said);
    // A variable stays one: a name may be put in the place of a value.
    const command = words.map((word) => quoted(this.steady(word))).join(' ');
    this.steps.push({ command: `snap-conformance ${command}`, output });
    return output;
  }

  /** Runs a command that the page doesn't show. */
  runs(words: readonly string[]): Promise<Ended> {
    const filled = words.map((word) =>
      word.replace(/^\$(\w+)$/, (_, name) => this.env[name] ?? ''),
    );
    return snap(filled, { cwd: this.space.path, env: this.env });
  }

  /** A text without what differs from one run to the next. */
  steady(text: string): string {
    return this.#names
      .reduce((all, [value, shown]) => all.replaceAll(value, shown), text)
      .replaceAll(`${this.space.path}/`, '')
      .replace(/\bClient-(client|other)-[0-9A-F]{8}\b/g, (_, which) =>
        which === 'client' ? 'my-client' : 'other-client',
      )
      .replace(/\b(?:127\.0\.0\.1|localhost):\d+/g, 'sandbox.example')
      .replace(/127\.0\.0\.1 port \d+/g, 'sandbox.example port 443')
      .replace(/\(\d+ ms\)/g, '(3 ms)')
      .replace(/(SHA-256(?: of its public key:)?\s+)[0-9a-f]{64}/g, '$1…')
      .trimEnd();
  }
}

/** A word as a shell takes it; variables stay what they are. */
function quoted(word: string): string {
  if (/^\$\w+$/.test(word)) return `"${word}"`;
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
