import { describe, expect, it } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';

const standard = loadProfile('snap-bi', '.');

async function template(...args: string[]) {
  const space = workspace();
  const ended = await snap(['init', '--profile-template', ...args], { cwd: space.path });
  return { ...space, ...ended };
}

/** The template with the # of every setting removed. */
const opened = (text: string) => text.replace(/^#(?= {2,}\S|[a-z])/gm, '');

describe('init --profile-template', () => {
  it('writes a profile that is the standard until it is changed', async () => {
    const { status, stdout, path } = await template();
    expect(status).toBe(0);
    expect(stdout).toContain('Written: ./my-provider.yaml');
    const profile = loadProfile('./my-provider.yaml', path);
    expect(profile).toMatchObject({ name: 'my-provider', title: 'My provider' });
    expect(profile.services).toEqual(standard.services);
    expect(profile.origins['/services/token-b2b/path']).toEqual({
      profile: 'my-provider',
      source: 'Manual of my provider, page 1',
      confidence: 'primary',
    });
  });

  it('names the profile after its file', async () => {
    const { path, status } = await template('profiles/My Bank_2.yaml');
    expect(status).toBe(0);
    expect(loadProfile('profiles/My Bank_2.yaml', path).name).toBe('my-bank-2');
  });

  it('has every setting, with the value of the standard', async () => {
    const { write, read, path } = await template();
    write('open.yaml', opened(read('my-provider.yaml')));
    const profile = loadProfile('./open.yaml', path);
    expect(profile.services).toEqual(standard.services);
    const foreign = Object.entries(profile.origins).filter(
      ([, origin]) => origin.profile !== 'my-provider',
    );
    expect(foreign).toEqual([]);
    expect(profile.contradictions.map(({ id }) => id)).toEqual(['my-expires-in']);
    expect(Object.keys(profile.requirements)).toEqual(['token-b2b/timestamp/rejects-stale']);
  });

  it('explains every setting', async () => {
    const { read } = await template();
    const lines = read('my-provider.yaml').split('\n');
    const services = lines.slice(lines.indexOf('services:'), lines.indexOf('sources:'));
    // Any deeper, there are only the members of a listed answer.
    const settings = services.flatMap((line, index) =>
      /^#? {4,8}[\w-]+: \S/.test(line) ? [index] : [],
    );
    expect(settings.length).toBeGreaterThan(40);
    const bare = settings.filter((index) => !/^ +# \S/.test(services[index - 1] ?? ''));
    expect(bare.map((index) => services[index])).toEqual([]);
  });

  it('has lines whose mistakes are reported with their place', async () => {
    const { write, read, path } = await template();
    const changed = opened(read('my-provider.yaml')).replace(
      'scheme: symmetric',
      'scheme: symetric',
    );
    write('mine.yaml', changed);
    const line = changed.split('\n').indexOf('    scheme: symetric') + 1;
    const { status, stderr } = await snap(['doctor', '--profile', './mine.yaml'], { cwd: path });
    expect(status).toBe(2);
    expect(stderr).toContain('"symetric" is not one of the allowed values');
    expect(stderr).toContain(`mine.yaml:${line}:5#/services/transaction/scheme`);
    expect(stderr).toContain('Did you mean "symmetric"?');
  });

  it('overwrites nothing', async () => {
    const { path, write, read } = workspace();
    write('my-provider.yaml', 'mine');
    const { status, stderr } = await snap(['init', '--profile-template'], { cwd: path });
    expect(status).toBe(2);
    expect(stderr).toContain('there is such a file already');
    expect(read('my-provider.yaml')).toBe('mine');
  });

  it('writes only YAML', async () => {
    const { status, stderr } = await template('mine.json');
    expect(status).toBe(2);
    expect(stderr).toContain('Give it a name that ends in .yaml.');
  });

  it('without anything to write names its options', async () => {
    const { status, stderr } = await snap(['init'], { cwd: workspace().path });
    expect(status).toBe(2);
    expect(stderr).toContain('--profile-template');
  });
});
