import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { UtilityDraft, UtilityPart } from '../../src/engine/request/utility-draft.js';
import { keyText } from '../../src/engine/services/signature-utility.js';
import { type Message, say } from '../../src/messages/message.js';
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
    name: say('signature-utility/request/earlier', { seconds }),
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
    name: say('signature-utility/request/header-missing', { header: name }),
    field: `header ${name}`,
    apply: (draft) => ({
      ...draft,
      editHeaders: (headers) => headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
    }),
  };
}

/** Another value of one of the headers besides X-TIMESTAMP. */
export function header(header: string, value: string, name: Message): UtilityMutation {
  return {
    name,
    field: `header ${header}`,
    apply: (draft) => ({
      ...draft,
      headers: draft.headers.map(([key, own]) => [key, key === header ? value : own]),
    }),
  };
}

/** Another body, or none. */
export function withBody(text: string | undefined, name: Message): UtilityMutation {
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
    header('Private_Key', 'not-a-key', say('signature-utility/request/no-key')),
    header(
      'Private_Key',
      randomBytes(1200).toString('base64'),
      say('signature-utility/request/random-key'),
    ),
    header(
      'Private_Key',
      keyText(publicKey.export({ type: 'spki', format: 'pem' }) as string),
      say('signature-utility/request/public-key'),
    ),
    header(
      'Private_Key',
      keyText(curve.privateKey.export(pem) as string),
      say('signature-utility/request/curve-key'),
    ),
  ];
}
