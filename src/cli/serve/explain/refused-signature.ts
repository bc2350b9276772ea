import type { Profile } from '../../../../schemas/resolved.js';
import type { SignatureVerification } from '../../../engine/verify/verification.js';
import { verifyToken } from '../../../engine/verify/verify-token.js';
import { verifyTransaction } from '../../../engine/verify/verify-transaction.js';
import { schemes } from '../../../protocol/scheme.js';
import type { RegisteredClient } from '../../../sandbox/tokens/client.js';
import {
  type Explain,
  type Explanation,
  type RefusedRequest,
  sentHeader,
} from './refused-request.js';

/** How many texts are tried: a client waits for its answer meanwhile. */
const tries = { token: 60_000, transaction: 40_000 };
/** How much of a text that was signed, or is to be, is told. */
const longestText = 300;

/** Why a signature is refused, in words of the catalogue of mistakes. */
export const refusedSignature: Explain = (request) => {
  const { service, refused, rules } = request;
  const { client, step } = refused;
  if (step === 'client') {
    return {
      why: 'X-PARTNER-ID is that of no client that the sandbox knows',
      remedy: `send the partner id of one of them: ${rules.clients.map(({ clientId }) => clientId).join(', ')}`,
    };
  }
  if (!client || service === 'signature-utility') return undefined;
  const found =
    service === 'transaction'
      ? transactionSignature(request, client)
      : tokenSignature(request, client, service);
  if (!found.holds) return wrongSignature(found, client, request);
  return step === 'replay'
    ? {
        why: 'the same client id and timestamp were used already, and the profile takes each once',
        remedy: 'sign each request again, with a timestamp of its own',
      }
    : undefined;
};

function wrongSignature(
  found: SignatureVerification,
  client: RegisteredClient,
  request: RefusedRequest,
): Explanation {
  const { mistakes = [], likely = [], findings = [], stringToSign, signedText } = found;
  const others = othersThan(client, request);
  const named = (text: string) => withOwner(text, others);
  const sign = `sign ${cut(stringToSign)}`;
  if (mistakes.length === 0) {
    // The first finding is what the signature shows by itself; the others list what was ruled out.
    const seen =
      likely.length > 0 ? likely.map(({ says }) => `likely signed ${says}`) : findings.slice(0, 1);
    return {
      why: `the signature does not hold, and no known mistake makes it: ${named(seen.join('; '))}`,
      remedy: `${sign} with the ${keyName(request)} of ${client.clientId}`,
    };
  }
  const said = mistakes.map(({ id, says, alternatives: [other] = [] }) =>
    other ? `${says} (${id}; or ${other.says}, ${other.id})` : `${says} (${id})`,
  );
  const remedies = [...new Set(mistakes.map(({ sender }) => sender))].join(' ');
  return signedText === undefined || signedText === stringToSign
    ? { why: named(`it was signed ${said.join(', ')}`), remedy: remedies }
    : {
        why: `${named(`it was signed ${said.join(', ')}`)}: the text was ${cut(signedText)}`,
        remedy: `${sign}. ${remedies}`,
      };
}

/** What the service's signatures are made with. */
function keyName({ service, rules }: RefusedRequest): string {
  const { scheme } = rules.profile.services.transaction;
  return service === 'transaction' && schemes[scheme].keyKind === 'secret'
    ? 'client secret'
    : 'private key';
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function othersThan(client: RegisteredClient, { rules }: RefusedRequest) {
  return rules.clients.filter(({ clientId }) => clientId !== client.clientId);
}

function otherKeys(client: RegisteredClient, request: RefusedRequest) {
  return othersThan(client, request).map(({ publicKey }) => publicKey);
}

/** The engine counts the keys that it is given; here each has an owner, by whom the sender knows it. */
function withOwner(text: string, others: readonly { clientId: string }[]): string {
  return text.replace(
    /\b(key|client secret) (\d+) of those given(?:, not (?:of|with) the first)?/,
    (counted, what, number) => {
      const owner = others[Number(number) - 2];
      return owner ? `the ${what} of ${owner.clientId}` : counted;
    },
  );
}

function tokenSignature(
  request: RefusedRequest,
  client: RegisteredClient,
  service: 'token-b2b' | 'token-b2b2c',
): SignatureVerification {
  const { received, rules, refused } = request;
  return verifyToken({
    publicKey: client.publicKey,
    otherKeys: otherKeys(client, request),
    clientSecret: client.clientSecret,
    clientId: sentHeader(request, 'X-CLIENT-KEY'),
    timestamp: sentHeader(request, 'X-TIMESTAMP'),
    signature: sentHeader(request, 'X-SIGNATURE'),
    body: received.body,
    profile: service === 'token-b2b' ? rules.profile : asTokenB2b(rules.profile),
    tries: tries.token,
    now: refused.now,
  });
}

/** A profile whose service B2B has the signatures of its service B2B2C: `verifyToken` looks at that one. */
function asTokenB2b(profile: Profile): Profile {
  const { 'token-b2b': b2b, 'token-b2b2c': customer } = profile.services;
  const { path, signature, timestamp } = customer;
  return {
    ...profile,
    services: {
      ...profile.services,
      'token-b2b': {
        ...b2b,
        offered: true,
        path,
        signature: { ...b2b.signature, ...signature },
        timestamp,
      },
    },
  };
}

function transactionSignature(
  request: RefusedRequest,
  client: RegisteredClient,
): SignatureVerification {
  const { received, rules, refused } = request;
  const { profile } = rules;
  // A sandbox verifies by the first scheme of a profile that leaves it to the client.
  const { otherSchemes: _, ...transaction } = profile.services.transaction;
  const [, accessToken] = /^bearer +(\S+) *$/i.exec(sentHeader(request, 'Authorization')) ?? [];
  return verifyTransaction({
    clientSecret: client.clientSecret,
    otherSecrets: othersThan(client, request).map(({ clientSecret }) => clientSecret),
    publicKeys: [client.publicKey, ...otherKeys(client, request)],
    clientId: client.clientId,
    method: received.method,
    path: received.target,
    ...(received.body.length > 0 && { body: received.body }),
    ...(accessToken !== undefined && { accessToken }),
    timestamp: sentHeader(request, 'X-TIMESTAMP'),
    signature: sentHeader(request, 'X-SIGNATURE'),
    origin: `http://${sentHeader(request, 'Host')}`,
    prefix: rules.prefix,
    profile: { ...profile, services: { ...profile.services, transaction } },
    tries: tries.transaction,
    now: refused.now,
  });
}
