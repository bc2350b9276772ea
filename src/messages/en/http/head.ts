/** Why the head of an answer, its status line and headers, can't be read. */
export const httpHead = {
  'http/head/not-http': ({ start }: { start: string }) =>
    `it is not HTTP, it begins with ${JSON.stringify(start)}`,
  'http/head/version': ({ version }: { version: string }) =>
    `its version is ${JSON.stringify(version)}, and HTTP/1.1 or HTTP/1.0 is due`,
  'http/head/status': ({ status }: { status: string }) =>
    `its status is ${JSON.stringify(status)}, and three digits from 100 on are due`,
  'http/head/bare-line-end': ({ end }: { end: 'LF' | 'CR' }) =>
    `a line of its headers ends in ${end} alone, and CRLF is due`,
  'http/head/no-colon': ({ line }: { line: string }) =>
    `a header line has no colon: ${JSON.stringify(line)}`,
  'http/head/name': ({ name }: { name: string }) =>
    name === ''
      ? 'a header line has no name before its colon'
      : `${JSON.stringify(name)} can't be the name of a header`,
  'http/head/control-character': ({ name }: { name: string }) =>
    `the header ${name} has a control character in its value`,
  'http/head/length': ({ length }: { length: string }) =>
    `its Content-Length is ${JSON.stringify(length)}, which is no length`,
  'http/head/lengths': ({ lengths }: { lengths: string[] }) =>
    `it has Content-Length more than once: ${lengths.slice(0, 3).join(', ')}`,
  'http/head/length-and-chunks': () =>
    'it has both Content-Length and Transfer-Encoding, so nobody can tell where it ends',
  'http/head/too-long': ({ kibibytes }: { kibibytes: number }) =>
    `its status line and headers are longer than ${kibibytes} KiB`,
  'http/head/switched': () => 'it is 101 (Switching Protocols), which nobody asked for',
  'http/head/unasked': () => 'it came before anything was asked',
  'http/head/interim-without-end': () => 'interim answers (1xx) came without end, and no final one',
};
