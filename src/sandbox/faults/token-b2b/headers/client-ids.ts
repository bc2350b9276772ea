import { decodeSignature, verifySha256Rsa } from '../../../../protocol/signature.js';
import { tokenStringToSign } from '../../../../protocol/string-to-sign.js';
import { letPass } from '../../../policies/change-policy.js';
import type { TokenB2bPolicy } from '../../../token-b2b/policy.js';
import type { RegisteredClient } from '../../../tokens/client.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** The client whose key made the signature, over the id as sent; if none was sent, over the client's own id too. */
function signer({ clients, header }: TokenAttempt): RegisteredClient | undefined {
  const bytes = decodeSignature(header('X-SIGNATURE') ?? '', 'base64');
  if (!bytes) return undefined;
  const sent = header('X-CLIENT-KEY') ?? '';
  return [...clients.values()].find(({ clientId, publicKey }) =>
    (sent === '' ? [sent, clientId] : [sent]).some((id) =>
      verifySha256Rsa(publicKey, tokenStringToSign(id, header('X-TIMESTAMP') ?? ''), bytes),
    ),
  );
}

/** Finds the client by the signature, if the id is one of those meant. */
function adoptsClient(
  policy: TokenB2bPolicy,
  meant: (id: string | undefined, attempt: TokenAttempt) => boolean,
): TokenB2bPolicy {
  const adopts = (attempt: TokenAttempt): boolean => {
    if (!meant(attempt.header('X-CLIENT-KEY'), attempt)) return false;
    const found = signer(attempt);
    if (found) attempt.client = found;
    return found !== undefined;
  };
  return letPass(policy, ['clientKeyPresence', 'clientKeyForm', 'client', 'signature'], adopts);
}

/** An id in the form that providers give out: letters, digits and hyphens, with at least one digit. */
const usualId = /^(?=.*\d)[A-Za-z0-9-]{8,256}$/;

/** True if an id is a registered one in other letter case, or with a character or two more or less. */
function resembles(id: string, { clients }: TokenAttempt): boolean {
  const folded = id.toLowerCase();
  return [...clients.keys()].some((known) => {
    const own = known.toLowerCase();
    return (
      Math.abs(own.length - folded.length) <= 2 && (folded.includes(own) || own.includes(folded))
    );
  });
}

/** What an unregistered id looks like; undefined if it is registered, empty or absent. */
function strangeness(
  id: string | undefined,
  attempt: TokenAttempt,
): 'altered' | 'unknown' | 'hostile' | undefined {
  if (id === undefined || id === '' || attempt.clients.has(id)) return undefined;
  if (!usualId.test(id)) return 'hostile';
  return resembles(id, attempt) ? 'altered' : 'unknown';
}

/** What is wrong with how a client is found by X-CLIENT-KEY. */
export const tokenB2bClientIdFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'client-key-may-be-missing',
    title: 'works out by the signature who a request without X-CLIENT-KEY comes from',
    trips: ['token-b2b/headers/rejects-missing-client-key'],
    apply: (policy) => adoptsClient(policy, (id) => id === undefined),
  },
  {
    service: 'token-b2b',
    name: 'client-key-may-be-empty',
    title: 'works out by the signature who a request with an empty X-CLIENT-KEY comes from',
    trips: ['token-b2b/headers/rejects-empty-client-key'],
    apply: (policy) => adoptsClient(policy, (id) => id === ''),
  },
  {
    service: 'token-b2b',
    name: 'takes-unknown-clients',
    title: 'verifies an unknown client with whichever key fits',
    trips: ['token-b2b/headers/rejects-unknown-client'],
    apply: (policy) =>
      adoptsClient(policy, (id, attempt) => strangeness(id, attempt) === 'unknown'),
  },
  {
    service: 'token-b2b',
    name: 'takes-long-client-ids',
    title: 'finds the client by the beginning of an X-CLIENT-KEY that is too long for its column',
    trips: ['token-b2b/headers/rejects-over-long-client-key'],
    profile: 'paydia',
    apply: (policy) => {
      const { clientKeyMaxLength: most } = policy.settings;
      return adoptsClient(
        policy,
        (id = '', { clients }) =>
          most !== 'unspecified' &&
          id.length > most &&
          usualId.test(id) &&
          [...clients.keys()].some((known) => id.startsWith(known)),
      );
    },
  },
  {
    service: 'token-b2b',
    name: 'matches-client-ids-loosely',
    title: 'looks clients up without regard to letter case or to a character more or less',
    trips: ['token-b2b/headers/rejects-altered-client-id'],
    apply: (policy) =>
      adoptsClient(policy, (id, attempt) => strangeness(id, attempt) === 'altered'),
  },
  {
    service: 'token-b2b',
    name: 'takes-hostile-client-ids',
    title: 'fails open when its look-up chokes on a client id: quotes, percent signs, null, 10 kB',
    trips: ['token-b2b/headers/rejects-hostile-client-id'],
    apply: (policy) =>
      adoptsClient(policy, (id, attempt) => strangeness(id, attempt) === 'hostile'),
  },
];
