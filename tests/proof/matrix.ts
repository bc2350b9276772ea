import type { TargetResult } from '../../schemas/generated/result.js';
import type { Profile } from '../../schemas/settled.js';
import { loadProfile, shippedProfiles } from '../../src/engine/profile.js';
import { run } from '../../src/engine/run.js';
import { createSandbox, type Sandbox, usualCall } from '../../src/sandbox/sandbox.js';
import { freest } from '../support/freest-profile.js';
import { planOf, targetAt, testCredentials, transactionFor } from '../support/sandbox-target.js';
import { profileChecks } from './profile-checks.js';

/** Every server answers at this path, so that no two differ for it alone. */
const services = { 'token-b2b': { path: '/v1.0/access-token/b2b' } };

const only = [
  ...profileChecks,
  'transaction/signature/accepts-valid',
  'transaction/headers/rejects-*',
  'transaction/response/*',
  'transaction/errors/*',
];

/** Profiles whose questions are one run: each target keeps its connections open until the run ends. */
const atOnce = 4;

/** What each profile finds of a server of each profile: by the profile that asks, then the server's. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, TargetResult>>;

/** A profile at the path that all servers of the matrix share. */
export function atSharedPath(name: string): Profile {
  return loadProfile(name, '.', { services, file: name, pointer: '' });
}

/** Holds a server of each shipped profile, each as free as its document lets it be, against every profile. */
export async function measureMatrix(): Promise<Matrix> {
  const names = shippedProfiles();
  const profiles = names.map(atSharedPath);
  const servers = await Promise.all(profiles.map(startFreest));
  const matrix = new Map(names.map((name) => [name, new Map<string, TargetResult>()]));
  for (let from = 0; from < names.length; from += atOnce) {
    const pairs = profiles
      .slice(from, from + atOnce)
      .flatMap((asking) => servers.map((server) => ({ asking, server })));
    const targets = await Promise.all(
      pairs.map(async ({ asking, server }) => ({
        ...(await targetAt(server.url, `${asking.name} of ${server.profile.name}`)),
        profile: asking,
        transaction: await callOf(server.profile),
      })),
    );
    const { result } = await run(planOf(targets, { depth: 'quick', only }));
    result.targets.forEach((found, index) => {
      const pair = pairs[index];
      if (pair) matrix.get(pair.asking.name)?.set(pair.server.profile.name, found);
    });
  }
  await Promise.all(servers.map((server) => server.close()));
  return matrix;
}

async function startFreest(profile: Profile): Promise<Sandbox & { profile: Profile }> {
  const sandbox = await createSandbox({
    profile: freest(profile),
    clients: await testCredentials(),
    variations: [
      'longest-token',
      ...(profile.services['token-b2b'].success.codePresence === 'required'
        ? []
        : ['no-code-of-a-grant']),
    ],
  });
  return Object.assign(sandbox, { profile });
}

/** The call that the server's config names; its query shows what of the URL is signed. */
async function callOf(profile: Profile) {
  const [client] = await testCredentials();
  return transactionFor(client, profile, { path: `${usualCall.path}?b=2&a=1` });
}

/** Ids of the checks by which a server is told from one that keeps to the profile: failed, or cut off by a refused control. */
export function differences(found: TargetResult | undefined): string[] {
  return (found?.checks ?? [])
    .filter(({ outcome }) => ['failed', 'cantTell', 'untested'].includes(outcome))
    .map(({ id }) => id);
}

/** The matrix as a table: in how many checks a server (columns) differs from a profile (rows). */
export function renderMatrix(matrix: Matrix): string {
  const names = [...matrix.keys()];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['profile \\ server', ...names]),
    row(['---', ...names.map(() => '---:')]),
    ...names.map((asking) =>
      row([
        asking,
        ...names.map((server) => {
          const count = differences(matrix.get(asking)?.get(server)).length;
          return count === 0 ? '·' : String(count);
        }),
      ]),
    ),
  ].join('\n');
}
