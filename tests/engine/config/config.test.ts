import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chooseTargets } from '../../../src/engine/config/choose-targets.js';
import { configNames, type LoadedConfig, loadConfig } from '../../../src/engine/config/config.js';

/** A folder with these files, until the test ends. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'snap-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const target = (name: string) => ({
  name,
  profile: 'snap-bi',
  baseUrl: 'http://127.0.0.1:8080',
  client: { clientId: 'id', privateKey: { file: 'client.pem' } },
});
const json = JSON.stringify({ targets: [target('a')] });
const yaml = `targets:
  - name: a
    profile: snap-bi
    baseUrl: http://127.0.0.1:8080
    client:
      clientId: id
      privateKey: { file: client.pem }
`;

describe('every format gives the same config', () => {
  test.for([
    ['snap.config.json', json],
    ['snap.config.json', `\uFEFF${json}`],
    ['snap.config.yaml', yaml],
    ['other.yml', yaml],
    ['snap.config.mjs', `export default ${json};`],
    ['snap.config.js', `module.exports = ${json};`],
    ['snap.config.js', `export default ${json};`],
    ['snap.config.ts', `const config: { targets: unknown[] } = ${json};\nexport default config;`],
  ] as const)('%s', async ([name, text]) => {
    const folder = folderWith({ [name]: text });
    expect(await loadConfig(name, folder)).toEqual({
      file: name,
      folder,
      config: { targets: [target('a')] },
    });
  });

  test('a module can import the files next to it', async () => {
    const folder = folderWith({
      'snap.config.ts': "import { name } from './name.js';\nexport default { targets: [] , name };",
      'name.ts': "export const name: string = 'a';",
    });
    await expect(loadConfig(undefined, folder)).rejects.toThrow('unknown member "name"');
  });
});

describe('which file is taken', () => {
  test('the first of the default names', async () => {
    const contents: Record<string, string> = {};
    for (const name of configNames.toReversed()) {
      const config = JSON.stringify({ targets: [target(name)] });
      contents[name] = /\.(json|yaml)$/.test(name) ? config : `export default ${config}`;
      const loaded = await loadConfig(undefined, folderWith(contents));
      expect(loaded.config.targets[0]?.name).toBe(name);
    }
    expect(Object.keys(contents)).toHaveLength(5);
  });

  test('the one that is named; paths in it start at its own folder', async () => {
    const folder = folderWith({ 'conf/mine.json': json, 'snap.config.json': '{}' });
    const loaded = await loadConfig('conf/mine.json', folder);
    expect(loaded).toMatchObject({ file: 'conf/mine.json', folder: join(folder, 'conf') });
  });

  test('none: says which names were looked for', async () => {
    const folder = folderWith({});
    const problem = loadConfig(undefined, folder);
    await expect(problem).rejects.toThrow(`there is no config here\n  at ${folder}\n`);
    await expect(problem).rejects.toThrow('snap.config.ts, snap.config.mjs, snap.config.js');
  });

  test('one that is named but not there, or is a folder', async () => {
    const folder = folderWith({ 'conf/a.json': json });
    await expect(loadConfig('b.json', folder)).rejects.toThrow(
      "can't read the file: there is no such file\n  at b.json\n",
    );
    await expect(loadConfig('conf', folder)).rejects.toThrow('that is a folder\n  at conf\n');
  });
});

describe('the environment', () => {
  const load = (value: unknown, environment: NodeJS.ProcessEnv) => {
    const config = { targets: [{ ...target('a'), ...(value as object) }] };
    return loadConfig('c.json', folderWith({ 'c.json': JSON.stringify(config) }), environment);
  };

  test('replaces variables in every text, at any depth, several in one', async () => {
    const { config } = await load(
      {
        baseUrl: 'http://${HOST}:${PORT}/x',
        transaction: {
          serviceCode: '11',
          method: 'POST',
          path: '/',
          body: { list: [{ deep: '${HOST}' }], number: 1, nothing: null, yes: true },
        },
      },
      { HOST: '127.0.0.1', PORT: '81' },
    );
    expect(config.targets[0]).toMatchObject({
      baseUrl: 'http://127.0.0.1:81/x',
      transaction: { body: { list: [{ deep: '127.0.0.1' }], number: 1, nothing: null, yes: true } },
    });
  });

  test('takes a value as it is: a variable in it is not replaced', async () => {
    const { config } = await load(
      { client: { clientId: '${ID}', privateKey: '$ {A} ${} $B' } },
      { ID: '${OTHER} $&' },
    );
    expect(config.targets[0]?.client).toEqual({
      clientId: '${OTHER} $&',
      privateKey: '$ {A} ${} $B',
    });
  });

  test('an empty variable is set', async () => {
    await expect(load({ name: '${EMPTY}' }, { EMPTY: '' })).rejects.toThrow('must not be empty');
  });

  test('all unset variables are reported at once, with their places', async () => {
    const client = { clientId: '${ID}', privateKey: { file: 'a' }, clientSecret: 'x${S}y${T}' };
    const problem = load({ client, otherClient: client }, { ID: 'a' });
    await expect(problem).rejects.toThrow(
      [
        'the environment variable S is not set',
        '  at c.json#/targets/0/client/clientSecret',
        '  Set it before the run: export S=…',
        'the environment variable T is not set',
      ].join('\n'),
    );
    await expect(problem).rejects.toThrow('c.json#/targets/0/otherClient/clientSecret');
  });
});

describe('choosing targets', () => {
  const loaded: LoadedConfig = {
    file: 'c.json',
    folder: '/',
    config: { targets: [target('first'), target('second'), target('third')] },
  };

  test('all, if none is named', () => {
    expect(chooseTargets(loaded, []).map(([{ name }, at]) => [name, at])).toEqual([
      ['first', 0],
      ['second', 1],
      ['third', 2],
    ]);
  });

  test('those named, in the order of the config', () => {
    const chosen = chooseTargets(loaded, ['third', 'first']);
    expect(chosen.map(([{ name }, at]) => [name, at])).toEqual([
      ['first', 0],
      ['third', 2],
    ]);
  });

  test('an unknown name: the nearest one', () => {
    expect(() => chooseTargets(loaded, ['first', 'secnd'])).toThrow(
      'there is no target "secnd"\n  at c.json#/targets\n  Did you mean "second"?',
    );
  });
});
