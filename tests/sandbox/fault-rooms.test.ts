import { readdirSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { serviceIds } from '../../src/protocol/services.js';
import type { AnyFault } from '../../src/sandbox/faults/fault.js';
import { faults } from '../../src/sandbox/faults/index.js';

const root = join(packageRoot, 'src/sandbox/faults');

/** Each `<service>/<area>.ts` and `<service>/<area>/<topic>.ts`, as its path below the folder of faults. */
const rooms = serviceIds
  .flatMap((service) =>
    readdirSync(join(root, service), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(service, file),
    ),
  )
  .filter((file) => file.endsWith('.ts') && basename(file) !== 'index.ts');

/** The faults that a file exports: each of its exports is a list of them. */
async function faultsIn(room: string): Promise<AnyFault[]> {
  const module: Record<string, AnyFault[]> = await import(pathToFileURL(join(root, room)).href);
  return Object.values(module).flat();
}

test.for(rooms)('%s holds the faults that break requirements of its area', async (room) => {
  const [service, area] = room.replace(/\.ts$/, '').split(sep);
  const found = await faultsIn(room);
  expect(found).not.toEqual([]);
  const strays = found.filter(({ trips: [id] }) => !id?.startsWith(`${service}/${area}/`));
  expect(strays.map(({ name, trips: [id] }) => `${name}: ${id}`)).toEqual([]);
});

test('each fault lies in one of these files, and none is left out of the list', async () => {
  const found = (await Promise.all(rooms.map(faultsIn))).flat().map(({ name }) => name);
  expect(found.sort()).toEqual(faults.map(({ name }) => name).sort());
});

test('beside the services there is what several of them share, and nothing else', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(['shared', ...serviceIds].sort());
});
