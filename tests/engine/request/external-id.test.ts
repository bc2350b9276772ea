import { expect, test } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { lengthOfExternalId, nextExternalId } from '../../../src/engine/request/external-id.js';

const { transaction } = loadProfile('snap-bi', '.').services;

/** The digits of an id, by the longest that a document allows and the one that fits its every page. */
function digits(maxLength: number | 'unspecified', externalIdLength: number | 'unspecified') {
  const rule = { ...transaction.headers['X-EXTERNAL-ID'], maxLength };
  const headers = { ...transaction.headers, 'X-EXTERNAL-ID': rule };
  return lengthOfExternalId({ headers, externalIdLength });
}

test.for([
  [36, 'unspecified', 18],
  ['unspecified', 'unspecified', 18],
  [36, 9, 9],
  [12, 'unspecified', 12],
  [12, 36, 12],
] as const)('a document with at most %s, and %s on every page: %i digits', ([most, fits, sent]) => {
  expect(digits(most, fits)).toBe(sent);
});

test.for([5, 9, 12, 18])('%i digits, the first not zero, different each time', (length) => {
  const ids = Array.from({ length: 1000 }, () => nextExternalId(length));
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
});
