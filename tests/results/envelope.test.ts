import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEnvelope, sealEnvelope } from '../../src/results/envelope.js';
import { loadSigningKey, loadVerificationKey } from '../../src/results/signing-key.js';
import { workspace } from '../cli/workspace.js';
import { type Algorithm, algorithms, keyPair } from './keys.js';

const kinds = Object.keys(algorithms) as Algorithm[];
const pairs = new Map(kinds.map((kind) => [kind, keyPair(algorithms[kind])]));

const pairOf = (kind: Algorithm) => {
  const pair = pairs.get(kind);
  if (!pair) throw new RangeError(kind);
  return pair;
};
const seal = (kind: Algorithm, payload: string) =>
  sealEnvelope(Buffer.from(payload), loadSigningKey(pairOf(kind).privateKey));
const open = (kind: Algorithm, envelope: string | Buffer) =>
  openEnvelope(Buffer.from(envelope), loadVerificationKey(pairOf(kind).publicKey));

interface Envelope {
  payload: string;
  payloadType: string;
  signatures: { keyid: string; sig: string }[];
}

describe.each(kinds)('an envelope sealed with %s', (kind) => {
  const payload = '{"claim":"é"}';
  const text = seal(kind, payload);
  const envelope = JSON.parse(text) as Envelope;

  test('is one of DSSE, and opens with the public key', () => {
    expect(Object.keys(envelope)).toEqual(['payload', 'payloadType', 'signatures']);
    expect(envelope.payloadType).toBe('application/vnd.in-toto+json');
    expect(open(kind, text)).toEqual({ payload: Buffer.from(payload) });
  });

  test('names the key by the digest of its SubjectPublicKeyInfo', () => {
    const body = pairOf(kind).publicKey.replace(/-----[^-]+-----|\s/g, '');
    const digest = createHash('sha256').update(Buffer.from(body, 'base64')).digest('hex');
    expect(envelope.signatures.map(({ keyid }) => keyid)).toEqual([digest]);
  });

  test('has a signature that openssl verifies, over an encoding made by hand', () => {
    const space = workspace();
    const bytes = Buffer.from(envelope.payload, 'base64');
    // DSSE v1.0: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body.
    const encoded = `DSSEv1 28 application/vnd.in-toto+json ${bytes.length} ${bytes.toString('utf8')}`;
    const sig = Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64');
    const message = space.write('message', encoded);
    const signature = space.write('signature.b64', sig.toString('base64'));
    execFileSync('openssl', ['base64', '-d', '-A', '-in', signature, '-out', `${signature}.raw`]);
    const key = space.write('key.pub', pairOf(kind).publicKey);
    const way = kind === 'Ed25519' ? ['-rawin'] : ['-rawin', '-digest', 'sha256'];
    const verify = (file: string) =>
      execFileSync(
        'openssl',
        [
          'pkeyutl',
          '-verify',
          '-pubin',
          '-inkey',
          key,
          ...way,
          '-in',
          file,
          '-sigfile',
          `${signature}.raw`,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      );
    expect(verify(message)).toContain('Verified Successfully');
    expect(() => verify(space.write('other', `${encoded} `))).toThrow();
  });

  test('is refused for any other key', () => {
    for (const other of kinds.filter((each) => each !== kind)) {
      expect(open(other, text)).toEqual({
        refused: expect.stringContaining('it names another key') as string,
      });
    }
    const stranger = loadVerificationKey(keyPair(algorithms.Ed25519).publicKey);
    expect(openEnvelope(Buffer.from(text), stranger)).toHaveProperty('refused');
  });
});

describe('a changed envelope', () => {
  // The smallest of the three; a change outside the signature doesn't depend on its kind.
  const bytes = Buffer.from(seal('Ed25519', '{}'));
  const refused = (changed: string | Buffer) => {
    const opened = open('Ed25519', changed);
    return 'refused' in opened ? opened.refused : '';
  };

  const changedAt = (at: number, difference: number) => {
    const changed = Buffer.from(bytes);
    changed[at] = ((changed[at] ?? 0) + difference) % 256;
    return changed;
  };

  test('is refused for each single byte, whatever becomes of it', () => {
    const differences = fc.array(fc.integer({ min: 1, max: 255 }), {
      minLength: bytes.length,
      maxLength: bytes.length,
    });
    fc.assert(
      fc.property(differences, (each) => {
        const taken = each.filter((difference, at) => refused(changedAt(at, difference)) === '');
        expect(taken).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });

  test('is refused for each byte that is removed or inserted', () => {
    const places = [...bytes.keys()];
    const cut = (at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    const filled = (at: number) =>
      Buffer.concat([bytes.subarray(0, at), Buffer.from(' '), bytes.subarray(at)]);
    expect(places.filter((at) => refused(cut(at)) === '')).toEqual([]);
    expect(places.filter((at) => refused(filled(at)) === '')).toEqual([]);
    expect(refused(filled(bytes.length))).not.toBe('');
  });

  const envelope = JSON.parse(bytes.toString('utf8')) as Envelope;
  const [signature = { keyid: '', sig: '' }] = envelope.signatures;
  const rewritten = (changes: Partial<Envelope>) =>
    refused(`${JSON.stringify({ ...envelope, ...changes }, null, 2)}\n`);

  test('says what differs', () => {
    expect(refused('{')).toBe(
      'the envelope is not JSON: a member name in double quotes is missing, line 1, column 2',
    );
    expect(refused('[]')).toContain('the payload has the wrong type: undefined');
    expect(rewritten({ payloadType: 'text/plain' })).toContain('has the wrong type: "text/plain"');
    expect(rewritten({ payload: 'e30' })).toBe('the payload is not Base64');
    expect(rewritten({ payload: 'e31=' })).toBe('the payload is not Base64');
    expect(rewritten({ payload: Buffer.from('{ }').toString('base64') })).toContain(
      "the signature doesn't hold",
    );
    expect(rewritten({ signatures: [{ ...signature, sig: '_' }] })).toBe(
      'the signature is not Base64',
    );
    expect(rewritten({ signatures: [] })).toContain('it names another key');
    const more = { ...signature, keyid: signature.keyid };
    expect(rewritten({ signatures: [more, more] })).toMatch(
      /the signature holds, but the envelope was changed around it: byte \d+/,
    );
    expect(refused(JSON.stringify(envelope))).toMatch(/changed around it: byte 1$/);
  });
});

describe('a key', () => {
  const problem = (load: (pem: string) => unknown, pem: string) => {
    try {
      load(pem);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('of another kind is not taken', () => {
    const p384 = keyPair(['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384']);
    expect(problem(loadSigningKey, p384.privateKey)).toContain('(ec secp384r1)');
    expect(problem(loadVerificationKey, p384.publicKey)).toContain('(ec secp384r1)');
    const short = keyPair(['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024']);
    expect(problem(loadSigningKey, short.privateKey)).toContain('(rsa 1024)');
    const x25519 = keyPair(['-algorithm', 'X25519']);
    expect(problem(loadSigningKey, x25519.privateKey)).toContain('(x25519)');
  });

  test('in place of the other one of its pair is named', () => {
    const { privateKey, publicKey } = pairOf('EC P-256');
    expect(problem(loadSigningKey, publicKey)).toContain('a private key is needed to sign');
    expect(problem(loadVerificationKey, privateKey)).toContain('this is the private key');
    expect(problem(loadSigningKey, 'no key')).not.toBe('');
  });

  test('is never repeated', () => {
    const { privateKey } = pairOf('Ed25519');
    const body = privateKey.split('\n')[1] ?? '';
    const broken = privateKey.replace(body, `${body.slice(0, 20)}AAAA${body.slice(24)}!`);
    expect(problem(loadSigningKey, broken)).not.toContain(body.slice(0, 12));
    expect(problem(loadVerificationKey, privateKey)).not.toContain(body.slice(0, 12));
  });
});
