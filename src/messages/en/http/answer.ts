/** What is said of an answer as a whole, and of a body that can't be read. */
export const httpAnswer = {
  /** One line on what came back. `text` is the message of the body. */
  'http/answer/seen': ({
    status,
    code,
    text,
    token,
    problem,
  }: {
    status: number;
    code: string | undefined;
    text: string | undefined;
    token: boolean;
    problem: string | undefined;
  }) =>
    [
      `HTTP ${status}`,
      ...(code === undefined ? [] : [code]),
      ...(text === undefined ? [] : [JSON.stringify(text)]),
      ...(token ? ['with an access token'] : []),
      ...(problem === undefined ? [] : [`(${problem})`]),
    ].join(' '),
  'http/answer/body-not-utf-8': () => 'the body is not UTF-8',
  'http/answer/body-too-deep': ({ levels }: { levels: number }) =>
    `the body is nested deeper than ${levels} levels`,
  'http/answer/byte-order-mark': () => 'a byte order mark stands before the JSON',
  'http/answer/body-undecoded': ({ coding }: { coding: string }) =>
    `Content-Encoding says ${JSON.stringify(coding)}, which can't be undone on this body`,
  'http/answer/body-cut': ({ announced }: { announced: string }) =>
    `the body is no whole JSON: it breaks off after the ${announced} bytes that its Content-Length announces`,
  'http/answer/body-empty': () => 'the body is empty',
  'http/answer/body-not-json': ({ start }: { start: string }) =>
    `the body is not JSON: it starts with ${JSON.stringify(start)}`,
};
