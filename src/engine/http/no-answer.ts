import { type Message, say } from '../../messages/message.js';
import type { TargetPlan } from '../plan/plan.js';
import { ProxyError } from './way/proxy-error.js';
import type { NoAnswer, NoAnswerKind } from './wire.js';

const kinds: Record<string, NoAnswerKind> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  EPROTO: 'tls',
};

/** OpenSSL's errors, node's own, and the names of what is wrong with a certificate (X509_V_ERR_…). */
const tlsCode = /^ERR_(?:SSL|OSSL|TLS)_|CERT|_SIGNATURE$|_CA$|_CRL/;

/** Tells from an error of the client why there is no answer; the message names the target. */
export function noAnswerOf(
  error: unknown,
  { baseUrl, limits }: Pick<TargetPlan, 'baseUrl' | 'limits'>,
): NoAnswer {
  if (error instanceof ProxyError) return { kind: 'proxy', message: proxyMessage(error, baseUrl) };
  const { name, code, message } = rootCause(error);
  const { host } = new URL(baseUrl);
  const kind =
    name === 'TimeoutError'
      ? 'timeout'
      : (kinds[code] ?? (tlsCode.test(code) ? 'tls' : 'protocol'));
  switch (kind) {
    case 'refused':
      return { kind, message: say('http/no-answer/refused', { host, code }) };
    case 'dns':
      return { kind, message: say('http/no-answer/unknown-name', { host, code }) };
    case 'timeout':
      return {
        kind,
        message: say('http/no-answer/too-slow', { host, milliseconds: limits.timeoutMs }),
      };
    case 'reset':
      return { kind, message: say('http/no-answer/closed', { host, code }) };
    case 'tls':
      return { kind, message: say('http/no-answer/no-tls', { host, why: message, code }) };
    case 'too-large':
      return { kind, message: say('http/no-answer/too-large') };
    default:
      return { kind, message: say('http/no-answer/not-http', { why: message }) };
  }
}

function proxyMessage({ proxy, reason }: ProxyError, baseUrl: string): Message {
  const { host } = new URL(baseUrl);
  return 'error' in reason
    ? say('http/no-answer/no-proxy', { proxy, why: reason.error })
    : say('http/no-answer/proxy-refuses', { proxy, host, ...reason });
}

function rootCause(error: unknown): { name: string; code: string; message: string } {
  let cause = error as {
    name?: string;
    code?: string;
    message?: string;
    cause?: unknown;
    errors?: unknown[];
  };
  for (let depth = 0; depth < 5; depth += 1) {
    const inner = cause.errors?.[0] ?? (cause.code === undefined ? cause.cause : undefined);
    if (typeof inner !== 'object' || inner === null) break;
    cause = inner;
  }
  return {
    name: cause.name ?? 'Error',
    code: cause.code ?? '',
    message: cause.message ?? String(error),
  };
}
