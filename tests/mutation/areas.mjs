import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const suites = 'dist/suites';

/**
 * Compiled files that hold expectations, each with the areas whose checks go by them: `areasOf` gives those
 * that go by one top-level declaration.
 */
export function judgingFiles(root) {
  const files = readdirSync(join(root, suites), { recursive: true })
    .map((file) => posix.join(suites, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.js'));
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const areasByFile = files
    // Inputs, and where targets come from: no expectations.
    .filter((file) => !/\/(?:arbitraries|forgeries)\/|\/global-setup\./.test(file))
    .map((file) => ({ file, areasOf: (name) => [...areasUsing(file, name, texts)].sort() }));
  return [...areasByFile, ...engineFiles(root)];
}

/** Areas of a suites' file: its own, those of the ids that it names, or those of the files that use it. */
function areasOf(file, texts, seen = new Set()) {
  const own = /^dist\/suites\/(.+)\.suite\.js$/.exec(file);
  if (own) {
    // A suite may hold a check of another service's area.
    const [, foreign] = /^suite\(\w+, '([^'/]+\/[^']+)'/m.exec(texts.get(file)) ?? [];
    return new Set([foreign ?? own[1]]);
  }
  const named = [
    ...texts.get(file).matchAll(/['"`]((?:token|transaction|signature)[a-z0-9-]*\/[a-z]+)\//g),
  ].map(([, area]) => area);
  if (named.length > 0) return new Set(named);
  const ofServices = areasOfServices(texts);
  const shared = [...texts.get(file).matchAll(/(?:\$\{service\}\/|\bid: ')([a-z]+)\//g)]
    .map(([, area]) => ofServices.filter((one) => one.endsWith(`/${area}`)))
    .flat();
  if (shared.length > 0) return new Set(shared);
  seen.add(file);
  const areas = new Set();
  for (const [user, text] of texts) {
    if (seen.has(user) || imports(user, text, file).length === 0) continue;
    for (const area of areasOf(user, texts, seen)) areas.add(area);
  }
  return areas;
}

/** The areas of all suites, `token-b2b/errors`. */
function areasOfServices(texts) {
  return [...texts.keys()].flatMap(
    (file) => /^dist\/suites\/(.+)\.suite\.js$/.exec(file)?.[1] ?? [],
  );
}

/** The areas of the files that import one name of a file; of the whole file where none does. */
function areasUsing(file, name, texts) {
  const areas = [...texts]
    .filter(([user, text]) =>
      imports(user, text, file).some((names) => wordsOf(names).includes(name)),
    )
    .flatMap(([user]) => [...areasOf(user, texts, new Set([file]))]);
  return areas.length > 0 && !file.includes('/rules/') ? new Set(areas) : areasOf(file, texts);
}

/** What a file imports from another, an import clause each. */
function imports(user, text, file) {
  return [...text.matchAll(/import ([^;]*?) from '(\.[^']+)'/g)]
    .filter(([, , path]) => posix.join(posix.dirname(user), path) === file)
    .map(([, names]) => names);
}

function wordsOf(names) {
  return names.match(/\w+/g) ?? [];
}

/** What the engine judges by, each with areas that stand for all that go by it. */
function engineFiles(root) {
  const engine = 'dist/src/engine';
  const grants = ['token-b2b/expiry', 'token-b2b/response'];
  const judged = ['token-b2b/errors', ...grants];
  const probed = ['token-b2b/body', 'token-b2b/headers', 'token-b2b/errors'];
  const checks = readdirSync(join(root, engine, 'checks'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({
      file: `${engine}/checks/${file}`,
      areasOf: () => (file === 'judged.js' ? judged : probed),
    }));
  return [
    {
      file: `${engine}/answer.js`,
      areasOf: () => [...judged, 'token-b2b/body', 'token-b2b/signature', 'token-b2b2c/grants'],
    },
    { file: `${engine}/requirement-points.js`, areasOf: () => judged },
    { file: `${engine}/wire-schema.js`, areasOf: () => judged },
    ...checks,
  ];
}
