import { givenHeader, hiddenIn } from '../../../engine/given/given-header.js';
import type { GivenRequest } from '../../../engine/given/given-request.js';
import { givenToken } from '../../../engine/given/given-token.js';
import { headerOf } from '../../../engine/http/wire.js';
import { InputProblem } from '../../../engine/input/input-problem.js';
import { say } from '../../../messages/message.js';
import { render } from '../../../messages/render.js';
import type { Secret } from '../read-secret.js';
import { type GivenAddress, readAccessToken, readAddress } from './given-flags.js';
import type { TransactionFlags } from './transaction-flags.js';
import { readBody } from './transaction-input.js';

/** The access token of a call. */
interface CallToken extends Secret {
  /** It stood in the request itself, and the shell has to be given it. */
  ofRequest?: true;
}

/** The header that an option gives in place of the request. */
interface HeaderOption {
  /** `--timestamp` */
  option: string;
  header: string;
}

/**
 * What an option gives or, without it, a header of the request. That an option wins is said.
 *
 * @throws InputProblem when neither does.
 */
export function headerValue(
  value: string | undefined,
  { option, header }: HeaderOption,
  given: GivenRequest | undefined,
): string {
  const found = optionalHeader(value, { option, header }, given);
  if (found !== undefined) return found;
  throw missing(option, given, `the request has no ${header}`, `${header} as it was sent`);
}

/** As {@link headerValue}, for what may be absent. */
export function optionalHeader(
  value: string | undefined,
  { option, header }: HeaderOption,
  given: GivenRequest | undefined,
): string | undefined {
  if (value === undefined) return given && givenHeader(given, header, { option });
  if (given && holds(given, header)) sayWins(option, header);
  return value;
}

/**
 * Method and address of a transaction.
 *
 * @throws InputProblem when they are given nowhere.
 */
export function addressOfCall(
  flags: Pick<TransactionFlags, 'method' | 'path' | 'baseUrl'>,
  given: GivenRequest | undefined,
): GivenAddress & { method: string } {
  const { baseUrl } = flags;
  const method = flags.method ?? given?.method;
  if (method === undefined)
    throw missing('--method', given, 'the request has no method', 'the method: POST');
  if (flags.method !== undefined && given?.method !== undefined) sayWins('--method', 'the method');
  if (flags.path !== undefined) {
    if (given?.path !== undefined) sayWins('--path', 'the path');
    return {
      method: method.toUpperCase(),
      ...readAddress({ path: flags.path, ...(baseUrl !== undefined && { baseUrl }) }),
    };
  }
  if (given?.pathProblem) throw given.pathProblem;
  if (given?.path === undefined)
    throw missing('--path', given, 'the request has no path', 'path and query as they were sent');
  const base = readAddress({ path: given.path, ...(baseUrl !== undefined && { baseUrl }) });
  return {
    method: method.toUpperCase(),
    ...base,
    ...(!base.url && given.origin !== undefined && { url: new URL(given.origin) }),
  };
}

/** @throws InputProblem when the request has a body that isn't known. */
export function bodyOfCall(
  file: string | undefined,
  given: GivenRequest | undefined,
): Buffer | undefined {
  if (file !== undefined) {
    if (given?.body ?? given?.bodyProblem) sayWins('--body', 'the body');
    return readBody(file);
  }
  if (given?.bodyProblem) throw given.bodyProblem;
  return given?.body;
}

/**
 * The access token of a call.
 *
 * @throws InputProblem as {@link givenToken} does.
 */
export function tokenOfCall(
  flags: Pick<TransactionFlags, 'accessTokenEnv' | 'accessTokenFile'>,
  given: GivenRequest | undefined,
): CallToken | undefined {
  const named = readAccessToken(flags);
  if (named) {
    if (given && holds(given, 'Authorization'))
      sayWins(
        flags.accessTokenEnv === undefined ? '--access-token-file' : '--access-token-env',
        'the token',
      );
    return named;
  }
  const token = given && givenToken(given, process.env);
  if (!token) return undefined;
  const { value, shell } = token;
  if (shell === undefined) return { value, shell: '$SNAP_ACCESS_TOKEN', ofRequest: true };
  console.error(render(say('mistakes/given/token-of-variable', { shell })));
  return { value, shell };
}

/** Whether the request has a value there, and no placeholder that is to be filled in. */
function holds({ headers, open }: GivenRequest, name: string): boolean {
  const value = headerOf(headers, name);
  return value !== undefined && !open.has(name.toLowerCase()) && hiddenIn(value) === undefined;
}

function sayWins(option: string, what: string): void {
  console.error(render(say('mistakes/given/option-wins', { option, what })));
}

function missing(
  option: string,
  given: GivenRequest | undefined,
  what: string,
  needed: string,
): InputProblem {
  return given
    ? new InputProblem('request-incomplete', what, {
        ...given.place,
        remedy: `Give it with ${option}.`,
      })
    : new InputProblem('missing-option', `required option '${option}' not specified`, {
        remedy: `Give ${needed}; or the whole request with --request FILE.`,
      });
}
