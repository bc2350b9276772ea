import { type MinifyRule, minify } from '../../../protocol/minify.js';
import type { MistakeId } from '../catalogue/catalogue.js';
import type { Mistake, Option } from '../mistake.js';
import { inOrder } from '../search/axes.js';
import type { Layer } from '../search/layer.js';
import { byteChanges, stands } from './byte-changes.js';
import { escapes } from './escapes.js';
import { languageTexts } from './language-texts.js';
import { layouts } from './layouts.js';
import { numbers } from './numbers.js';
import { Rendering, type WritingBudget } from './rendering.js';
import { contentsOf, isNumeric, readTagged, type Tagged } from './tagged-json.js';
import { plainStyle, type Style, writeJson } from './write-json.js';
import { type Writer, writers } from './writers.js';

/**
 * The bodies that senders hash in the place of the one that they send. Each is written when it is tried.
 *
 * @param rule how the profile has it minified
 */
export function bodyLayer(
  body: Buffer | undefined,
  rule: MinifyRule,
  budget: WritingBudget,
): Layer<Rendering> {
  const sent = body ?? Buffer.alloc(0);
  const render = (make: () => string | Buffer) => new Rendering(make, budget);
  const rightBytes = minify(sent, rule);
  const right = new Rendering(() => rightBytes, { bytes: Number.POSITIVE_INFINITY, leftOut: 0 });
  const others: Option<Rendering>[] = stands.map(([id, text]) =>
    one(
      id,
      render(() => text),
    ),
  );
  if (sent.length > 0) {
    const text = sent.toString('utf8');
    const minified = minify(sent).toString('utf8');
    others.push(
      one(
        'body/minified',
        render(() => minify(sent)),
      ),
    );
    // Bytes that aren't UTF-8 stay as they are.
    others.push(
      one(
        'body/raw',
        render(() => sent),
      ),
    );
    for (const [id, change] of byteChanges)
      others.push(
        one(
          id,
          render(() => change(text, minified)),
        ),
      );
    const value = readTagged(text);
    if (value !== undefined) others.push(...rewritten(value, render));
  }
  return { right, others: inOrder(others) };
}

function one<T>(id: MistakeId, value: T): Option<T> {
  return { mistakes: [{ id }], value };
}

type Render = (make: () => string | Buffer) => Rendering;

/** What libraries write after they have read the body, and what programs change in it before. */
function rewritten(value: Tagged, render: Render): Option<Rendering>[] {
  const has = contentsOf(value);
  const write = (
    mistakes: readonly Mistake[],
    { style, layout, end = '' }: Omit<Writer, 'id'>,
  ) => ({
    mistakes,
    value: render(() => layout(writeJson(value, style)) + end),
  });
  const changes: [MistakeId, Partial<Style>, boolean][] = [
    ['body/sorted-members', { sorted: 'all' }, has.unsorted],
    ['body/sorted-members', { sorted: 'all', number: numbers.javascript }, has.unsorted],
    ['body/sorted-in-part', { sorted: 'outside-arrays' }, has.unsorted],
    ['body/sorted-in-part', { sorted: 'outermost' }, has.unsorted],
    ['body/nulls-dropped', { withoutNulls: true }, has.null],
    ['body/empty-objects-as-arrays', { emptyObject: '[]' }, has.emptyObject],
    [
      'body/empty-texts-as-nulls',
      { value: (text) => (text === '' ? 'null' : undefined) },
      has.emptyString,
    ],
    [
      'body/texts-trimmed',
      { value: (text) => (text.trim() === text ? undefined : escapes.plain(text.trim())) },
      has.untrimmed,
    ],
    [
      'body/numbers-from-texts',
      { value: (text) => (isNumeric(text) ? text : undefined) },
      has.digits,
    ],
    [
      'body/numbers-from-texts',
      { value: (text) => (isNumeric(text) ? numbers.javascript(text) : undefined) },
      has.digits,
    ],
  ];
  const real = changes.filter(([, , matters]) => matters);
  const plain = { style: plainStyle, layout: layouts.compact };
  return [
    ...real.map(([id, style]) => write([{ id }], { ...plain, style: { ...plainStyle, ...style } })),
    ...writers.map((writer) => write([{ id: writer.id }], writer)),
    ...real.flatMap(([id, style]) =>
      writers
        .filter((writer) => !(id.startsWith('body/sorted') && writer.style.sorted !== 'not'))
        .map((writer) =>
          write([{ id: writer.id }, { id }], { ...writer, style: { ...writer.style, ...style } }),
        ),
    ),
    ...languageTexts.map(([id, make]) => ({
      mistakes: [{ id }],
      value: render(() => make(value)),
    })),
  ];
}
