import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { UtilityDraft, UtilityPart } from '../../src/engine/request/utility-draft.js';
import { keyText } from '../../src/engine/services/signature-utility.js';
import type { Text } from '../../src/messages/message.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';

type UtilityMutation = Mutation<UtilityDraft>;

/** The headers that each service needs. */
export const neededHeaders: Record<UtilityPart, readonly string[]> = {
  auth: ['X-TIMESTAMP', 'X-CLIENT-KEY', 'Private_Key'],
  service: ['X-TIMESTAMP', 'X-CLIENT-SECRET', 'HttpMethod', 'EndpoinUrl', 'AccessToken'],
};

/** X-TIMESTAMP some seconds before the present. */
export function earlier(t: CheckContext<'signature-utility'>, seconds: number): UtilityMutation {
  return {
    name: `X-TIMESTAMP is ${seconds} s earlier`,
    field: 'header X-TIMESTAMP',
    apply: (draft) => ({
      ...draft,
      timestamp: formatTimestamp(t.now - seconds * 1000, t.session.controlForm),
    }),
  };
}

/** The request without one of its headers. */
export function withoutHeader(name: string): UtilityMutation {
  return {
    name: `${name} is missing`,
    field: `header ${name}`,
    apply: (draft) => ({
      ...draft,
      editHeaders: (headers) => headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
    }),
  };
}

/** Another value of one of the headers beside X-TIMESTAMP. */
export function header(name: Text, value: string, why: string): UtilityMutation {
  return {
    name: why,
    field: `header ${name}`,
    apply: (draft) => ({
      ...draft,
      headers: draft.headers.map(([key, own]) => [key, key === name ? value : own]),
    }),
  };
}

/** Another body, or none. */
export function withBody(text: string | undefined, name: Text): UtilityMutation {
  return {
    name,
    field: 'body',
    apply: (draft) => ({ ...draft, body: text === undefined ? undefined : Buffer.from(text) }),
  };
}

/** Values of Private_Key that nothing can be signed with as documented; none is part of a real key. */
export function wrongKeys(): [UtilityMutation, ...UtilityMutation[]] {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  return [
    header('Private_Key', 'not-a-key', 'Private_Key is no key at all'),
    header('Private_Key', randomBytes(1200).toString('base64'), 'Private_Key is random bytes'),
    header(
      'Private_Key',
      keyText(publicKey.export({ type: 'spki', format: 'pem' }) as string),
      'Private_Key is a public key',
    ),
    header(
      'Private_Key',
      keyText(curve.privateKey.export(pem) as string),
      'Private_Key is the key of an elliptic curve, not of RSA',
    ),
  ];
}
