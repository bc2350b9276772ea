import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askFor } from '../../../src/cli/init/ask.js';
import type { InitFlags } from '../../../src/cli/init/flags.js';
import { workspace } from '../workspace.js';

describe('init asks', () => {
  /** Types each answer once its question is there; what is left open is asked for. */
  async function conversation(flags: InitFlags, answers: [question: string, typed: string][]) {
    const input = new PassThrough();
    const output = Object.assign(new PassThrough(), { columns: 80, rows: 24 });
    const left = [...answers];
    let seen = '';
    output.on('data', (data) => {
      seen += data;
      const [next] = left;
      if (!next || !seen.includes(next[0])) return;
      left.shift();
      seen = '';
      setImmediate(() => input.write(next[1]));
    });
    const { path } = workspace();
    const answered = await askFor(flags, path, { input, output });
    expect(left).toEqual([]);
    return answered;
  }

  const enter = '\r';

  it('for what it was not told, and takes the default for an empty answer', async () => {
    const answers = await conversation({ profile: 'bca' }, [
      ['Its address', `https://bca.example${enter}`],
      ['The client id', `our-id${enter}`],
      ['which file?', enter],
      ['Make a key pair?', enter],
      ['called in reports', enter],
      ['Which format?', enter],
      ['A CI job', enter],
    ]);
    expect(answers).toEqual({
      profile: 'bca',
      baseUrl: 'https://bca.example',
      clientId: 'our-id',
      privateKey: 'keys/client.pem',
      generateKeys: true,
      name: 'bca.example',
      format: 'yaml',
      ci: 'none',
    });
  });

  it('and writes no file after Ctrl-C', async () => {
    expect(await conversation({ profile: 'bca' }, [['Its address', '\u0003']])).toBeUndefined();
  });
});
