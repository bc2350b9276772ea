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
