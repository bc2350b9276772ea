import fc from 'fast-check';
import { type Message, say } from '../../../src/messages/message.js';

/** A segment that is the name of no service. */
const unknownSegment = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 24 })
  .map((text) => `x${text}`);

/** Paths that can lead to nothing, near the service's own and far from it. */
export const unknownPath = (own: string): fc.Arbitrary<string> => {
  const parent = own.slice(0, own.lastIndexOf('/'));
  return fc.oneof(
    unknownSegment.map((segment) => `${own}/${segment}`),
    unknownSegment.map((segment) => `${own}${segment}`),
    unknownSegment.map((segment) => `${parent}/${segment}`),
    unknownSegment.map((segment) => `${parent}/${segment}${own.slice(parent.length)}`),
    unknownSegment.map((segment) => `/${segment}`),
  );
};

/** Below the service's own path first, which a router that matches beginnings takes for it. */
export const unknownPathExamples = (own: string): string[] => {
  const parent = own.slice(0, own.lastIndexOf('/'));
  return [`${own}/xunknown`, `${own}xunknown`, `${parent}/xunknown`, '/xunknown'];
};

/** Another spelling of a path. */
export interface PathVariant {
  /** As the dialect names it. */
  name: string;
  /** What is said of a request that is sent there. */
  says: Message;
  path: string;
}

/** Other spellings of the same path, which servers may or may not take for it. */
export function pathVariants(own: string): PathVariant[] {
  const last = own.lastIndexOf('/');
  return [
    {
      name: 'a trailing slash',
      says: say('token-b2b/http/path-with-trailing-slash'),
      path: `${own}/`,
    },
    {
      name: 'a doubled slash',
      says: say('token-b2b/http/path-with-doubled-slash'),
      path: `${own.slice(0, last)}/${own.slice(last)}`,
    },
    {
      name: 'a query string',
      says: say('token-b2b/http/path-with-query'),
      path: `${own}?source=conformance`,
    },
  ];
}
