import { createPrivateKey, randomBytes } from 'node:crypto';
import { createAuthority } from '../support/certificates.js';
import { testCredentials } from '../support/sandbox-target.js';

const [client, otherClient] = await testCredentials();
const random = () => randomBytes(15).toString('base64url');
const secret = (canary: string) => `S+${randomBytes(4).toString('hex')}/${canary}"=`;
const tls = createAuthority('canaries').certify('client');

/** Texts by which a piece of a secret is recognised, plain and in the encodings of the echoes. */
function traces(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(2 + before, 18 + before),
  );
  const hex = bytes.toString('hex');
  return [canary, canary.slice(0, 15), canary.slice(-15), ...base64, hex, hex.toUpperCase()];
}

/** Lines of a key, and its secret exponent as a JWK has it. */
function keyTraces(pem: string): string[] {
  const lines = pem.trim().split('\n').slice(2, -2);
  const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' });
  return [
    ...lines.flatMap((line) => [line.slice(0, 40), line.slice(-40)]),
    ...(d.match(/.{40}/g) ?? []),
  ];
}

export const canaries = {
  clientSecret: random(),
  otherSecret: random(),
  accessToken: random(),
  refreshToken: random(),
  authCode: random(),
  expiredToken: random(),
  furtherToken: random(),
  furtherKey: random(),
  passphrase: random(),
  apiKey: random(),
  cookie: random(),
  query: random(),
  proxyPassword: random(),
  listedHeader: random(),
  listedMember: random(),
};

/** The secrets of the config that the commands run with. */
export const secrets = {
  clientSecret: secret(canaries.clientSecret),
  otherSecret: secret(canaries.otherSecret),
  authCode: `code-${canaries.authCode}`,
  expiredToken: `${randomBytes(9).toString('base64url')}.${canaries.expiredToken}.${randomBytes(60).toString('base64url')}`,
  furtherToken: `${randomBytes(9).toString('base64url')}.${canaries.furtherToken}.${randomBytes(60).toString('base64url')}`,
  furtherKey: `f-${canaries.furtherKey}`,
  apiKey: `k-${canaries.apiKey}`,
  cookie: `c${canaries.cookie}`,
  query: `q${canaries.query}`,
  listedHeader: `b${canaries.listedHeader}`,
  listedMember: `m${canaries.listedMember}`,
  passphrase: `p ${canaries.passphrase}`,
  proxyPassword: `x${canaries.proxyPassword}`,
  privateKey: client.privateKey,
  otherKey: otherClient.privateKey,
  tlsKey: tls.key,
};
export const tlsCert = tls.cert;
export const clientIds = [client.clientId, otherClient.clientId] as const;

/** An access or refresh token with the canary in it, new each time. */
export function newToken(kind: 'accessToken' | 'refreshToken'): string {
  return `${randomBytes(9).toString('base64url')}-${canaries[kind]}-${randomBytes(60).toString('base64url')}`;
}

/** The classes of secrets, in the words of a reader, with what would show one. */
export const classes: Readonly<Record<string, readonly string[]>> = {
  'client secret': traces(canaries.clientSecret),
  "another client's secret": traces(canaries.otherSecret),
  'private key': keyTraces(client.privateKey),
  "another client's private key": keyTraces(otherClient.privateKey),
  'key of the TLS client': keyTraces(tls.key),
  'passphrase of a key': traces(canaries.passphrase),
  'access token': traces(canaries.accessToken),
  'refresh token': traces(canaries.refreshToken),
  'authorization code': traces(canaries.authCode),
  'expired token of the config': [
    ...traces(canaries.expiredToken),
    ...traces(canaries.furtherToken),
  ],
  'header that is a credential': [...traces(canaries.apiKey), ...traces(canaries.furtherKey)],
  cookie: traces(canaries.cookie),
  'query parameter that is a credential': traces(canaries.query),
  'password of a proxy': traces(canaries.proxyPassword),
  'header that the config lists in redact': traces(canaries.listedHeader),
  'member that the config lists in redact': traces(canaries.listedMember),
};
