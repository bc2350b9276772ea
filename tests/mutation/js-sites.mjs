import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { regexChanges } from './regex-changes.mjs';

/**
 * Names of code that says what was found, shows it, or counts and measures for other ends (a forecast, the
 * dialect), and of code that builds or chooses what is sent: no check's expectation.
 */
const noExpectation = new RegExp(
  `^(?:${[
    String.raw`describe\w*|message|share|found|cut|evidence|exchanges|runs|sample|counterexample|shrinkTimeMs`,
    String.raw`forecast\w*|measure|windowMeasure|latency|quantile|putOff|burst|noteVariants`,
    String.raw`\w+ToTry|affordable|tryable|halvings|farthest|property|mutate|probes|before`,
    String.raw`alteredIds?|otherCase|camel|flipCase|inCase|hmacs|transactionText|transactionProbes|rewritings`,
  ].join('|')})$`,
);

const opposite = { '===': '!==', '!==': '===', '<': '>=', '>=': '<', '<=': '>', '>': '<=' };
const boundary = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
/** Calls whose text arguments are compared with something. */
const comparing = /^(?:headerOf|includes|startsWith|endsWith|has|hasOwn)$/;

/**
 * Every place of a compiled file where one token decides what a check takes for right.
 *
 * @param areasOf Gives the areas that go by a place, by the names of the declarations around it; a place that no
 * area goes by is none.
 */
export function jsSites(root, file, areasOf) {
  const text = readFileSync(join(root, file), 'utf8');
  const sites = [];
  const site = (node, above, replacement, what) => {
    const areas = areasOf(declaredNames(above));
    if (areas.length === 0) return;
    const start = text.lastIndexOf('\n', node.start) + 1;
    const end = text.indexOf('\n', node.start);
    sites.push({
      file,
      line: text.slice(0, node.start).split('\n').length,
      code: text.slice(start, end === -1 ? undefined : end).trim(),
      what,
      areas,
      mutated: text.slice(0, node.start) + replacement + text.slice(node.end),
    });
  };
  walk(parseAst(text), [], (node, above) =>
    visit(node, above, text, (...change) => site(node, above, ...change)),
  );
  return sites;
}

// A node's text lacks the brackets around it, so that each part gets its own.
function visit(node, above, text, site) {
  const source = (part) => text.slice(part.start, part.end);
  if (node.type === 'BinaryExpression' && opposite[node.operator]) {
    const [left, right] = [source(node.left), source(node.right)];
    for (const operator of [opposite[node.operator], boundary[node.operator]]) {
      if (operator)
        site(
          `((${left}) ${operator} (${right}))`,
          `\`${short(source(node))}\`: ${node.operator} made ${operator}`,
        );
    }
  } else if (node.type === 'LogicalExpression' && node.operator !== '??' && !isShown(node.right)) {
    const operator = node.operator === '&&' ? '||' : '&&';
    site(
      `((${source(node.left)}) ${operator} (${source(node.right)}))`,
      `\`${short(source(node))}\`: ${node.operator} made ${operator}`,
    );
  } else if (node.type === 'UnaryExpression' && node.operator === '!')
    site(`(${source(node.argument)})`, `\`${short(source(node))}\`: ! taken away`);
  else if (
    node.type === 'ConditionalExpression' &&
    ![node.consequent, node.alternate].every(isText)
  )
    site(
      `((${source(node.test)}) ? (${source(node.alternate)}) : (${source(node.consequent)}))`,
      `\`${short(source(node))}\`: branches swapped`,
    );
  else if (node.type === 'Literal') literal(node, above, site);
}

/** An object of what is only shown: where a check's values are from, what failed. */
function isShown({ type, properties }) {
  return (
    type === 'ObjectExpression' &&
    properties.every(({ key }) => /^(?:settings|counterexample|sample)$/.test(key?.name))
  );
}

function literal(node, above, site) {
  if (node.regex) {
    for (const { source, what } of regexChanges(node.regex.pattern))
      site(`/${source}/${node.regex.flags}`, `${node.raw}: ${what}`);
    if (node.regex.flags.includes('i'))
      site(
        `/${node.regex.pattern}/${node.regex.flags.replace('i', '')}`,
        `${node.raw}: flag i taken away`,
      );
  } else if (typeof node.value === 'string') {
    if (node.value !== '' && isCompared(node, above))
      site(JSON.stringify(`${node.value}x`), `${node.raw} made "${node.value}x"`);
  } else if (typeof node.value === 'number' && isLimit(node, above)) {
    for (const value of numberChanges(node.value)) site(String(value), `${node.raw} made ${value}`);
  }
}

/** The names of the declarations and methods that something stands in, from the top level down. */
function declaredNames(above) {
  return above.map(ownName).filter((name) => name !== '');
}

/** A status is moved by one; a limit that nobody laid down to the second is doubled and halved. */
function numberChanges(value) {
  if (!Number.isInteger(value)) return [value * 2, value / 2];
  return value <= 10 || (value >= 100 && value <= 599)
    ? [value + 1]
    : [value * 2, Math.floor(value / 2)];
}

function isCompared(node, above) {
  const parent = above.at(-1);
  if (parent.type === 'BinaryExpression') return Boolean(opposite[parent.operator]);
  if (parent.type === 'CallExpression') return comparing.test(nameOf(parent.callee));
  return isAskedList(above);
}

/** An element of a list of which it is asked whether it includes something. */
function isAskedList(above) {
  const [call, member, list] = above.slice(-3);
  return (
    list?.type === 'ArrayExpression' &&
    member?.type === 'MemberExpression' &&
    call?.type === 'CallExpression' &&
    comparing.test(nameOf(call.callee))
  );
}

/** Part of a comparison, or of a constant that has a name. */
function isLimit(node, above) {
  if (isAskedList(above)) return true;
  for (const parent of above.toReversed()) {
    if (parent.type === 'BinaryExpression') {
      if (opposite[parent.operator]) return true;
    } else if (parent.type === 'VariableDeclarator') return true;
    else if (parent.type !== 'UnaryExpression') return false;
  }
  return false;
}

function nameOf(callee) {
  return callee.type === 'MemberExpression' ? callee.property.name : callee.name;
}

function isText(node) {
  return (
    node.type === 'TemplateLiteral' ||
    (node.type === 'Literal' && typeof node.value === 'string') ||
    isSaid(node)
  );
}

/** A message, or one of several: only words depend on what is in it. */
function isSaid(node) {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate].every(isSaid);
  return node.type === 'CallExpression' && node.callee.name === 'say';
}

function walk(node, above, visitor) {
  // What is put into a message is no expectation.
  if (node.type === 'TemplateLiteral' || node.type === 'ImportDeclaration' || isSaid(node)) return;
  if (noExpectation.test(ownName(node))) return;
  visitor(node, above);
  for (const [key, value] of Object.entries(node)) {
    // How a loop counts is no expectation either.
    if (node.type === 'ForStatement' && key !== 'body') continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child, [...above, node], visitor);
  }
}

/** What a declaration, member or method is called; empty for all else. */
function ownName(node) {
  const named = /^(?:Property|MethodDefinition)$/.test(node.type) ? node.key : node.id;
  return named?.name ?? '';
}

function short(code) {
  const line = code.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}...`;
}
