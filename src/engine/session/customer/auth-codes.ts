import { type Message, say } from '../../../messages/message.js';
import type { Redactor } from '../../evidence/redact.js';
import { type CommandFailure, commandOutput } from '../../input/command/command-output.js';
import { toolName } from '../../input/package-root.js';
import type { CodeSource } from '../../plan/plan.js';

/** A code, or why there is none. */
export type CodeFinding = { code: string } | { problem: Message };

const timeoutMs = 60_000;
const maxBytes = 64 * 1024;

/** Gets authorization codes from a source, one after another, and has each hidden from then on. */
export class AuthCodes {
  #taken = 0;

  constructor(
    private readonly source: CodeSource,
    /** The member of the config, for messages: `authCodes`. */
    private readonly member: string,
    private readonly redactor: Redactor,
    private readonly ca: string | undefined,
  ) {}

  /** The next code. Never throws: a source that fails has no code. */
  async next(): Promise<CodeFinding> {
    const found = await this.#find();
    if ('code' in found) this.redactor.hide(found.code, '[authorization code]');
    return found;
  }

  async #find(): Promise<CodeFinding> {
    const { source, member } = this;
    if ('codes' in source) {
      const code = source.codes[this.#taken];
      this.#taken += 1;
      return code === undefined
        ? { problem: say('token-b2b2c/codes/none-left', { member, listed: source.codes.length }) }
        : { code };
    }
    const { text, problem } =
      'command' in source ? await printed(source) : await answered(source, this.ca);
    const code = text === undefined ? undefined : codeIn(text);
    if (code !== undefined) return { code };
    const why = problem ?? say('token-b2b2c/codes/not-a-code');
    return { problem: say('token-b2b2c/codes/source-failed', { member, why }) };
  }
}

/** What a source gave, or why it gave nothing. */
type Output = { text: string; problem?: never } | { text?: never; problem: Message };

/** What a command prints. Neither its output nor its arguments are repeated: they may hold secrets. */
async function printed({
  command,
  folder,
}: {
  command: string[];
  folder: string;
}): Promise<Output> {
  const { stdout, failure } = await commandOutput({ command, timeoutMs }, folder);
  const [file = ''] = command;
  return failure ? { problem: howItEnded(file, failure) } : { text: stdout };
}

function howItEnded(file: string, failure: CommandFailure): Message {
  switch (failure.kind) {
    case 'timeout':
      return say('token-b2b2c/codes/command-stopped', { file, seconds: timeoutMs / 1000 });
    case 'status':
      return say('token-b2b2c/codes/command-failed', { file, status: failure.status });
    case 'signal':
      return say('token-b2b2c/codes/command-killed', { file, signal: failure.signal });
    case 'too-much':
      return say('token-b2b2c/codes/command-prints-much', { file, most: failure.characters });
    case 'not-run':
      return say('token-b2b2c/codes/command-not-run', { file, code: failure.code });
  }
}

async function answered(
  { url, method, ...way }: Extract<CodeSource, { url: string }>,
  ca: string | undefined,
): Promise<Output> {
  const { Agent, request } = await import('undici');
  const { connectorOf } = await import('../../http/way/connector.js');
  const dispatcher = new Agent({
    connect: connectorOf(new URL(url), { ...way, tls: ca === undefined ? {} : { ca } }, timeoutMs),
    maxResponseSize: maxBytes,
  });
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const { statusCode, body } = await request(url, {
      ...{ method, dispatcher, signal },
      headers: { 'User-Agent': toolName },
    });
    const text = await body.text();
    return statusCode >= 200 && statusCode < 300
      ? { text }
      : { problem: say('token-b2b2c/codes/url-refused', { status: statusCode }) };
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return { problem: say('token-b2b2c/codes/url-silent', { code: code ?? name }) };
  } finally {
    await dispatcher.close();
  }
}

/** The member authCode of a JSON object; else the text itself, if it is one word. */
function codeIn(text: string): string | undefined {
  const plain = text.trim();
  try {
    const value = JSON.parse(plain) as unknown;
    if (typeof value === 'object' && value !== null) {
      const { authCode } = value as Record<string, unknown>;
      return typeof authCode === 'string' && authCode !== '' ? authCode : undefined;
    }
    // A code of digits, or one in quotes, is JSON too.
    if (typeof value === 'string' && value !== '') return value;
  } catch {
    // Plain text it is.
  }
  return /^\S+$/.test(plain) ? plain : undefined;
}
