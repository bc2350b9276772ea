import { createHash } from 'node:crypto';
import type { MistakeId } from '../catalogue/catalogue.js';
import type { Option } from '../mistake.js';
import { distinct } from '../search/axes.js';
import type { Layer } from '../search/layer.js';

type Value = readonly [MistakeId, string | undefined];

/** What becomes of any value on its way through configuration, templates and variables. */
const bent = (value: string, id: (name: string) => MistakeId): Value[] => [
  [id('white-space'), `${value}\n`],
  [id('white-space'), `${value}\r\n`],
  [id('white-space'), `${value}\r`],
  [id('white-space'), `${value} `],
  [id('white-space'), ` ${value}`],
  [id('white-space'), `${value}\t`],
  [id('trimmed'), value.trim()],
  [id('quoted'), `"${value}"`],
  [id('quoted'), `'${value}'`],
  [id('quoted'), value.replace(/^["']|["']$/g, '')],
  [id('invisible-character'), `${value}\u200b`],
  [id('invisible-character'), `\u200b${value}`],
  [id('invisible-character'), `${value}\u00a0`],
  [id('invisible-character'), `\u00a0${value}`],
  [id('invisible-character'), `\ufeff${value}`],
  [id('invisible-character'), `${value}\ufeff`],
  [id('invisible-character'), value.replace(/[\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/g, '')],
  [id('letter-case'), value.toLowerCase()],
  [id('letter-case'), value.toUpperCase()],
  [id('undefined'), 'undefined'],
  [id('undefined'), 'null'],
  [id('undefined'), 'None'],
  [id('undefined'), 'nil'],
  [id('undefined'), '<nil>'],
  [id('undefined'), '[object Object]'],
  [id('undefined'), '[object Promise]'],
  [id('empty'), ''],
  [id('percent-encoded'), encodeURIComponent(value)],
  [id('base64'), Buffer.from(value).toString('base64')],
  [id('hashed'), createHash('sha256').update(value).digest('hex')],
];

function optionsOf(values: readonly Value[], right: string): Option<string>[] {
  const options = values.flatMap(([id, value]) =>
    value === undefined ? [] : [{ mistakes: [{ id }], value }],
  );
  return distinct(options, [right]);
}

/** What senders sign in the place of the client id. */
export function clientIdLayer(clientId: string): Layer<string> {
  const values: Value[] = [
    ...bent(clientId, (name) => `id/${name}` as MistakeId),
    ['id/without-hyphens', clientId.replaceAll('-', '')],
    ['id/placeholder', 'X-CLIENT-KEY'],
    ['id/placeholder', 'client_id'],
    ['id/placeholder', 'clientId'],
    ['id/placeholder', '{clientId}'],
    ['id/placeholder', '{{clientId}}'],
    ['id/placeholder', `{${clientId}}`],
    ['id/placeholder', `<${clientId}>`],
  ];
  return { right: clientId, others: optionsOf(values, clientId) };
}

/** What is known of a sender beyond its token. */
export interface Sender {
  clientId?: string | undefined;
  clientSecret?: string | undefined;
}

/**
 * What senders sign in the place of the access token. A text stands for nothing: undefined is a text-to-sign without it.
 *
 * @param signed whether the scheme signs the token
 */
export function tokenLayer(
  token: string | undefined,
  signed: boolean,
  { clientId, clientSecret }: Sender,
): Layer<string | undefined> {
  const right = signed ? token : undefined;
  const others: Option<string | undefined>[] = [];
  if (right !== undefined)
    others.push({ mistakes: [{ id: 'token/without-token' }], value: undefined });
  if (right === undefined && token !== undefined)
    others.push({ mistakes: [{ id: 'token/with-token' }], value: token });
  if (right === undefined) others.push({ mistakes: [{ id: 'token/empty' }], value: '' });
  if (token === undefined) return { right, others };
  const values: Value[] = [
    ['token/bearer-kept', `Bearer ${token}`],
    ['token/bearer-kept', `bearer ${token}`],
    ['token/bearer-kept', `Bearer${token}`],
    ['token/bearer-kept', `Bearer Bearer ${token}`],
    ['token/bearer-kept', `Bearer: ${token}`],
    ['token/bearer-kept', `Authorization: Bearer ${token}`],
    ...bent(token, (name) => `token/${name}` as MistakeId),
    ['token/whole-answer', JSON.stringify({ accessToken: token })],
    ['token/part', token.includes('.') ? token.split('.')[2] : undefined],
    ['token/part', token.includes('.') ? token.split('.').slice(0, 2).join('.') : undefined],
    ['token/client-id', clientId],
    ['token/client-secret', clientSecret],
  ];
  const options = optionsOf(values, token);
  // Where the token isn't signed, each of these is signed besides.
  return {
    right,
    others: [
      ...others,
      ...options.map((each) =>
        right === undefined
          ? { ...each, mistakes: [{ id: 'token/with-token' as const }, ...each.mistakes] }
          : each,
      ),
    ],
  };
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** What senders sign in the place of the method. */
export function methodLayer(method: string): Layer<string> {
  const values: Value[] = [
    ['text/method-lower-case', method.toLowerCase()],
    ['text/method-capitalised', method.charAt(0) + method.slice(1).toLowerCase()],
    ...methods.map((other): Value => ['text/method-other', other]),
    ['text/method-empty', ''],
    ['text/method-undefined', 'undefined'],
    ['text/method-white-space', `${method} `],
    ['text/method-white-space', ` ${method}`],
    ['text/method-quoted', `"${method}"`],
    ['text/method-class-name', `HttpMethod.${method}`],
  ];
  return { right: method, others: optionsOf(values, method) };
}
