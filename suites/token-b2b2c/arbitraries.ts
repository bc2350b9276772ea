import { realistic } from '../shared/arbitraries/realistic.js';

/** A code or refresh token that no server gave, in the shapes that they have. */
export const madeUpCredential = realistic((faker) =>
  faker.helpers.arrayElement([
    () => faker.string.uuid(),
    () => faker.string.alphanumeric(32),
    () => faker.string.alphanumeric(64),
    () => faker.string.numeric(16),
    () => faker.string.hexadecimal({ length: 40, prefix: '' }),
  ])(),
);

export const madeUpCredentialExamples: readonly string[] = [
  '6f9619ff-8b86-4011-b42d-00c04fc964ff',
  'abcdefghijklmnopqrstuvwxyz012345',
  '0000000000000000',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
];
