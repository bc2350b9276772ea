import { createHash } from 'node:crypto';
import type { Option } from '../mistake.js';
import type { Arrange } from './arrangements.js';

const hash = (body: string) => createHash('sha256').update(body).digest('hex');

/** The text of a transaction, signed for a token request. */
export function transactionTexts(
  paths: readonly string[],
  bodies: readonly string[],
): Option<Arrange>[] {
  const mistakes = [{ id: 'scheme/transaction-text' as const }];
  const last = paths.flatMap((path) =>
    ['/v1.0/access-token/b2b', '/access-token/b2b'].includes(path) ? [] : [path],
  );
  return [...new Set([...last, '/v1.0/access-token/b2b', '/access-token/b2b'])].flatMap((path) =>
    bodies.flatMap((body): Option<Arrange>[] => [
      { mistakes, value: ({ time }) => `POST:${path}:${hash(body)}:${time}` },
      { mistakes, value: ({ id, time }) => `POST:${path}:${id}:${hash(body)}:${time}` },
      { mistakes, value: ({ time }) => `POST:${path}::${hash(body)}:${time}` },
      { mistakes, value: ({ id, time }, delimiter) => [id, hash(body), time].join(delimiter) },
    ]),
  );
}

/** The text of a token request, signed for a transaction. */
export function tokenTexts(clientId: string | undefined): Option<Arrange>[] {
  const mistakes = [{ id: 'scheme/token-text' as const }];
  const texts: Option<Arrange>[] =
    clientId === undefined
      ? []
      : [
          { mistakes, value: ({ time }) => `${clientId}|${time}` },
          { mistakes, value: ({ time }) => `${clientId}:${time}` },
          { mistakes, value: ({ time }) => `${time}|${clientId}` },
        ];
  return [
    ...texts,
    { mistakes: [{ id: 'scheme/token-text' }], value: ({ token, time }) => `${token}|${time}` },
    { mistakes: [{ id: 'text/time-alone' }], value: ({ time }) => time },
    { mistakes: [{ id: 'text/hash-alone' }], value: ({ hash: of }) => of },
  ];
}
