import { expect, it, test } from 'vitest';
import { fourServices, serveServices } from '../../support/services.js';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';

/** A folder with a config of four services, of which the third has a fault. */
async function folderOfFour() {
  const { config, received } = await serveServices(
    fourServices.map((call) => ({
      ...call,
      ...(call.serviceCode === '47' && { faults: ['transaction-overlooks-one-bit'] }),
      ...(call.serviceCode === '54' && { repeatable: true }),
    })),
  );
  const space = workspace();
  space.write('snap.config.json', JSON.stringify({ targets: [config] }));
  return { space, received };
}

it('runs all services, keeps the failure of one, and replays it alone', {
  timeout: 180_000,
}, async () => {
  const { space, received } = await folderOfFour();
  const quick = ['--depth', 'quick', '--only', 'transaction/*'];
  const first = await snap(['run', ...quick, '--update-baseline'], { cwd: space.path });
  expect(first.stdout).toContain('bank/47: conformant');
  expect(first.stdout).toContain('service 27, POST /v1.0/transfer-va/create-va');
  expect(space.read('snap-baseline.yaml')).toContain('target: bank/47');
  expect(first.status).toBe(0);
  expect(received.get('/v1.0/qr/qr-mpm-generate')?.carriedOut).toBe(2);

  const target = space.result().targets.find(({ name }) => name === 'bank/47');
  const check = target?.checks.find(({ id }) => id === 'transaction/signature/refuses-bit-flip');
  const words = check?.replay?.split(' ').slice(1) ?? [];
  const again = await snap([...words, '--out', 'again'], { cwd: space.path });
  expect(again.status).toBe(0);
  const { targets, run } = space.result('again');
  expect(targets.map(({ name }) => name)).toEqual(['bank/47']);
  expect(run.targetsLeftOut).toEqual(['bank', 'bank/27', 'bank/54']);
  expect(targets[0]?.checks).toMatchObject([
    { id: 'transaction/signature/refuses-bit-flip', outcome: 'failed', known: {} },
  ]);
});

it('says in a dry run what is carried out, and sends nothing', async () => {
  const { space, received } = await folderOfFour();
  const { status, stdout } = await snap(['run', '--dry-run'], { cwd: space.path });
  expect(status).toBe(0);
  expect(stdout).toMatch(
    / calls of POST \/v1\.0\/transfer-va\/create-va \(service 27\), 1 carried out/,
  );
  expect(stdout).toMatch(/debit\/payment-host-to-host \(service 54\), [2-9]\d carried out/);
  expect(stdout).toContain(
    'note: service 47 is tested by the classic examples, in at most 150 requests',
  );
  expect(received.size).toBe(0);
});

test('doctor sends the control of what is repeatable, and leaves the others to a run', async () => {
  const { space, received } = await folderOfFour();
  const { stdout } = await snap(['doctor'], { cwd: space.path });
  expect(stdout).toContain(
    'control of bank/27: it is not repeatable: the one call of it is left to a run',
  );
  expect(stdout).toMatch(/✔ control of bank\/54/);
  expect([...received].map(([path, { carriedOut }]) => [path, carriedOut])).toEqual([
    ['/v1.0/balance-inquiry', 1],
    ['/v1.0/debit/payment-host-to-host', 1],
  ]);
});

test('detect goes by the token service, whichever of the services is named', async () => {
  const { space } = await folderOfFour();
  const args = ['detect', '--target', 'bank/27', '--target', 'bank/47', '--seed', '1', '--json'];
  const { stdout } = await snap(args, { cwd: space.path });
  const fits = JSON.parse(stdout) as Record<string, { profile: string; accepted: boolean }[]>;
  expect(Object.keys(fits)).toEqual(['bank/27']);
  expect(fits['bank/27']?.some(({ profile, accepted }) => profile === 'snap-bi' && accepted)).toBe(
    true,
  );
});
