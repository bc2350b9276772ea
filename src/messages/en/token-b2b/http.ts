/** What is said of methods, paths and HTTP's own headers at the token service. */
export const tokenB2bHttp = {
  'token-b2b/http/allow-absent': ({ method }: { method: string }) =>
    `the answer 405 to ${method} has no Allow header, POST belongs there`,
  'token-b2b/http/allow-without-post': ({ method, allow }: { method: string; allow: string }) =>
    `the answer 405 to ${method} allows ${JSON.stringify(allow)}, POST belongs there`,
  'token-b2b/http/allow-names-post': ({ answers }: { answers: number }) =>
    `Allow names POST in ${answers} ${answers === 1 ? 'answer' : 'answers'}`,
  'token-b2b/http/no-answer-405': () => 'no other method was answered with 405',

  'token-b2b/http/one-path': () => 'the document has one path for the service',
  'token-b2b/http/other-path': ({ path }: { path: string }) => `sent to ${path}`,
  'token-b2b/http/path-unknown': () => 'sent to a path that no document names',
  'token-b2b/http/path-with-trailing-slash': () => 'the path has a trailing slash',
  'token-b2b/http/path-with-doubled-slash': () => 'the path has a doubled slash',
  'token-b2b/http/path-with-query': () => 'the path has a query string',
  'token-b2b/http/not-404': ({ path, answer }: { path: string; answer: string }) =>
    `${path} was answered with ${answer}, 404 belongs there`,
  'token-b2b/http/all-404': ({ paths }: { paths: number }) =>
    `404 at ${paths === 1 ? 'an unknown path' : `${paths} unknown paths`}`,
  'token-b2b/http/no-refusal-at-unknown-path': () => 'no unknown path was answered with a refusal',

  'token-b2b/http/length-required': () =>
    'the target asks for Content-Length with HTTP 411, which HTTP lets a server do',
  'token-b2b/http/chunked-body': () => 'the body is sent in chunks',
  'token-b2b/http/coding-not-admitted': ({
    coding,
    accepted,
  }: {
    coding: string;
    accepted: string;
  }) => `the answer is coded as ${coding}, which Accept-Encoding: ${accepted} doesn't admit`,
  'token-b2b/http/no-token-request': () =>
    'headers and body are well-formed HTTP, but no token request',
};
