import { expect, it } from 'vitest';
import type { Examination } from '../../../src/engine/doctor/examine.js';
import { freezeDate, morning } from '../../support/frozen-date.js';
import { tokenRules } from '../../support/ruled/token-rules.js';
import { serveTokens } from '../../support/token-server.js';
import { snap } from '../command.js';
import { sandboxWorkspace, targetConfig, workspace } from '../workspace.js';

it('doctor says in words and as JSON that a target is ready, and shows no secret', async () => {
  const space = await sandboxWorkspace();
  const { status, stdout, stderr } = await snap(['doctor'], { cwd: space.path });
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^bank\n {2}✓ config: .*snap\.config\.json is valid\n/);
  expect(stdout).toContain('✓ control of token-b2b: the control was accepted: HTTP 200');
  expect(stdout).toContain('Ready: snap-conformance run');
  const json = await snap(['doctor', '--json'], { cwd: space.path });
  const [examination] = JSON.parse(json.stdout) as Examination[];
  expect(examination).toMatchObject({ target: 'bank', outcome: 'ready' });
  const { client } = await targetConfig(space.sandbox.url);
  for (const text of [stdout, json.stdout]) {
    expect(text).not.toContain(client.clientSecret);
    expect(text).not.toContain(String(client.privateKey).split('\n')[1]);
  }
});

it('doctor shows what is wrong with a remedy, and its exit status is that of a run', async () => {
  const space = workspace();
  const down = await targetConfig('http://127.0.0.1:9');
  const typo = { ...down, name: 'typo', profile: 'dooku' };
  const write = (...targets: object[]) =>
    space.write('snap.config.json', JSON.stringify({ targets }));
  write(down);
  const unready = await snap(['doctor'], { cwd: space.path });
  expect(unready.status).toBe(3);
  expect(unready.stdout).toContain('✗ TCP: nothing accepts connections');
  expect(unready.stdout).toContain('    → Check that the server runs');
  expect(unready.stdout).toContain('- control: not sent');
  write(down, typo);
  const misconfigured = await snap(['doctor'], { cwd: space.path });
  expect(misconfigured.status).toBe(2);
  expect(misconfigured.stdout).toContain('Did you mean "doku"?');
});

it('doctor takes a public key, and says what is wrong with a file that is not one', async () => {
  const space = await sandboxWorkspace();
  const { client } = await targetConfig(space.sandbox.url);
  space.write('private.pem', String(client.privateKey));
  const args = ['doctor', '--public-key', 'private.pem'];
  const { status, stderr } = await snap(args, { cwd: space.path });
  expect(status).toBe(2);
  expect(stderr).toContain('this is a private key, and the public key is asked for');
});

it('doctor --deep names a rare rule for people and programs, with exit status 1', async () => {
  freezeDate(morning);
  const rule = tokenRules.find(({ id }) => id === 'text/base64');
  const { url } = await serveTokens((asked) => rule?.grants(asked) ?? false);
  const space = workspace();
  space.write('snap.config.json', JSON.stringify({ targets: [await targetConfig(url)] }));
  const usual = await snap(['doctor'], { cwd: space.path });
  expect(usual.status).toBe(3);
  expect(usual.stdout.replace(/\s+/g, ' ')).toContain(
    '10 rules tried and ruled out; doctor --deep tries up to',
  );
  const deep = await snap(['doctor', '--deep'], { cwd: space.path });
  expect(deep.status).toBe(1);
  expect(deep.stderr).toContain('is sent up to 1000 more, one at a time');
  expect(deep.stdout.replace(/\s+/g, ' ')).toContain(
    'a token was given for a request signed over the Base64 of the text',
  );
  const json = await snap(['doctor', '--deep', '--json'], { cwd: space.path });
  const [examination] = JSON.parse(json.stdout) as Examination[];
  expect(examination?.outcome).toBe('other-rule');
  expect(examination?.findings.at(-1)).toMatchObject({
    rule: { mistakes: [{ id: 'text/base64', says: 'over the Base64 of the text' }] },
    tried: { ruledOut: expect.any(Number), left: expect.any(Number) },
  });
});
