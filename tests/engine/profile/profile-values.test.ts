import { expect, test } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { profileValues } from '../../../src/engine/profile/profile-values.js';
import { loadMine } from './profile-folder.js';

test('lists are shown as a profile writes them, with their origin', () => {
  const path = ['/v1.0/token', '/v1/token'];
  const scheme = ['symmetric', 'asymmetric'];
  const mine = loadMine({
    name: 'mine',
    title: 'Mine',
    extends: 'snap-bi',
    services: { 'token-b2b': { path }, transaction: { scheme } },
  });
  const values = profileValues(mine, loadProfile('snap-bi', '.')).flatMap(({ service, values }) =>
    values.map((value) => ({ service, ...value })),
  );
  const shown = (name: string) => values.filter((value) => value.name === name);
  expect(shown('path')).toContainEqual(
    expect.objectContaining({
      service: 'token-b2b',
      value: path,
      standard: '/v1.0/access-token/b2b',
      origin: expect.objectContaining({ profile: 'mine' }),
    }),
  );
  expect(shown('scheme')).toMatchObject([{ value: scheme, standard: 'symmetric' }]);
  expect(values.filter(({ name }) => /^other(?:Paths|Schemes)$/.test(name))).toEqual([]);
});
