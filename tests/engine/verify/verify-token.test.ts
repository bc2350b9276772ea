import { constants, createHash, createPrivateKey, privateEncrypt, sign } from 'node:crypto';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { Signer } from '../../../src/engine/request/signer.js';
import { type WrongRule, wrongRules } from '../../../src/engine/request/wrong-token-rules.js';
import { verifyToken } from '../../../src/engine/verify/verify-token.js';
import { render } from '../../../src/messages/render.js';
import { loadPublicKey } from '../../../src/protocol/keys.js';
import { samples } from '../../protocol/published-vectors.js';
import { testCredentials } from '../../support/sandbox-target.js';

const timestamp = '2024-03-19T18:46:16+07:00';
let signer: Signer;
let other: Signer;
let publicKey: Parameters<typeof verifyToken>[0]['publicKey'];

beforeAll(async () => {
  const [client, second] = await testCredentials();
  signer = new Signer(client);
  other = new Signer(second);
  ({ publicKey } = client);
});

const right = () => `${signer.clientId}|${timestamp}`;
const signed = (text: string) => sign('sha256', Buffer.from(text), signer.key);
const verified = (signature: string, sent = timestamp) =>
  verifyToken({ publicKey, clientId: signer.clientId, timestamp: sent, signature });

/** The explanation of a signature that doesn't hold. */
function explanation(signature: string, sent?: string): string | undefined {
  const { holds, explanation } = verified(signature, sent);
  expect(holds).toBe(false);
  return explanation;
}

it('holds for the samples that a provider publishes', () => {
  const { key } = loadPublicKey(samples.keys['midtrans-sample'].public);
  const vectors = samples.vectors.filter(({ stringToSign }) =>
    /^G\d+-SNAP\|/.test(stringToSign ?? ''),
  );
  expect(vectors.length).toBeGreaterThan(1);
  for (const { stringToSign = '', signatureBase64 = '' } of vectors) {
    const [clientId = '', sent = ''] = stringToSign.split('|');
    const given = { publicKey: key, clientId, timestamp: sent, signature: signatureBase64 };
    expect(verifyToken(given)).toMatchObject({ holds: true, stringToSign });
    expect(verifyToken({ ...given, clientId: `${clientId}1` }).holds).toBe(false);
  }
});

describe('each known wrong rule is named', () => {
  const signatureBy = async (rule: WrongRule) => {
    const { stringToSign, sign, encode } = rule.signing(
      signer.signing({ encoding: 'base64', delimiter: '|' }),
      signer,
    );
    return encode(await sign(stringToSign(signer.clientId, timestamp)));
  };
  // A pipe is the standard's own delimiter.
  const more = ['pss', 'hmac-public-key', 'pipe-delimiter'];
  const rules = Object.entries<WrongRule>(wrongRules);

  test.for(rules.filter(([name]) => !more.includes(name)))('%s', async ([, rule]) => {
    expect(explanation(await signatureBy(rule))).toBe(`signed ${render(rule.says)}`);
  });

  test.for([
    ['pss', 'signed with RSASSA-PSS, SHA-256'],
    ['hmac-public-key', 'with the public key in the place of the client secret'],
  ] as const)('%s, with more of it', async ([name, said]) => {
    expect(explanation(await signatureBy(wrongRules[name]))).toContain(said);
  });

  test('and two of them at once', () => {
    const hex = signed(`${timestamp}|${signer.clientId}`).toString('hex');
    expect(explanation(hex)).toBe(
      `signed ${render(wrongRules['swapped-order'].says)}, ${render(wrongRules.hex.says)}`,
    );
  });
});

describe('damage on the way is named', () => {
  // One that holds every character that can be damaged.
  const found = () => {
    for (let second = 0; ; second += 1) {
      const at = new Date(Date.UTC(2024, 2, 19, 18, 46, second))
        .toISOString()
        .replace('.000Z', '+07:00');
      const text = signed(`${signer.clientId}|${at}`).toString('base64');
      // Two + in a row become two spaces.
      if (/\+\+/.test(text) && text.includes('/') && text.endsWith('=')) return { at, text };
    }
  };

  test.for<[string, (text: string) => string, string]>([
    ['spaces', (text) => text.replaceAll('+', ' '), 'with each + turned into a space'],
    ['percent', encodeURIComponent, 'percent-encoded'],
    ['quotes', (text) => `"${text}"`, 'in quotation marks'],
    ['white space', (text) => `${text} \n`, 'with white space around it'],
    ['lines', (text) => text.replace(/.{76}/g, '$&\n'), 'broken into lines'],
    [
      'no padding',
      (text) => text.replace(/=+$/, ''),
      'without the padding (=) of its Base64, or with too much of it',
    ],
    ['twice', (text) => Buffer.from(text).toString('base64'), 'in Base64 twice'],
    [
      'hex within',
      (text) => Buffer.from(Buffer.from(text, 'base64').toString('hex')).toString('base64'),
      'in Base64 of its hex digits, not of its bytes',
    ],
  ])('%s', ([, damage, says]) => {
    const { at, text } = found();
    expect(explanation(damage(text), at)).toBe(`signed ${says}`);
  });
});

describe('another text is named', () => {
  test.for([
    ['2024-03-19T11:46:16Z', 'in UTC, ending in Z'],
    ['2024-03-19T18:46:16.000+07:00', 'with milliseconds .000'],
    ['2024-03-19T18:46:16+0700', 'with +0700 in the place of +07:00'],
    [
      '2024-03-19 18:46:16',
      'with a space in the place of T, over the timestamp without its offset',
    ],
    ['2024-03-19T18:46:17+07:00', 'a timestamp 1 s later: the clock was read twice'],
    ['2024-03-19T18:46:16.482+07:00', 'with a fraction of the second, sent without it'],
  ] as const)('the timestamp %s', ([text, says]) => {
    const signature = signed(`${signer.clientId}|${text}`).toString('base64');
    expect(explanation(signature)).toContain(says);
  });

  test('the client id in another letter case', () => {
    const signature = signed(`${signer.clientId.toLowerCase()}|${timestamp}`).toString('base64');
    expect(explanation(signature)).toBe('signed over the client id in another letter case');
  });

  test('one that nobody knows, by the right key', () => {
    const said = explanation(signed('something else').toString('base64'));
    expect(said).toContain(
      'made by the private half of this key, as SHA256withRSA, but over a text',
    );
  });
});

describe('the use of the key is named', () => {
  const encrypted = (bytes: Buffer) =>
    privateEncrypt(
      {
        key: createPrivateKey(signer.key.export({ type: 'pkcs8', format: 'pem' })),
        padding: constants.RSA_PKCS1_PADDING,
      },
      bytes,
    ).toString('base64');

  test('the bare hash', () => {
    const digest = createHash('sha256').update(right()).digest();
    expect(explanation(encrypted(digest))).toContain('without the name of the hash');
  });

  test('the text without a hash', () => {
    expect(explanation(encrypted(Buffer.from(right())))).toContain('without a hash');
  });

  test('the hash of the hash', () => {
    const digest = createHash('sha256').update(right()).digest('hex');
    expect(explanation(signed(digest).toString('base64'))).toContain('hashed once more');
  });

  test('another key', async () => {
    const signature = (await other.sign(right())).toString('base64');
    expect(explanation(signature)).toContain('another key signed');
  });

  test('a secret in its place', () => {
    expect(explanation(Buffer.alloc(64, 7).toString('base64'))).toContain('as HMAC-SHA512 gives');
  });

  test('nothing that is a signature', () => {
    expect(explanation('?')).toContain('is not Base64');
    expect(explanation('AAAA')).toContain('3 bytes, and a right one has 256');
  });
});

test('a DigestInfo without the NULL is named, and is the only mistake', () => {
  // RFC 8017, section 9.2: the parameters of SHA-256 are NULL; here they are left out.
  const content = Buffer.concat([
    Buffer.from('302f300b06096086480165030402010420', 'hex'),
    createHash('sha256').update(right()).digest(),
  ]);
  const bytes = privateEncrypt({ key: signer.key, padding: constants.RSA_PKCS1_PADDING }, content);
  expect(verified(bytes.toString('base64'))).toMatchObject({
    holds: false,
    mistakes: [{ id: 'hash/no-null-parameter' }],
  });
  expect(
    verified(bytes.toString('hex'))
      .mistakes?.map(({ id }) => id)
      .sort(),
  ).toEqual(['encoding/hex', 'hash/no-null-parameter']);
});

test.for([1, 2, 3, 4, 5, 8, 40])(
  'a signature that lost its last %i characters was cut',
  (count) => {
    const whole = signed(right()).toString('base64');
    const { likely, findings = [] } = verified(whole.slice(0, -count));
    // Without its padding alone it lost nothing.
    if (count < 3) return expect(likely).toBeUndefined();
    expect(likely?.map(({ id }) => id)).toEqual(['encoding/cut']);
    expect(findings[0]).toContain(`${whole.length - count} `);
    expect(findings.join()).not.toContain('zero byte');
  },
);
