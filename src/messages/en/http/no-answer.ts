/** Why there is no answer to judge. */
export const httpNoAnswer = {
  'http/no-answer/none': () => 'no answer',
  'http/no-answer/refused': ({ host, code }: { host: string; code: string }) =>
    `nothing accepts connections at ${host} (${code})`,
  'http/no-answer/unknown-name': ({ host, code }: { host: string; code: string }) =>
    `the name ${host} can't be resolved (${code})`,
  'http/no-answer/too-slow': ({ host, milliseconds }: { host: string; milliseconds: number }) =>
    `no whole answer from ${host} within ${milliseconds} ms`,
  'http/no-answer/closed': ({ host, code }: { host: string; code: string }) =>
    `${host} closed the connection before a whole answer (${code})`,
  'http/no-answer/no-tls': ({ host, why, code }: { host: string; why: string; code: string }) =>
    `no TLS connection to ${host}: ${why} (${code})`,
  'http/no-answer/no-proxy': ({ proxy, why }: { proxy: string; why: string }) =>
    `no connection through the proxy ${proxy}: ${why}; the target was not reached`,
  'http/no-answer/proxy-refuses': ({
    proxy,
    host,
    status,
    statusText,
  }: {
    proxy: string;
    host: string;
    status: number;
    statusText: string;
  }) =>
    `the proxy ${proxy} ${
      status === 407 || status === 401
        ? 'asks for other credentials'
        : status >= 500
          ? `can't reach ${host}`
          : `refuses a tunnel to ${host}`
    } (its own HTTP ${`${status} ${statusText}`.trim()}); the target was not reached`,
  'http/no-answer/too-large': () => 'the answer is larger than 1 MiB',
  'http/no-answer/not-http': ({ why }: { why: string }) => `what came back is not HTTP: ${why}`,
  'http/no-answer/budget-used-up': ({ requests }: { requests: number }) =>
    `the budget of ${requests} requests is used up`,
  'http/no-answer/rate-limited': ({ status, attempts }: PutOff) =>
    `HTTP ${status} (too many requests), ${times(attempts)}`,
  'http/no-answer/unavailable': ({ status, attempts }: PutOff) =>
    `HTTP ${status} (the service is unavailable), ${times(attempts)}`,
  'http/no-answer/blocked': ({ status }: PutOff) =>
    `HTTP ${status} with a web page (a firewall answered for the service)`,
};

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** An answer that put the request off. */
export interface PutOff {
  status: number;
  /** How often the request was sent. */
  attempts: number;
}
