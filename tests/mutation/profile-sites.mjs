import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import { regexChanges } from './regex-changes.mjs';

const profileFile = 'specs/profiles/snap-bi.yaml';

/** Settings that only tell the embedded sandbox what to send: no check goes by them. */
const sandboxOnly = /\/(?:status|message|tokenKind)$/;

/** The areas of each service whose checks go by what it grants with, and by how it refuses. */
const areasBy = {
  'token-b2b': {
    success: ['token-b2b/response', 'token-b2b/expiry', 'token-b2b/errors'],
    answers: ['token-b2b/errors'],
  },
  'token-b2b2c': {
    success: ['token-b2b2c/response', 'token-b2b2c/expiry', 'token-b2b2c/errors'],
    answers: ['token-b2b2c/errors'],
  },
  transaction: {
    success: ['transaction/response', 'transaction/errors'],
    answers: ['transaction/errors'],
  },
};

const swaps = {
  required: 'unspecified',
  optional: 'required',
  string: 'integer',
  object: 'string',
  offset: 'offset-millis',
  utc: 'utc-millis',
};

/** Every value that the standard's profile lays down for grants and refusals, changed. */
export function profileSites(root) {
  const text = readFileSync(join(root, profileFile), 'utf8');
  const sites = [];
  visit(parseDocument(text), {
    Scalar(key, node, path) {
      if (key === 'key') return;
      const pointer = pointerOf([...path, node]);
      const [, service, part] =
        /^\/services\/(token-b2b|token-b2b2c|transaction)\/(success|answers)\//.exec(pointer) ?? [];
      if (!part || sandboxOnly.test(pointer)) return;
      for (const [changed, what] of changesOf(pointer, node.value)) {
        const [from, to] = node.range;
        sites.push({
          file: profileFile,
          line: text.slice(0, from).split('\n').length,
          code: `${pointer}: ${node.value}`,
          what,
          areas: areasBy[service][part],
          mutated: text.slice(0, from) + JSON.stringify(changed) + text.slice(to),
        });
      }
    },
  });
  return sites;
}

function changesOf(pointer, value) {
  if (typeof value === 'number')
    return [value - 1, value + 1].map((changed) => [changed, `${value} made ${changed}`]);
  if (pointer.endsWith('/pattern'))
    return regexChanges(value).map(({ source, what }) => [source, what]);
  const changed =
    swaps[value] ??
    (/^\d+$/.test(value) ? String(Number(value) + 1).padStart(value.length, '0') : `${value}X`);
  return [[changed, `${value} made ${changed}`]];
}

/** JSON pointer to a node, from the nodes above it. */
function pointerOf(nodes) {
  return nodes
    .flatMap((node, index) => {
      const next = nodes[index + 1];
      if (node.items && next && !isPair(next)) return [`/${node.items.indexOf(next)}`];
      return isPair(node) && isScalar(node.key) ? [`/${node.key.value}`] : [];
    })
    .join('');
}

function isPair(node) {
  return Object.hasOwn(node, 'key') && Object.hasOwn(node, 'value');
}
