// Validates each file of specs/ against its schema and writes it into dist/specs as plain JSON, so that the
// command neither parses YAML nor validates when it starts. Fails, and the build with it, if a spec is invalid.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const kinds = {
  requirements: 'requirements',
  profiles: 'profile',
  translations: 'translations',
  forms: 'form',
};

/** Builds the specs of the package at `root` with the code in its dist/. */
export async function buildSpecs(root) {
  const load = (name) => import(pathToFileURL(join(root, 'dist/src/engine', name)).href);
  const { readDataFile } = await load('input/read-data.js');
  const { validateInput } = await load('input/validate-input.js');
  for (const [part, kind] of Object.entries(kinds)) {
    const folder = join(root, 'specs', part);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => each.endsWith('.yaml'))) {
      const file = join(folder, name);
      const data = validateInput(kind, readDataFile(file), file);
      const built = join(root, 'dist/specs', part, name.replace(/\.yaml$/, '.json'));
      mkdirSync(dirname(built), { recursive: true });
      writeFileSync(built, JSON.stringify(data));
    }
  }
  // What no schema can check: ids that occur twice, values that are missing, names that refer to nothing.
  const { shippedCatalogue } = await load('catalogue/catalogue.js');
  const { loadProfile, shippedProfiles } = await load('profile/profile.js');
  const { loadTranslations } = await load('catalogue/translations.js');
  const { loadForm, shippedForms } = await load('form/form.js');
  shippedCatalogue();
  for (const language of readdirSync(join(root, 'specs/translations'))) loadTranslations(language);
  for (const name of shippedProfiles()) loadProfile(name, root);
  for (const name of shippedForms()) loadForm(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildSpecs(fileURLToPath(new URL('..', import.meta.url)));
