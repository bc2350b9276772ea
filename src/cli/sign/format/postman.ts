import type { SignedRequest } from '../../../engine/signing/sign-request.js';

/**
 * A Postman collection, format 2.1, of one request. The access token is a variable of the collection, without a value.
 *
 * @param url where it is sent
 */
export function postmanCollection({ method, headers, body }: SignedRequest, url: string): object {
  const { protocol, hostname, port, origin } = new URL(url);
  const [path = '', query] = url.slice(origin.length).split(/\?(.*)/s);
  const list = Object.entries(headers).map(([key, value]) => ({ key, value }));
  return {
    info: {
      name: `SNAP: ${method} ${path || '/'}`,
      description: `Signed for X-TIMESTAMP ${headers['X-TIMESTAMP']}: a server refuses it some minutes later.`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [
      {
        name: `${method} ${path || '/'}`,
        request: {
          method,
          header: list,
          ...(body !== undefined && {
            body: { mode: 'raw', raw: body, options: { raw: { language: 'json' } } },
          }),
          url: {
            raw: url,
            protocol: protocol.replace(':', ''),
            host: hostname.split('.'),
            ...(port !== '' && { port }),
            path: path.split('/').slice(1),
            ...(query !== undefined && {
              query: query.split('&').map((pair) => {
                const [key, value] = pair.split(/=(.*)/s);
                return { key, value: value ?? null };
              }),
            }),
          },
        },
      },
    ],
    variable: [{ key: 'accessToken', value: '' }],
  };
}
