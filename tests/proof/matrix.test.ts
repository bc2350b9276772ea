import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/engine/catalogue.js';
import { shippedProfiles } from '../../src/engine/profile.js';
import { atSharedPath, differences, type Matrix, measureMatrix, renderMatrix } from './matrix.js';

const names = shippedProfiles();
let matrix: Matrix = new Map();

beforeAll(async () => {
  matrix = await measureMatrix();
  if (process.env['PRINT_MATRIX'] === '1') console.log(renderMatrix(matrix));
}, 600_000);

const areas = new Set([...loadCatalogue().values()].map(({ area }) => area));

/** Settings of transactions, by the area whose checks go by them. */
const checkedIn: Record<string, string> = {
  headers: 'transaction/headers',
  externalIdReuse: 'transaction/headers',
  success: 'transaction/response',
  answers: 'transaction/errors',
  timestamp: 'transaction/timestamp',
};

/** What a profile says that some check goes by, but for the path, which the matrix makes one and the same. */
function dataOf(name: string): object {
  const { services, requirements } = atSharedPath(name);
  const { schema: _, ...token } = services['token-b2b'];
  const { tokenKind: _kind, message: _message, ...success } = token.success;
  const transaction = Object.entries(services.transaction).filter(
    ([setting]) => areas.has(checkedIn[setting] ?? 'transaction/signature') && setting !== 'schema',
  );
  const levels = Object.entries(requirements).map(([id, { level }]) => [id, level]);
  const data = { token: { ...token, success }, transaction: Object.fromEntries(transaction) };
  return JSON.parse(JSON.stringify({ ...data, levels, offered: undefined }), (key, value) =>
    // What a message must match is judged; how a document prints it is what the sandbox sends.
    key === 'message' ? undefined : value,
  ) as object;
}

const dialectOf = (name: string) => matrix.get(name)?.get(name)?.dialect;

describe('a server that takes every freedom of its document', () => {
  test.for(names)('of %s differs from it in nothing', (name) => {
    const own = matrix.get(name)?.get(name);
    expect(differences(own)).toEqual([]);
    expect(own?.verdict).toBe('conformant');
  });
});

const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other]));

test.for(pairs)('%s and %s look the same where they say the same, and only there', ([a, b]) => {
  const [one = '', other = ''] = [a, b];
  const found = [
    ...differences(matrix.get(one)?.get(other)),
    ...differences(matrix.get(other)?.get(one)),
  ];
  const looksSame = found.length === 0 && isDeepStrictEqual(dialectOf(one), dialectOf(other));
  expect(looksSame).toBe(isDeepStrictEqual(dataOf(one), dataOf(other)));
});
