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
    .map((file) => ({ file, areasOf: ([name]) => [...areasUsing(file, name, texts)].sort() }));
  return [...areasByFile, ...engineFiles()];
}

/** Areas of a suites' file: its own, those of the ids that it names, or those of the files that use it. */
function areasOf(file, texts, seen = new Set()) {
  const own = ownArea(file, texts);
  if (own !== undefined) return new Set([own]);
  const named = [
    ...texts
      .get(file)
      .matchAll(/\bid: ['"`]((?:token|transaction|signature)[a-z0-9-]*\/[a-z]+)\//g),
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

/** The area that a file exports, `token-b2b/errors`; undefined when it exports none. */
function ownArea(file, texts) {
  const [, name] = /^export const \w+ = area\(.+?, '([^']+)'/m.exec(texts.get(file)) ?? [];
  // A service's requests may show whether another keeps its word: the id is then written out.
  return name === undefined || name.includes('/') ? name : `${file.split('/').at(-2)}/${name}`;
}

/** The areas of all suites. */
function areasOfServices(texts) {
  return [...texts.keys()].flatMap((file) => ownArea(file, texts) ?? []);
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

/** What the engine judges by, each file with areas that stand for all that go by it. */
function engineFiles() {
  const judged = ['token-b2b/errors', 'token-b2b/expiry', 'token-b2b/response'];
  const probed = ['token-b2b/body', 'token-b2b/errors', 'token-b2b/headers'];
  const answers = [...judged, 'token-b2b/body', 'token-b2b/signature', 'token-b2b2c/grants'];
  const repeated = ['token-b2b/headers', 'token-b2b/signature'];
  return [
    engineFile('checks/accepts', probed),
    engineFile('checks/check', probed),
    engineFile('checks/judged', judged),
    engineFile('checks/probe-family', probed),
    engineFile('checks/refuses', probed),
    engineFile('http/answer', answers),
    engineFile('input/text', judged, ['isObject']),
    engineFile('run/run-target', repeated, ['confirm', 'confirmed', 'review']),
    engineFile('run/result/verdict', judged, ['verdictOf', 'whyInconclusive']),
    engineFile('schema/requirement-points', judged),
    engineFile('schema/wire-schema', judged),
    engineFile('session/judging', judged),
    engineFile('session/valid-request', repeated),
  ];
}

/** @param judging Names of the functions that judge; all of the file do unless told. */
function engineFile(name, areas, judging) {
  return {
    file: `dist/src/engine/${name}.js`,
    areasOf: (names) => (judging && !names.some((each) => judging.includes(each)) ? [] : areas),
  };
}
