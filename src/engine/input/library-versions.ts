import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Makes the inputs of properties, and fills them with realistic values. */
const libraries = ['fast-check', '@faker-js/faker'] as const;

/** The installed versions of what makes the inputs: under another one, the same seed gives other inputs. */
export function libraryVersions(): Record<string, string> {
  return Object.fromEntries(
    libraries.map((name) => {
      const { version } = require(`${name}/package.json`) as { version: string };
      return [name, version];
    }),
  );
}
