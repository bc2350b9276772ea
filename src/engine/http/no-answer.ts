import { type Message, say } from '../../messages/message.js';
import type { TargetPlan } from '../plan/plan.js';
import { BodyCut } from './reading/read-body.js';
import { TooLarge } from './reading/too-large.js';
import { UnreadableAnswer } from './reading/watch-answers.js';
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
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  EPROTO: 'tls',
};

/** OpenSSL's errors, node's own, and the names of what is wrong with a certificate (X509_V_ERR_…). */
const tlsCode = /^ERR_(?:SSL|OSSL|TLS)_|CERT|_SIGNATURE$|_CA$|_CRL/;

/** What HTTP libraries call what they can't parse; heads are looked at before, so that it is about chunks. */
function isUnparsed({ name, code = '' }: Cause): boolean {
  return name === 'HTTPParserError' || code.startsWith('HPE_');
}

/**
 * Tells from an error of the client why there is no answer; the message names the target, and holds no word of a
 * library about itself.
 *
 * @param timedOut The time for the request was over.
 */
export function noAnswerOf(
  error: unknown,
  { baseUrl, limits }: { baseUrl: string; limits: Pick<TargetPlan['limits'], 'timeoutMs'> },
  timedOut = false,
): NoAnswer {
  if (error instanceof ProxyError) return { kind: 'proxy', message: proxyMessage(error, baseUrl) };
  const cut = error instanceof BodyCut ? error : undefined;
  const root = rootCause(cut?.cause ?? error);
  const { host } = new URL(baseUrl);
  if (root instanceof UnreadableAnswer)
    return { kind: 'protocol', message: say('http/no-answer/unreadable', { why: root.said }) };
  if (root instanceof TooLarge)
    return { kind: 'too-large', message: say('http/no-answer/too-large', { coding: root.coding }) };
  const { code = '', message = '' } = root;
  const kind = timedOut
    ? 'timeout'
    : (kinds[code] ?? (tlsCode.test(code) ? 'tls' : ('protocol' as const)));
  switch (kind) {
    case 'refused':
      return { kind, message: say('http/no-answer/refused', { host, code }) };
    case 'dns':
      return { kind, message: say('http/no-answer/unknown-name', { host, code }) };
    case 'timeout': {
      const waited = { host, milliseconds: limits.timeoutMs };
      return { kind, message: lateBody(cut, waited) ?? say('http/no-answer/too-slow', waited) };
    }
    case 'reset':
      return { kind, message: cutBody(cut, host) ?? closed(host, code) };
    case 'tls':
      return { kind, message: say('http/no-answer/no-tls', { host, why: message, code }) };
    default:
      return {
        kind,
        message: isUnparsed(root)
          ? say('http/no-answer/bad-chunk')
          : say('http/no-answer/other', { host, code: systemCode(code) }),
      };
  }
}

function proxyMessage({ proxy, reason }: ProxyError, baseUrl: string): Message {
  const { host } = new URL(baseUrl);
  return 'error' in reason
    ? say('http/no-answer/no-proxy', { proxy, why: reason.error })
    : say('http/no-answer/proxy-refuses', { proxy, host, ...reason });
}

/** More than that time went by, if the body said where it ends. */
function lateBody(
  cut: BodyCut | undefined,
  waited: { host: string; milliseconds: number },
): Message | undefined {
  if (!cut || cut.ends === 'close') return undefined;
  const { came, ends } = cut;
  return ends === 'chunk'
    ? say('http/no-answer/last-chunk-late', waited)
    : say('http/no-answer/body-late', { ...waited, came, announced: ends });
}

/** More than that the connection ended, if the body said where it ends. */
function cutBody(cut: BodyCut | undefined, host: string): Message | undefined {
  if (!cut || cut.ends === 'close') return undefined;
  const { came, ends } = cut;
  return ends === 'chunk'
    ? say('http/no-answer/last-chunk-missing', { host })
    : say('http/no-answer/body-cut', { host, came, announced: ends });
}

function closed(host: string, code: string): Message {
  return say('http/no-answer/closed', { host, code: systemCode(code) });
}

/** The operating system's codes are the field's own words; a library's are not. */
function systemCode(code: string): string | undefined {
  return /^E[A-Z]+$/.test(code) ? code : undefined;
}

interface Cause {
  name?: string;
  code?: string;
  message?: string;
  cause?: unknown;
  errors?: unknown[];
}

function rootCause(error: unknown): Cause {
  let cause = error as Cause;
  for (let depth = 0; depth < 5; depth += 1) {
    const inner = cause.errors?.[0] ?? (cause.code === undefined ? cause.cause : undefined);
    if (typeof inner !== 'object' || inner === null) break;
    cause = inner;
  }
  return cause;
}
