import type { TokenB2bFault } from '../../fault.js';

/** What is wrong with the connection below HTTP. */
export const tokenB2bTransportFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'plain-http-too',
    title: 'takes requests without TLS on the same port, for the health checks',
    trips: ['token-b2b/http/refuses-plain-http'],
    tls: { plainToo: true },
    apply: (policy) => policy,
  },
  {
    service: 'token-b2b',
    name: 'still-speaks-tls-1-0',
    title: 'agrees on TLS 1.0 and 1.1 with whoever has nothing newer, for the sake of old clients',
    trips: ['token-b2b/http/refuses-old-tls'],
    tls: { minVersion: 'TLSv1' },
    apply: (policy) => policy,
  },
  {
    service: 'token-b2b',
    name: 'no-newer-tls-than-1-2',
    title: 'speaks no newer TLS than 1.2, as its load balancer was set up years ago',
    trips: ['token-b2b/http/offers-tls-1-3'],
    tls: { maxVersion: 'TLSv1.2' },
    apply: (policy) => policy,
  },
];
