import type { Result } from '../schemas/generated/result.js';
import type { Report } from './report.js';

/** result.json: the result itself, as schemas/result.schema.json describes it. */
export const json = {
  file: 'result.json',
  render: (result: Result) => [...jsonPieces(result)].join(''),
  pieces: jsonPieces,
} satisfies Report;

/** A result as JSON, two spaces a level: the members of its lists one by one, since they can be many. */
function* jsonPieces(result: Result): Generator<string, void> {
  const members = Object.entries(result).filter(([, value]) => value !== undefined);
  for (const [index, [name, value]] of members.entries()) {
    yield `${index === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) yield* listPieces(value);
    else yield written(value, 1);
  }
  yield '\n}\n';
}

function* listPieces(list: readonly unknown[]): Generator<string, void> {
  for (const [index, value] of list.entries())
    yield `${index === 0 ? '[' : ','}\n    ${written(value, 2)}`;
  yield '\n  ]';
}

/** A value so many levels deep. */
function written(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);
}
