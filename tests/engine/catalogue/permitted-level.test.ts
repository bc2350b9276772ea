import { expect, test } from 'vitest';
import type { RequirementsFile } from '../../../schemas/generated/requirements.js';
import { catalogueWith, shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { isAbove, permittedLevel } from '../../../src/engine/catalogue/permitted-level.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';

type Entry = RequirementsFile['requirements'][number];
type Word = Entry['sources'][number]['word'];

const said = (...words: readonly Word[]) =>
  words.map((word) => ({ at: 'a document', word })) as Entry['sources'];

test.for([
  ['MUST', ['must']],
  ['MUST', ['states']],
  ['SHOULD', ['should']],
  ['SHOULD', ['shows']],
  ['MAY', ['may']],
  ['MUST', ['shows', 'must', 'may']],
  ['SHOULD', ['may', 'should']],
] as const)('the most that is permitted is %s: %j', ([level, words]) => {
  expect(permittedLevel(said(...words))).toBe(level);
});

test('no shipped requirement asks for more than its sources do', () => {
  const requirements = [...shippedCatalogue().values()];
  const above = requirements.filter(({ level, sources }) =>
    isAbove(level, permittedLevel(sources)),
  );
  expect(above.map(({ id }) => id)).toEqual([]);
  expect(requirements.length).toBeGreaterThan(100);
});

const load = (level: Entry['level']) => {
  const entry: Entry = {
    name: 'accepts-trace',
    level,
    kind: 'example',
    title: 'A request with a trace context is served',
    statement: 'It is given a token.',
    rationale: "It can't be traced.",
    remedy: 'Ignore the header.',
    sources: said('should', 'shows'),
  };
  const content: RequirementsFile = {
    area: 'token-b2b/house-rules',
    title: 'House rules',
    requirements: [entry],
  };
  return catalogueWith([{ file: 'mine.yaml', content }]);
};

test('a file that asks for more is refused, with what would do', () => {
  expect(() => load('MUST')).toThrow(InputProblem);
  expect(() => load('MUST')).toThrow(
    /accepts-trace is a MUST.*mine\.yaml#\/requirements\/0\/level.*Make it a SHOULD/s,
  );
  expect(load('SHOULD').has('token-b2b/house-rules/accepts-trace')).toBe(true);
});
