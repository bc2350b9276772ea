import { createPublicKey, verify } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import {
  type Examination,
  type ExamineOptions,
  examine,
} from '../../../src/engine/doctor/examine.js';
import { sandbox, targetConfig, workspace } from '../../cli/workspace.js';
import { createAuthority } from '../../support/certificates.js';
import { startSandboxTarget, testCredentials } from '../../support/sandbox-target.js';
import { closedUrl, serve } from '../../support/server.js';
import { serveTokens } from '../../support/token-server.js';

/** Examines a config of one target, whose client's key is in a file of the mode that it should have. */
async function examined(
  baseUrl: string,
  changes: Partial<TargetConfig> = {},
  options: ExamineOptions = {},
): Promise<Examination> {
  const space = workspace();
  const [client] = await testCredentials();
  chmodSync(space.write('client.pem', client.privateKey), 0o600);
  const target = await targetConfig(baseUrl, {
    client: { clientId: client.clientId, privateKey: { file: 'client.pem' } },
    ...changes,
  });
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const [examination] = await examine(options, space.path);
  if (!examination) throw new Error('one target is examined');
  return examination;
}

/** The findings that aren't fine, as text. */
const troubles = ({ findings }: Examination) =>
  findings
    .filter(({ status }) => status !== 'ok')
    .map(({ about, status, message, remedies }) =>
      [status, about, message, ...remedies].join(': '),
    );

const about = ({ findings }: Examination) => findings.map((finding) => finding.about);

describe('a target that is ready', () => {
  it('is looked at from config to control', async () => {
    const { url } = await sandbox();
    const examination = await examined(url);
    expect(examination.outcome).toBe('ready');
    expect(troubles(examination)).toEqual([]);
    const keys = (await testCredentials()).map(({ clientId }) => `private key of ${clientId}`);
    expect(about(examination)).toEqual([
      ...['config', 'profile', ...keys, 'TCP', 'clock', 'control of token-b2b'],
    ]);
  });

  it('by HTTPS: version, chain, name and end of the certificate too', async () => {
    const { sandbox, target } = await startSandboxTarget('bank', { tls: true });
    const { ca = '' } = target.tls;
    try {
      const examination = await examined(sandbox.url, { tls: { ca } });
      expect(examination.outcome).toBe('ready');
      const said = examination.findings.map(({ message }) => message).join('\n');
      expect(said).toContain('TLSv1.3, TLS_');
      expect(said).toContain('trusted: sandbox, signed by tests');
      expect(said).toContain('it is for 127.0.0.1');
      // Made for a day: its end is near.
      expect(troubles(examination)).toEqual([expect.stringContaining('Have it renewed in time.')]);
    } finally {
      await sandbox.close();
    }
  });
});

describe('the way to the target', () => {
  it.for([
    ['an authority that is not known', 'subjectAltName=IP:127.0.0.1', false, 'not trusted here'],
    ['another name', 'subjectAltName=DNS:bank.example', true, 'not for 127.0.0.1, but for bank.ex'],
  ] as const)('%s', async ([, names, trusted, said]) => {
    const authority = createAuthority('bank authority');
    const { url } = await serve(() => undefined, authority.certify('server', names));
    const tls = trusted ? { tls: { ca: authority.cert } } : {};
    const examination = await examined(url, tls);
    expect(examination.outcome).toBe('unready');
    expect(troubles(examination).join('\n')).toContain(said);
    expect(about(examination).at(-1)).toBe('control');
  });

  it('plain HTTP where TLS is expected', async () => {
    const { url } = await serve((_, response) => response.end());
    const examination = await examined(url.replace('http:', 'https:'));
    expect(examination.outcome).toBe('unready');
    expect(troubles(examination)[0]).toContain('may speak plain HTTP');
  });

  it('a port that nobody listens at', async () => {
    const examination = await examined(await closedUrl());
    expect(examination.outcome).toBe('unready');
    expect(troubles(examination)[0]).toMatch(/^error: TCP: nothing accepts .*ECONNREFUSED/);
  });

  it('a name that nobody has', async () => {
    const examination = await examined('http://bank.invalid');
    expect(examination.outcome).toBe('unready');
    expect(troubles(examination)[0]).toMatch(/^error: DNS: the name bank\.invalid can't be res/);
  });
});

describe('keys', () => {
  it('that were repaired, with what was repaired, and that others can read', async () => {
    const { url } = await sandbox();
    const [{ clientId, privateKey }] = await testCredentials();
    const oneLine = privateKey.replaceAll('\n', '\\n');
    const mended = await examined(url, { client: { clientId, privateKey: oneLine } });
    expect(mended.outcome).toBe('ready');
    expect(troubles(mended)[0]).toContain('the line breaks were written as \\n');

    const space = workspace();
    chmodSync(space.write('open.pem', privateKey), 0o644);
    const file = `${space.path}/open.pem`;
    const open = await examined(url, { client: { clientId, privateKey: { file } } });
    expect(open.outcome).toBe('ready');
    expect(troubles(open)[0]).toContain(`(mode 644): chmod 600 ${file}`);
  });

  it('and a secret with a newline at its end', async () => {
    const { url } = await sandbox();
    const [{ clientId, privateKey, clientSecret }] = await testCredentials();
    const client = { clientId, privateKey, clientSecret: `${clientSecret}\n` };
    const found = await examined(url, { client });
    expect(troubles(found)[0]).toMatch(
      `client secret of ${clientId}: ends with a newline (U+000A), which is used as it stands`,
    );
    expect(JSON.stringify(found)).not.toContain(clientSecret);
  });

  it('whose public key the provider has, or another one', async () => {
    const server = await sandbox();
    const [{ publicKey }, other] = await testCredentials();
    const own = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }));
    const pair = await examined(server.url, {}, { registered: own });
    expect(pair.outcome).toBe('ready');
    expect(about(pair).join()).toContain('key pair of');
    const before = server.requests;
    const wrong = await examined(server.url, {}, { registered: other.publicKey });
    expect(wrong.outcome).toBe('misconfigured');
    expect(troubles(wrong)[0]).toContain('is not the one of the private key');
    expect(server.requests).toBe(before);
  });

  it('of a second client that equals the first', async () => {
    const server = await sandbox();
    const [{ clientId, privateKey }] = await testCredentials();
    const examination = await examined(server.url, { otherClient: { clientId, privateKey } });
    expect(examination.outcome).toBe('misconfigured');
    expect(troubles(examination)[0]).toContain('the same client id and key as client');
    expect(server.requests).toBe(0);
  });
});

describe('the clock', () => {
  const ahead = (seconds: number) =>
    serveTokens(
      () => true,
      (response) => response.setHeader('Date', new Date(Date.now() + seconds * 1000).toUTCString()),
    );

  it('that is off gets a warning, with the direction', async () => {
    const { url } = await ahead(120);
    const examination = await examined(url);
    expect(examination.outcome).toBe('ready');
    expect(troubles(examination)[0]).toMatch(/clock is 1(19|20|21) s behind the target's Date/);
  });

  it('that is a little off is fine', async () => {
    const { url } = await ahead(-20);
    expect(troubles(await examined(url))).toEqual([]);
  });
});

describe('the control', () => {
  it('that is refused leaves a run nothing to judge, and the causes are named', async () => {
    const { url } = await sandbox();
    const [, other] = await testCredentials();
    const [{ clientId }] = await testCredentials();
    const { privateKey } = other;
    const examination = await examined(url, { client: { clientId, privateKey } });
    // The other client has that key as well.
    expect(examination.outcome).toBe('misconfigured');
    const alone = { client: { clientId: 'nobody', privateKey } };
    const unknown = await examined(url, { ...alone, otherClient: undefined } as never);
    expect(unknown.outcome).toBe('unready');
    expect(troubles(unknown)[0]).toContain('the control was refused: HTTP 401');
    expect(troubles(unknown)[0]).toContain('client id nobody is not registered');
  });

  it('that is verified by another rule: the rule is named', async () => {
    const { url } = await serveTokens(({ publicKey, clientId, timestamp, signature }) =>
      verify(
        'sha256',
        Buffer.from(`${timestamp}|${clientId}`),
        publicKey,
        Buffer.from(signature, 'base64'),
      ),
    );
    const examination = await examined(url);
    expect(examination.outcome).toBe('other-rule');
    expect(troubles(examination)[0]).toContain('signed over timestamp|clientId');
  });

  it('of the transaction is sent if the config has one', async () => {
    const { sandbox, target } = await startSandboxTarget('bank', { transaction: true });
    const [{ clientId, clientSecret, privateKey }] = await testCredentials();
    const { transaction } = target;
    const withSecret = (secret: string) =>
      examined(sandbox.url, {
        ...(transaction && { transaction }),
        client: { clientId, clientSecret: secret, privateKey },
      });
    try {
      const right = await withSecret(clientSecret);
      expect(right.outcome).toBe('ready');
      expect(about(right).at(-1)).toBe('control of transaction');
      const wrong = await withSecret('another-secret-of-the-tests');
      expect(wrong.outcome).toBe('unready');
      expect(troubles(wrong)[0]).toContain('clientSecret of the config is not the one registered');
      expect(JSON.stringify(wrong)).not.toContain('another-secret-of-the-tests');
    } finally {
      await sandbox.close();
    }
  });
});

it('an invalid config is the only finding', async () => {
  const [examination] = await examine({ config: 'none.yaml' }, workspace().path);
  expect(examination?.outcome).toBe('misconfigured');
  expect(examination?.findings[0]?.message).toContain('there is no such file');
  const key = await examined('http://127.0.0.1:9', { client: { clientId: 'x', privateKey: 'x' } });
  expect(key).toMatchObject({ target: 'bank', outcome: 'misconfigured' });
});
