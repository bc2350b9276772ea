import { say } from '../../../messages/message.js';
import { render } from '../../../messages/render.js';
import { readSecret, type Secret } from '../read-secret.js';
import type { TransactionFlags } from './transaction-flags.js';
import { requireUrl } from './transaction-input.js';

const bearer = /^[Bb]earer\s+/;

/**
 * The access token that the options name, without `Bearer ` before it, which is said.
 *
 * @throws InputProblem as {@link readSecret} does.
 */
export function readAccessToken(
  flags: Pick<TransactionFlags, 'accessTokenEnv' | 'accessTokenFile'>,
): Secret | undefined {
  const { accessTokenEnv: env, accessTokenFile: file } = flags;
  const token = readSecret({ env, file }, '--access-token');
  if (!token || !bearer.test(token.value)) return token;
  console.error(render(say('mistakes/given/bearer-taken-off')));
  return {
    value: token.value.replace(bearer, ''),
    // The shell has to take it off, too.
    shell:
      env === undefined
        ? token.shell.replace(/^\$\(cat /, "$(sed 's/^[Bb]earer *//' ")
        : `$(printf %s "$${env}" | sed 's/^[Bb]earer *//')`,
  };
}

/** What of a request's address the options give. */
export interface GivenAddress {
  /** Path and query. */
  path: string;
  /** The base URL, if one is given, or that of a whole URL in the place of the path. */
  url?: URL;
}

/**
 * The address that the options give; a whole URL in the place of the path is taken apart, which is said.
 *
 * @throws InputProblem for a base URL that isn't one.
 */
export function readAddress({ path, baseUrl }: { path: string; baseUrl?: string }): GivenAddress {
  const base = baseUrl === undefined ? undefined : requireUrl(baseUrl);
  const [, origin, target] = /^(https?:\/\/[^/?#]+)([^#]*)/i.exec(path) ?? [];
  if (origin === undefined || !URL.canParse(path)) return { path, ...(base && { url: base }) };
  const taken = target || '/';
  console.error(render(say('mistakes/given/url-taken-apart', { path: taken })));
  return { path: taken, url: base ?? new URL(origin) };
}
