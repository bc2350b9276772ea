import type { ProfileFile } from '../../../schemas/generated/profile.js';
import type { InputProblemDetail } from '../input/input-problem.js';
import { escapePointer } from '../input/json-pointer.js';
import { createWireAjv } from '../schema/wire-schema.js';

type Problem = InputProblemDetail & { pointer: string };

/**
 * What a user's profile has that must compile and doesn't: patterns of messages, which every answer of a target is held
 * against, and the schemas of readings.
 */
export function patternProblems(data: ProfileFile): Problem[] {
  return [
    ...patternsIn(data.services, '/services'),
    ...patternsIn(data.merchant, '/merchant'),
    ...readingsIn(data),
  ];
}

function patternsIn(value: unknown, at: string): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => {
    const pointer = `${at}/${escapePointer(name)}`;
    if (name !== 'pattern' || typeof below !== 'string') return patternsIn(below, pointer);
    const why = reasonOf(() => new RegExp(below, 'iu'));
    return why === undefined
      ? []
      : [
          {
            code: 'invalid-pattern',
            what: `the pattern is not a regular expression: ${why}`,
            pointer,
            remedy:
              'Check brackets and backslashes; in YAML, put it in single quotes or in none. A backslash stands before a special character alone.',
          },
        ];
  });
}

function readingsIn({ contradictions = [] }: ProfileFile): Problem[] {
  if (contradictions.length === 0) return [];
  const ajv = createWireAjv({ validateSchema: true });
  return contradictions.flatMap(({ readings }, index) =>
    readings.flatMap(({ schema }, at): Problem[] => {
      const why = reasonOf(() => ajv.compile(schema));
      return why === undefined
        ? []
        : [
            {
              code: 'invalid-reading',
              what: `the schema of the reading can't be used: ${why}`,
              pointer: `/contradictions/${index}/readings/${at}/schema`,
              remedy:
                'It says what the value looks like under this reading, as JSON Schema: { type: string }.',
            },
          ];
    }),
  );
}

/** Why something can't be made, in one line without the text that it was made of; undefined if it can. */
function reasonOf(make: () => unknown): string | undefined {
  try {
    make();
    return undefined;
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    return line.replace(/^Invalid regular expression: \/.*\/[a-z]*: /, '');
  }
}
