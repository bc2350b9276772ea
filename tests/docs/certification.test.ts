import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { refusalCodes } from '../../src/results/acceptance/refusal.js';
import { snap } from '../cli/command.js';
import { targetConfig, workspace } from '../cli/workspace.js';
import { startSandboxTarget, testCredentials, transactionFor } from '../support/sandbox-target.js';

const pageOf = (name: string) => readFileSync(join(packageRoot, 'docs', name), 'utf8');
const pages = ['certification.md', 'certification.id.md'].map(
  (name) => [name, pageOf(name)] as const,
);
const exampleUrl = 'https://sandbox.toko.example';

/** The blocks of one language, without the indentation of the list that they stand in. */
function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, block = '']) => block.replace(/^ {3}/gm, ''),
  );
}

const commandsOf = (page: string) =>
  blocksOf(page, 'sh').flatMap((block) => block.trim().split('\n'));

/** Config of both sides at one sandbox, each with its own client. */
async function bothSides() {
  const space = workspace();
  const { sandbox, target } = await startSandboxTarget('toko', { transaction: true });
  const clients = (await testCredentials()).map(({ clientId, clientSecret, privateKey }) => ({
    ...{ clientId, clientSecret, privateKey },
  }));
  const configFor = async ([client, otherClient]: typeof clients) => {
    if (!client || !otherClient) throw new Error('two clients are made');
    const transaction = transactionFor(client, target.profile);
    const config = { name: 'toko', client, otherClient, transaction };
    return JSON.stringify({ targets: [await targetConfig(sandbox.url, config)] });
  };
  space.write('snap.config.json', await configFor(clients));
  space.write('bank.config.json', await configFor(clients.toReversed()));
  return { space, sandbox };
}

describe.each(pages)('%s', (_, page) => {
  test('its commands lead from a test to a yes', { timeout: 600_000 }, async () => {
    const { space, sandbox } = await bothSides();
    try {
      const [policy = ''] = blocksOf(page, 'yaml');
      expect(policy).toContain(exampleUrl);
      space.write('policy.yaml', policy.replace(exampleUrl, sandbox.url));
      const commands = commandsOf(page);
      expect(commands).toHaveLength(7);
      for (const command of commands) {
        const [program = '', ...args] = command.split(' ');
        if (program === 'openssl') {
          execFileSync(program, args, { cwd: space.path, stdio: 'ignore' });
          continue;
        }
        expect(program).toBe('snap-conformance');
        const { status, stdout, stderr } = await snap(args, { cwd: space.path });
        expect(status, `${command}\n${stdout}${stderr}`).toBe(0);
        if (args[0] === 'accept') expect(stdout).toContain('Accepted: signed/result.json');
      }
    } finally {
      await sandbox.close();
    }
  });

  test('is no longer than a page', () => {
    expect(page.split(/\s+/).length).toBeLessThan(650);
  });
});

test('both languages have the same commands and the same policy', () => {
  const [english = '', indonesian = ''] = pages.map(([, page]) => page);
  expect(commandsOf(indonesian)).toEqual(commandsOf(english));
  const policies = [english, indonesian].map((page) =>
    blocksOf(page, 'yaml').map((block) => block.replace(/ *#.*\n/g, '')),
  );
  expect(policies[1]).toEqual(policies[0]);
});

test('docs/accept.md has each reason, and each member of a policy', () => {
  const page = pageOf('accept.md');
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.*) \| .+ \|$/gm)];
  expect(Object.fromEntries(rows.map(([, code, what]) => [code, what]))).toEqual(refusalCodes);
  const schema = JSON.parse(
    readFileSync(join(packageRoot, 'schemas/policy.schema.json'), 'utf8'),
  ) as { properties: Record<string, unknown> };
  const members = Object.keys(schema.properties).filter((name) => name !== '$schema');
  for (const name of members) expect(page).toContain(`\`${name}`);
});
