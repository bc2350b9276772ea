import { constants, createHash, createHmac, createPublicKey, privateEncrypt } from 'node:crypto';
import type { Probe } from './probes.js';
import { client, now, signed, type TokenRequest } from './token-client.js';

const right = now();
const text = `${client.clientId}|${right}`;
const bytes = Buffer.from(await signed(text), 'base64');
const body = '{"grantType":"client_credentials"}';
const digest = createHash('sha256').update(text).digest('hex');
// RFC 8017 section 9.2, note 1, written out.
const head = '3031300d060960864801650304020105000420';

function sending(signature: Buffer): TokenRequest {
  return { timestamp: right, signature: signature.toString('base64'), body };
}

/** The client's key applied to a message in hex; its padding is as long as the message leaves room for. */
function over(start: string, rest: string, end = ''): TokenRequest {
  const room = 256 - (start.length + rest.length + end.length) / 2;
  const message = Buffer.from(start + 'ff'.repeat(room) + rest + end, 'hex');
  return sending(privateEncrypt({ key: client.key, padding: constants.RSA_NO_PADDING }, message));
}

function plusModulus(): Buffer {
  const { n = '' } = createPublicKey(client.key).export({ format: 'jwk' });
  const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`);
  const sum = (BigInt(`0x${bytes.toString('hex')}`) + modulus).toString(16);
  return Buffer.from(sum.length % 2 === 0 ? sum : `0${sum}`, 'hex');
}

const path = '/v1.0/access-token/b2b';
const bodyHash = createHash('sha256').update(body).digest('hex');

/** What a conforming server refuses of signatures that the client's own key made, by the requirement's name. */
const refused: Record<string, TokenRequest[]> = {
  'refuses-over-long': [
    sending(Buffer.concat([bytes, Buffer.alloc(5000)])),
    sending(Buffer.concat([Buffer.alloc(2000, 7), bytes])),
  ],
  'refuses-body-signed': [body, bodyHash].map((signedText) => ({
    timestamp: right,
    signed: signedText,
    body,
  })),
  'refuses-transaction-string-to-sign': [
    { timestamp: right, signed: `POST:${path}:${bodyHash}:${right}`, body },
    sending(
      createHmac('sha512', client.clientSecret)
        .update(`POST:${path}:none:${bodyHash}:${right}`)
        .digest(),
    ),
  ],
  'refuses-forged-padding': [
    over('0002', `00${head}`, digest),
    over('0101', `00${head}`, digest),
    over('0000000001', `00${head}`, digest),
    over('000100', `00${head}`, digest),
    over('0001', `ff${head}`, digest),
  ],
  'refuses-forged-digest-info': [
    over('0001', '00', digest),
    over('0001', `00${head.replace('0201', '0206')}`, digest),
    over('0001', '0030813130' + head.slice(6), digest),
    over('0001', `00${head.replace('0500', '0400')}`, digest),
  ],
  'refuses-trailing-garbage': [
    over('0001', `00${head}${digest}`, '00'.repeat(32)),
    sending(
      privateEncrypt(
        { key: client.key, padding: constants.RSA_NO_PADDING },
        Buffer.from(`000100${head}${digest}`.padEnd(512, '7'), 'hex'),
      ),
    ),
  ],
  'refuses-missing-null': [over('0001', '00302f300b06096086480165030402010420', digest)],
  'refuses-signature-plus-modulus': [sending(plusModulus())],
};

export const forgeryProbes: readonly Probe[] = Object.entries(refused).flatMap(([name, requests]) =>
  requests.map((request) => ({ id: `token-b2b/signature/${name}`, granted: false, request })),
);
