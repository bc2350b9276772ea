import { describe, expect, it, test } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import { configOf } from '../../../src/engine/config/config.js';
import { planTarget } from '../../../src/engine/config/plan-target.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { strayCharacter } from '../../../src/engine/input/stray-character.js';
import { render } from '../../../src/messages/render.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [{ privateKey }] = await testCredentials();

function plan(clientId: string, changes: Partial<TargetConfig> = {}, secret = 'rahasia') {
  const target: TargetConfig = {
    ...{ name: 'bank', profile: 'snap-bi', baseUrl: 'http://127.0.0.1:8080' },
    client: { clientId: '${CID}', privateKey, clientSecret: '${SEC}' },
    ...changes,
  };
  const environment = { CID: clientId, SEC: secret };
  return planTarget(configOf({ targets: [target] }, 'c.json', '/', environment), 0);
}

function problems(...given: Parameters<typeof plan>) {
  try {
    plan(...given);
  } catch (error) {
    if (error instanceof InputProblem) return error.problems;
    throw error;
  }
  return [];
}

/** What an environment, an editor or a chat adds to a value, and what we say of it. */
const strays: [value: string, said: string][] = [
  ['toko-1\n', 'ends with a newline (U+000A)'],
  ['toko-1\r\n', 'ends with a newline (U+000A)'],
  ['toko-1\r', 'ends with a carriage return (U+000D)'],
  ['toko-1 ', 'ends with a blank (U+0020)'],
  [' toko-1', 'begins with a blank (U+0020)'],
  ['\ttoko-1', 'begins with a tab (U+0009)'],
  ['\uFEFFtoko-1', 'begins with a byte order mark (U+FEFF)'],
  ['toko-1\u00A0', 'ends with a no-break space (U+00A0)'],
  ['toko\u200B-1', 'holds a zero width space (U+200B)'],
  ['toko\u202E-1', 'holds U+202E'],
  ['toko\n-1', 'holds a newline (U+000A)'],
  ['toko\u00AD-1', 'holds U+00AD'],
  ['"toko-1"', 'stands in quotation marks (U+0022)'],
  ["'toko-1'", 'stands in quotation marks (U+0027)'],
  ['“toko-1”', 'stands in quotation marks (U+201C)'],
];

describe.each(strays)('%j', (value, said) => {
  it('is refused as a client id, with pointer and code point', () => {
    const [problem, ...others] = problems(value);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      ...{ code: 'stray-character', what: `clientId ${said}` },
      ...{ file: 'c.json', pointer: '/targets/0/client/clientId' },
    });
  });

  it('is refused in the headers that carry ids', () => {
    const headers = { 'X-PARTNER-ID': value };
    const service = { serviceCode: '11', method: 'POST', path: '/v1.0/balance-inquiry' } as const;
    const found = problems('toko-1', {
      tokenHeaders: headers,
      transaction: { ...service, headers },
      customer: { authCodes: ['a'], deviceId: value, headers },
    });
    expect(found.map(({ pointer, what }) => [pointer, what])).toEqual([
      ['/targets/0/customer/deviceId', `deviceId ${said}`],
      ['/targets/0/tokenHeaders/X-PARTNER-ID', `X-PARTNER-ID ${said}`],
      ['/targets/0/transaction/headers/X-PARTNER-ID', `X-PARTNER-ID ${said}`],
      ['/targets/0/customer/headers/X-PARTNER-ID', `X-PARTNER-ID ${said}`],
    ]);
  });

  it('is noted of a secret, and nothing else of it', () => {
    const { notes, client } = plan('toko-1', {}, value);
    expect(client.clientSecret).toBe(value);
    expect(notes).toHaveLength(1);
    const note = render(notes[0] ?? '');
    expect(note).toContain(`clientSecret of toko-1 ${said}`);
    expect(note.replace('of toko-1', '')).not.toContain('toko');
  });
});

test.each(['toko-1', 'Toko Satu', 'a"b"', "toko's", '"', 'TOKO_1.id@bank', 'トコ-1', 'é'])(
  '%j is taken as it is',
  (value) => {
    expect(strayCharacter(value, true)).toBeUndefined();
    expect(problems(value)).toEqual([]);
    expect(plan('toko-1', {}, value).notes).toEqual([]);
  },
);

test('a header that carries no id may be quoted', () => {
  expect(problems('toko-1', { tokenHeaders: { 'Sec-CH-UA-Platform': '"Android"' } })).toEqual([]);
  expect(problems('toko-1', { tokenHeaders: { 'Sec-CH-UA-Platform': '"Android" ' } })).toHaveLength(
    1,
  );
});

test('a second client is looked at too', () => {
  const found = problems('toko-1', { otherClient: { clientId: 'toko-2\n', privateKey } });
  expect(found.map(({ pointer }) => pointer)).toEqual(['/targets/0/otherClient/clientId']);
});
