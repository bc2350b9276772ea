import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { shippedProfiles } from '../../../src/engine/profile/profile.js';
import { faults } from '../../../src/sandbox/faults/index.js';
import { main, snap } from '../command.js';
import { workspace } from '../workspace.js';

const script = (shell: string) =>
  execFileSync(process.execPath, [main, 'completion', shell], { encoding: 'utf8' });

describe('bash', () => {
  let bash = '';
  beforeAll(() => {
    bash = script('bash');
  });

  /** What bash offers for the last of these words, as its own completion asks the script. */
  function offered(...words: string[]): string[] {
    const asked = [
      'source "$0"',
      `COMP_WORDS=(snap-conformance ${words.map((word) => `'${word}'`).join(' ')})`,
      `COMP_CWORD=${words.length}`,
      '_snap_conformance',
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n');
    const file = workspace().write('completion.bash', bash);
    const text = execFileSync('bash', ['--norc', '-c', asked, file], { encoding: 'utf8' });
    return text.split('\n').filter(Boolean);
  }

  it('completes commands and subcommands', () => {
    expect(offered('d').sort()).toEqual(['demo', 'detect', 'doctor']);
    expect(offered('sign', '')).toEqual(expect.arrayContaining(['token', 'transaction']));
    expect(offered('sign', 'token', '--pr').sort()).toEqual(['--private-key', '--profile']);
    expect(offered('verify', '--req')).toEqual(['--request']);
    expect(offered('sign', 'transaction', '--e')).toEqual(['--entry']);
    expect(offered('key', '--p')).toEqual(['--public', '--passphrase-env', '--passphrase-file']);
  });

  it('completes options of the command that was typed', () => {
    expect(offered('run', '--sh')).toEqual(['--shard']);
    expect(offered('list', '--sh')).toEqual([]);
    expect(offered('run', '--seed', '1', '--str')).toEqual(['--strict']);
  });

  it('completes the names of profiles, checks, faults, tags and choices', () => {
    expect(offered('serve', '--profile', '').sort()).toEqual(shippedProfiles().toSorted());
    expect(offered('run', '--depth', 'q')).toEqual(['quick']);
    // An option of one name takes different values in different commands.
    expect(offered('init', '--format', '').sort()).toEqual(['json', 'ts', 'yaml']);
    expect(offered('sign', 'token', '--format', '').sort()).toEqual([
      ...['curl', 'headers', 'http', 'json', 'postman'],
    ]);
    const ids = [...shippedCatalogue().keys()];
    expect(offered('explain', 'token-b2b/expiry/')).toEqual(
      ids.filter((id) => id.startsWith('token-b2b/expiry/')),
    );
    expect(offered('run', '--only', 'token-b2b/expiry/p')).toEqual(
      ids.filter((id) => id.startsWith('token-b2b/expiry/p')),
    );
    const names = faults.map(({ name }) => name).filter((name) => name.startsWith('takes-e'));
    expect(offered('serve', '--fault', 'takes-e').sort()).toEqual(names.sort());
    // bash hands over the texts around a colon as separate words.
    expect(offered('run', '--only', 'tag', ':', 'mu')).toEqual(['must']);
  });

  it('registers itself', () => {
    const asked = `source <('${process.execPath}' '${main}' completion bash); complete -p snap-conformance`;
    const said = execFileSync('bash', ['--norc', '-c', asked], { encoding: 'utf8' });
    expect(said).toContain('-F _snap_conformance snap-conformance');
  });
});

describe('zsh and fish', () => {
  const shells = ['/usr/bin/zsh', '/bin/zsh', '/usr/bin/fish', '/bin/fish'].filter(existsSync);

  it.for(['zsh', 'fish'])(
    '%s: has every command and profile, and parses if the shell is installed',
    (shell) => {
      const text = script(shell);
      for (const word of [
        'doctor',
        'completion',
        'explain',
        'bca',
        'takes-epoch',
        'token-b2b/expiry',
      ])
        expect(text).toContain(word);
      const program = shells.find((path) => path.endsWith(shell));
      if (program) execFileSync(program, ['-n', workspace().write(`script.${shell}`, text)]);
    },
  );
});

it('an unknown shell is refused, and the known ones are named', async () => {
  const { status, stderr } = await snap(['completion', 'tcsh'], { cwd: workspace().path });
  expect(status).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
