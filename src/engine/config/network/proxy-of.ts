import type { ProxyConfig } from '../../../../schemas/generated/config.js';
import { InputProblem } from '../../input/input-problem.js';
import type { HiddenText, ProxyPlan, Way } from '../../plan/plan.js';
import { isLoopback } from '../is-loopback.js';
import type { CredentialReader } from '../secrets/credential-reader.js';
import { noProxyEntry } from './no-proxy.js';

/** Which proxy a URL is asked through, by the config or else the environment. */
export interface ProxyChoice {
  config?: ProxyConfig | undefined;
  /** Of the config. */
  file: string;
  /** Of its member `proxy`. */
  pointer: string;
  environment: NodeJS.ProcessEnv;
  read: CredentialReader;
}

/**
 * The proxy that a URL is asked through. The config's is for every host; the environment's neither for this machine
 * itself nor for what NO_PROXY names.
 *
 * @throws InputProblem for a URL that is none of an HTTP proxy.
 */
export function proxyOf(url: URL, choice: ProxyChoice): Pick<Way, 'proxy' | 'unproxied'> {
  const { config, environment } = choice;
  if (config === false) return { unproxied: `${choice.pointer} is false` };
  if (config !== undefined) return { proxy: configured(config, choice) };
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const [variable, value] = variableOf(environment, name);
  if (!value) return {};
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isLoopback(url.hostname)) return { unproxied: `${variable} isn't for this machine itself` };
  const [noProxy, list = ''] = variableOf(environment, 'NO_PROXY');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const entry = noProxyEntry(list, host, port);
  if (entry !== undefined)
    return { unproxied: `${noProxy} names ${entry}, so ${variable} isn't used` };
  // Without a scheme, as curl takes it.
  const written = value.includes('://') ? value : `http://${value}`;
  return {
    proxy: planOf(written, variable, { file: `the environment variable ${variable}` }, choice),
  };
}

/** A variable under its name in capitals or else in small letters, which some programs have. */
function variableOf(environment: NodeJS.ProcessEnv, name: string): [string, string | undefined] {
  const small = name.toLowerCase();
  return !environment[name] && environment[small]
    ? [small, environment[small]]
    : [name, environment[name]];
}

function configured(config: Exclude<ProxyConfig, false>, choice: ProxyChoice): ProxyPlan {
  const { file, pointer, read } = choice;
  if (typeof config === 'string') return planOf(config, pointer, { file, pointer }, choice);
  const plan = planOf(config.url, pointer, { file, pointer: `${pointer}/url` }, choice);
  const { username, password } = config;
  if (username === undefined && password === undefined) return plan;
  const text = password === undefined ? '' : read.secret(password, `${pointer}/password`);
  return { ...plan, authorization: authorizationOf(username ?? '', text, read.secrets) };
}

function planOf(
  written: string,
  from: string,
  place: { file: string; pointer?: string },
  { read }: ProxyChoice,
): ProxyPlan {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new InputProblem('invalid-url', 'this is no URL of an HTTP proxy', {
      ...place,
      remedy: 'Write scheme, host and port: http://proxy.example:3128. SOCKS is not supported.',
    });
  const { username, password } = url;
  return {
    url: url.origin,
    from,
    ...((username !== '' || password !== '') && {
      authorization: authorizationOf(decoded(username), decoded(password), read.secrets),
    }),
  };
}

/** The value of Proxy-Authorization (RFC 7617), which is hidden from then on like the password. */
function authorizationOf(username: string, password: string, secrets: HiddenText[]): string {
  const encoded = Buffer.from(`${username}:${password}`).toString('base64');
  secrets.push({ text: encoded, shown: '[proxy credentials]' });
  if (password !== '') secrets.push({ text: password, shown: '[proxy password]' });
  return `Basic ${encoded}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
