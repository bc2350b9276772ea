// Writes docs/providers from the profiles, with the built code: a page for each, one table of all, and one of those who
// have none.
// With --check, it writes nothing and exits with 1 if a committed page differs.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { readSpec } from '../dist/src/engine/input/specs.js';
import { loadProfile, shippedProfiles } from '../dist/src/engine/profile/profile.js';
import { profileValues, valueText } from '../dist/src/engine/profile/profile-values.js';
import { comparisonPage } from './providers/comparison.mjs';
import { notShippedPage } from './providers/not-shipped.mjs';
import { providerPage } from './providers/page.mjs';

const folder = fileURLToPath(new URL('../docs/providers', import.meta.url));
const check = process.argv.includes('--check');

const profiles = shippedProfiles().map((name) => loadProfile(name, '.'));
const standard = loadProfile('snap-bi', '.');
const pages = new Map([
  ['README.md', comparisonPage(profiles)],
  ['not-shipped.md', notShippedPage()],
]);
for (const profile of profiles) {
  const services = profileValues(profile, standard);
  const { documents = {} } = readSpec('profile', `profiles/${profile.name}`);
  const merchant = loadProfile(profile.name, '.', undefined, undefined, 'merchant');
  const page = { profile, services, hosted: hostedBy(profile, merchant), documents, valueText };
  pages.set(`${profile.name}.md`, providerPage(page));
}

mkdirSync(folder, { recursive: true });
const there = readdirSync(folder).filter((name) => name.endsWith('.md'));
const drifted = [
  ...[...pages].filter(([name, page]) => !there.includes(name) || read(name) !== page),
  ...there.filter((name) => !pages.has(name)).map((name) => [name]),
];
for (const [name, page] of drifted) {
  console.log(
    `${check ? 'differs' : page === undefined ? 'removed' : 'written'}: docs/providers/${name}`,
  );
  if (check) continue;
  if (page === undefined) rmSync(join(folder, name));
  else writeFileSync(join(folder, name), page);
}
if (check && drifted.length > 0) {
  console.error('Run `npm run docs` and commit what it writes.');
  process.exitCode = 1;
}

/** What the documents demand of a merchant and not of the provider, by service. */
function hostedBy(profile, merchant) {
  return profileValues(merchant, profile).map(({ service, values }) => ({
    service,
    values: values.filter(
      ({ pointer, origin }) => !isDeepStrictEqual(origin, profile.origins[pointer]),
    ),
  }));
}

function read(name) {
  return readFileSync(join(folder, name), 'utf8');
}
