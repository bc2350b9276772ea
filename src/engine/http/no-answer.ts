import type { TargetPlan } from '../plan/plan.js';
import type { NoAnswerKind } from './wire.js';

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

/** Tells from an error of the client why there is no answer, in words that name the target. */
export function noAnswerOf(
  error: unknown,
  { baseUrl, limits }: Pick<TargetPlan, 'baseUrl' | 'limits'>,
): { kind: NoAnswerKind; message: string } {
  const { name, code, message } = rootCause(error);
  const { host } = new URL(baseUrl);
  const kind =
    name === 'TimeoutError'
      ? 'timeout'
      : (kinds[code] ?? (tlsCode.test(code) ? 'tls' : 'protocol'));
  switch (kind) {
    case 'refused':
      return { kind, message: `nothing accepts connections at ${host} (${code})` };
    case 'dns':
      return { kind, message: `the name ${host} can't be resolved (${code})` };
    case 'timeout':
      return { kind, message: `no whole answer from ${host} within ${limits.timeoutMs} ms` };
    case 'reset':
      return { kind, message: `${host} closed the connection before a whole answer (${code})` };
    case 'tls':
      return { kind, message: `no TLS connection to ${host}: ${message} (${code})` };
    case 'too-large':
      return { kind, message: 'the answer is larger than 1 MiB' };
    default:
      return { kind, message: `what came back is not HTTP: ${message}` };
  }
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
