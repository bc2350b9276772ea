import fc from 'fast-check';

/** A segment that no service is called by. */
const unknownSegment = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 24 })
  .map((text) => `x${text}`);

/** Paths at which nothing can be, near the service's own and far from it. */
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

/** Other writings of the same path, which servers take for it or not. */
export function pathVariants(own: string): { name: string; path: string }[] {
  const last = own.lastIndexOf('/');
  return [
    { name: 'a trailing slash', path: `${own}/` },
    { name: 'a doubled slash', path: `${own.slice(0, last)}/${own.slice(last)}` },
    { name: 'a query string', path: `${own}?source=conformance` },
  ];
}
